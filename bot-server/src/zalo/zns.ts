import { z } from "zod";
import { openOaApi } from "./oa-api.ts";
import { zaloPhone } from "./phone-number.ts";
import type { TokenSource } from "./tokens.ts";
import { Count, Flag, Id, optional, parsed } from "./wire.ts";
import type { TemplateParameter, ZnsTemplate } from "./zns-template.ts";

export type TemplateMessage = {
  /** As a person writes it. */
  readonly phone: string;
  readonly templateId: string;
  readonly values: Readonly<Record<string, string>>;
  /** Comes back in the webhook that says it was delivered. */
  readonly trackingId: string;
};

export type ZnsQuota = { readonly daily: number | undefined; readonly remaining: number };

export type SentTemplate = {
  readonly messageId: string | undefined;
  readonly quota: ZnsQuota | undefined;
};

/** Template messages to a phone number (ZNS, now "ZBS Template Message"). Throws as `Zalo` does. */
export type Zns = {
  /** Throws RangeError for what is no Vietnamese mobile number, before anything is sent. */
  readonly sendTemplate: (message: TemplateMessage) => Promise<SentTemplate>;
  readonly templateInfo: (templateId: string) => Promise<ZnsTemplate>;
  readonly quota: () => Promise<ZnsQuota>;
  readonly status: (messageId: string) => Promise<"unknown" | "sent" | "delivered">;
};

export type ZnsSettings = {
  readonly znsBaseUrl: string;
  readonly timeoutMs: number;
  readonly now: () => number;
};

export function openZns(settings: ZnsSettings, tokens: TokenSource): Zns {
  const { znsBaseUrl: baseUrl, timeoutMs, now } = settings;
  const api = openOaApi({ service: "zns", baseUrl, timeoutMs, now }, tokens);
  return {
    sendTemplate: async (message) => {
      const sent = Sent.safeParse(await api.post("/message/template", templateBody(message)));
      return { messageId: sent.data?.msg_id, quota: sent.data?.quota };
    },
    templateInfo: async (templateId) => {
      const data = await api.get("/template/info/v2", { template_id: templateId });
      const { status, listParams } = parsed(Template, data);
      return { templateId, status, parameters: listParams };
    },
    quota: async () => parsed(Quota, await api.get("/message/quota")),
    status: async (messageId) => {
      const { status } = parsed(
        Status,
        await api.get("/message/status", { message_id: messageId }),
      );
      return statuses.get(status) ?? "unknown";
    },
  };
}

const maxTrackingIdLength = 48;
const statuses: ReadonlyMap<number, "sent" | "delivered"> = new Map([
  [0, "sent"],
  [1, "delivered"],
]);

const Quota = z.looseObject({ dailyQuota: optional(Count), remainingQuota: Count }).transform(
  ({ dailyQuota, remainingQuota }): ZnsQuota => ({
    daily: dailyQuota,
    remaining: remainingQuota,
  }),
);
const Sent = z.looseObject({ msg_id: optional(Id), quota: optional(Quota) });
const Status = z.looseObject({ status: z.coerce.number() });
const Template = z.looseObject({
  status: z.string(),
  listParams: z
    .array(
      z
        .looseObject({
          name: z.string(),
          require: Flag.catch(true),
          type: z.string().catch("STRING"),
          minLength: optional(Count),
          maxLength: optional(Count),
        })
        .transform(
          ({ name, require, type, minLength, maxLength }): TemplateParameter => ({
            name,
            isRequired: require,
            type,
            minLength,
            maxLength,
          }),
        ),
    )
    .default([]),
});

function templateBody({ phone, templateId, values, trackingId }: TemplateMessage): object {
  const normalised = zaloPhone(phone);
  if (normalised === undefined) throw new RangeError("not a Vietnamese mobile number");
  if (trackingId.length > maxTrackingIdLength) {
    throw new RangeError(`a tracking id has at most ${maxTrackingIdLength} characters`);
  }
  const composed = Object.entries(values).map(([name, text]) => [name, text.normalize("NFC")]);
  return {
    phone: normalised,
    template_id: templateId,
    template_data: Object.fromEntries(composed),
    tracking_id: trackingId,
  };
}
