import { z } from "zod";
import type { Problem } from "./oa-api.ts";
import type { ListRow, PhoneAttachment, PhoneButton } from "./phones.ts";
import type { Sim } from "./sim.ts";
import type { Upload } from "./uploads.ts";

/** A message that Zalo would take, as the phone shows it. */
export type Content = {
  /** As the echo names it: `oa_send_<kind>`. */
  readonly kind: "text" | "image" | "gif" | "sticker" | "file" | "list";
  readonly text: string;
  readonly buttons: readonly PhoneButton[];
  readonly attachment: PhoneAttachment | undefined;
};

const url = z.url({ protocol: /^https?$/ });
const Button = z.discriminatedUnion("type", [
  z.looseObject({
    type: z.literal("oa.open.url"),
    title: z.string(),
    payload: z.looseObject({ url }),
  }),
  z.looseObject({
    type: z.literal(["oa.query.show", "oa.query.hide"]),
    title: z.string(),
    payload: z.string().max(1_000),
  }),
  z.looseObject({
    type: z.literal("oa.open.phone"),
    title: z.string(),
    payload: z.looseObject({ phone_code: z.string() }),
  }),
  z.looseObject({
    type: z.literal("oa.open.sms"),
    title: z.string(),
    payload: z.looseObject({ content: z.string(), phone_code: z.string() }),
  }),
]);
type Button = z.infer<typeof Button>;

const Media = z
  .looseObject({
    media_type: z.enum(["image", "gif", "sticker"]),
    url: url.optional(),
    attachment_id: z.string().optional(),
    width: z.number().int().positive().optional(),
    height: z.number().int().positive().optional(),
  })
  .refine((media) => (media.url === undefined) !== (media.attachment_id === undefined))
  .refine((media) => media.media_type !== "gif" || (media.width && media.height));

const Row = z.looseObject({
  title: z.string().max(100),
  subtitle: z.string().max(500).default(""),
  image_url: z.string().optional(),
  default_action: z.looseObject({ url: url.optional() }).optional(),
});

const Attachment = z.union([
  z.looseObject({ type: z.literal("file"), payload: z.looseObject({ token: z.string() }) }),
  z.looseObject({
    type: z.literal("template"),
    payload: z.union([
      z.looseObject({ template_type: z.literal("media"), elements: z.tuple([Media]) }),
      z.looseObject({ template_type: z.literal("request_user_info"), elements: z.tuple([Row]) }),
      z.looseObject({
        template_type: z.literal("list"),
        elements: z.array(Row).min(1).max(5).optional(),
        buttons: z.array(Button).default([]),
      }),
      z.looseObject({
        template_type: z.literal("button").optional(),
        buttons: z.array(Button).min(1),
      }),
    ]),
  }),
]);
type Attachment = z.infer<typeof Attachment>;

/** The field `message` of `/message/cs` and `/group/message`. */
export const MessageBody = z
  .looseObject({
    text: z.string().min(1).optional(),
    attachment: Attachment.optional(),
    quote_message_id: z.string().optional(),
  })
  .refine((message) => message.text !== undefined || message.attachment !== undefined);
export type MessageBody = z.infer<typeof MessageBody>;

/** What the message shows, or why Zalo refuses it. */
export function contentOf(sim: Sim, message: MessageBody): Content | Problem {
  const buttons = buttonsOf(message.attachment);
  const problem = limitProblem(message.text, buttons);
  if (problem !== undefined) return problem;
  const shown = { text: message.text ?? "", buttons: buttons.map(shownButton) };
  const attached = attachedOf(sim, message.attachment);
  return "kind" in attached ? { ...shown, ...attached } : attached;
}

export function isProblem<Good extends object>(outcome: Good | Problem): outcome is Problem {
  return Array.isArray(outcome);
}

export function parameterOf(error: z.ZodError): string {
  return error.issues[0]?.path.join(".") ?? "";
}

type Attached = Pick<Content, "kind" | "attachment">;

function attachedOf(sim: Sim, attachment: Attachment | undefined): Attached | Problem {
  if (attachment === undefined) return { kind: "text", attachment: undefined };
  if (attachment.type === "file") return fileOf(sim, attachment.payload.token);
  const { payload } = attachment;
  switch (payload.template_type) {
    case "media":
      return mediaOf(sim, payload.elements[0]);
    case "request_user_info": {
      const { title, subtitle } = payload.elements[0];
      return { kind: "list", attachment: { kind: "asks-contact", title, subtitle } };
    }
    case "list":
      return payload.elements === undefined
        ? { kind: "text", attachment: undefined }
        : { kind: "list", attachment: { kind: "list", rows: payload.elements.map(shownRow) } };
    case "button":
    case undefined:
      return { kind: "text", attachment: undefined };
  }
}

function mediaOf(sim: Sim, media: z.infer<typeof Media>): Attached | Problem {
  const kind = media.media_type === "sticker" ? "sticker" : "image";
  if (media.url !== undefined) {
    return { kind: media.media_type, attachment: { kind, url: media.url } };
  }
  const id = media.attachment_id ?? "";
  if (media.media_type === "sticker") return { kind: "sticker", attachment: { kind, url: id } };
  const upload = uploadOf(sim, id, media.media_type);
  if (isProblem(upload)) return upload;
  return { kind: media.media_type, attachment: { kind, url: addressOf(upload) } };
}

function fileOf(sim: Sim, token: string): Attached | Problem {
  const upload = uploadOf(sim, token, "file");
  if (isProblem(upload)) return upload;
  const attachment = { kind: "file", name: upload.name, url: addressOf(upload) } as const;
  return { kind: "file", attachment };
}

function uploadOf(sim: Sim, id: string, kind: Upload["kind"]): Upload | Problem {
  const upload = sim.uploads.find(id);
  if (upload?.kind !== kind) return [-201, "Parameter attachment_id is invalid"];
  return sim.uploads.isUsable(upload) ? upload : [-100, "Attachment has expired"];
}

function addressOf(upload: Upload): string {
  return `/__sim/uploads/${upload.id}`;
}

function buttonsOf(attachment: Attachment | undefined): readonly Button[] {
  if (attachment === undefined || attachment.type === "file") return [];
  const { payload } = attachment;
  return "buttons" in payload ? (payload.buttons as readonly Button[]) : [];
}

function limitProblem(text: string | undefined, buttons: readonly Button[]): Problem | undefined {
  if ((text?.length ?? 0) > 2_000) return [-210, "Parameter text is over the limit"];
  if (buttons.length > 5) return [-210, "Parameter buttons is over the limit"];
  if (buttons.some((button) => button.title.length > 100))
    return [-210, "Parameter title is over the limit"];
  return undefined;
}

function shownButton(button: Button): PhoneButton {
  const nothing = { url: undefined, says: undefined, saysQuietly: false, dials: undefined };
  const shown = { ...nothing, title: button.title };
  switch (button.type) {
    case "oa.open.url":
      return { ...shown, url: button.payload.url };
    case "oa.query.show":
    case "oa.query.hide":
      return { ...shown, says: button.payload, saysQuietly: button.type === "oa.query.hide" };
    case "oa.open.phone":
    case "oa.open.sms":
      return { ...shown, dials: button.payload.phone_code };
  }
}

function shownRow(row: z.infer<typeof Row>): ListRow {
  return { title: row.title, subtitle: row.subtitle, url: row.default_action?.url ?? "" };
}
