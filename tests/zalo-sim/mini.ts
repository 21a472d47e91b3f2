import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Problem } from "./oa-api.ts";
import type { Person } from "./people.ts";
import { chatLine } from "./phones.ts";
import type { Sim } from "./sim.ts";

/** The Mini App: its own id, which is not the app's, the key of its Open APIs, and its notification templates. */
export type MiniApp = {
  readonly appId: string;
  readonly key: string;
  readonly noticeTemplates: readonly string[];
};

/** `POST /notification/template`: a notification from the Mini App to somebody who allowed it. */
export function miniRoutes(zalo: FastifyInstance, sim: Sim): void {
  zalo.post("/notification/template", async ({ headers, body }) => {
    const caller = callerProblem(sim, headers);
    if (caller !== undefined) return refusal(...caller);
    const notice = Notice.safeParse(body);
    if (!notice.success) return refusal(-101, "Invalid parameter");
    if (!sim.mini.noticeTemplates.includes(notice.data.templateId)) {
      return refusal(-101, "Invalid parameter: templateId");
    }
    const person = sim.people.findBy("appUserId", String(headers["x-user-id"] ?? ""));
    if (person === undefined) return refusal(-110, "Invalid user id");
    if (!person.allowsNotices) return refusal(-111, "App may not notify this user");
    if (!sim.quotas.use("notices")) return refusal(-109, "Out of quota");

    show(sim, person, notice.data.templateData);
    return sim.chance.withUnknownFields({ error: 0, message: "Success" });
  });
}

const line = z.string().min(1).max(1_000);
const NoticeData = z.looseObject({
  title: line,
  contentTitle: line,
  contentDescription: line,
  buttonText: line.optional(),
  buttonUrl: z.string().optional(),
});
const Notice = z.looseObject({ templateId: z.string().min(1), templateData: NoticeData });

function callerProblem(sim: Sim, headers: Readonly<Record<string, unknown>>): Problem | undefined {
  if (headers["x-api-key"] !== `Bearer ${sim.mini.key}`) return [-102, "Invalid API key"];
  if (headers["x-miniapp-id"] !== sim.mini.appId) return [-114, "Invalid mini app id"];
  if (!sim.conditions.now().miniCallerAllowed) return [-113, "IP is not allowed"];
  return undefined;
}

function show(sim: Sim, person: Person, notice: z.infer<typeof NoticeData>): void {
  const { title, contentTitle, contentDescription, buttonText, buttonUrl } = notice;
  const text = [title, contentTitle, contentDescription].join("\n");
  const silent = { says: undefined, saysQuietly: false, dials: undefined };
  const buttons =
    buttonText === undefined ? [] : [{ title: buttonText, url: buttonUrl, ...silent }];
  const messageId = sim.chance.hex(20);
  const shown = { chat: "notices", from: "notices", messageId, text, buttons } as const;
  sim.phones.show(person.id, sim.clock.now(), chatLine(shown));
}

function refusal(error: number, message: string) {
  return { error, message };
}
