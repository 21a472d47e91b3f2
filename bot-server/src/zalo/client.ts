import { z } from "zod";
import { openGroups, type ZaloGroups } from "./groups.ts";
import { openOaApi } from "./oa-api.ts";
import { type ButtonPress, type ButtonTemplate, oaMessageBody } from "./oa-message.ts";
import type { Lane } from "./pace.ts";
import type { TokenSource } from "./tokens.ts";
import { Count, Flag, Id, optional, parsed } from "./wire.ts";

export type ZaloSettings = {
  /** Where the OA API answers, for example `https://openapi.zalo.me`. */
  readonly oaBaseUrl: string;
  readonly buttonTemplate: ButtonTemplate;
  readonly buttonPress: ButtonPress;
  readonly timeoutMs: number;
  readonly now: () => number;
};

/** What pressing it does: open a page, say something to us as the person's own message, or dial. */
export type OaButton = { readonly title: string } & (
  | { readonly url: string }
  | { readonly says: string }
  | { readonly dials: string }
);

export type OaMessage = {
  readonly userId: string;
  readonly text: string;
  readonly buttons?: readonly OaButton[];
  /** From `uploadImage`. A message has buttons or a picture, not both. */
  readonly imageAttachmentId?: string;
};

/** What is left of an allowance, as Zalo told it with the last answer. */
export type Quota = { readonly remain: number; readonly total: number | undefined };

export type SentMessage = {
  readonly messageId: string | undefined;
  /** What this message was taken from: `reply` is free, the others are paid or of the package. */
  readonly quota: (Quota & { readonly type: string }) | undefined;
};

export type UserQuota = {
  readonly lastInteractionAt: number | undefined;
  readonly replies: Quota | undefined;
};

export type OaAccount = {
  readonly oaId: string;
  readonly name: string;
  readonly isVerified: boolean | undefined;
  readonly packageName: string | undefined;
  readonly packageValidThrough: string | undefined; // as Zalo writes it
};

/**
 * The Official Account. Every call resolves when Zalo has taken it, and throws ZaloRefused (they said
 * no), ZaloUnreachable (try later; it may have been carried out), or RangeError for what breaks
 * Zalo's limits, before anything is sent.
 */
export type Zalo = {
  /** A consultation message to one person. In the lane `bulk` it waits behind alerts and chat. */
  readonly sendOaMessage: (message: OaMessage, lane?: Lane) => Promise<SentMessage>;
  /** Gives the attachment's id, good for seven days. Waits behind alerts, as bulletins do. */
  readonly uploadImage: (bytes: Uint8Array, mime: ImageMime) => Promise<string>;
  /** When this person last was in touch, and how many free answers are left. */
  readonly quotaOf: (userId: string) => Promise<UserQuota>;
  readonly account: () => Promise<OaAccount>;
  readonly groups: ZaloGroups;
};

export type ImageMime = "image/jpeg" | "image/png";

export function openZalo(settings: ZaloSettings, tokens: TokenSource): Zalo {
  const { oaBaseUrl: baseUrl, timeoutMs, now } = settings;
  const api = openOaApi({ service: "oa", baseUrl, timeoutMs, now }, tokens);
  return {
    sendOaMessage: async (message, lane) => {
      const body = oaMessageBody(message, settings);
      const sent = Sent.safeParse(await api.post("/v3.0/oa/message/cs", body, lane));
      return { messageId: sent.data?.message_id, quota: sent.data?.quota };
    },
    uploadImage: async (bytes, mime) => {
      const data = await api.post("/v2.0/oa/upload/image", imageForm(bytes, mime), "bulk");
      return parsed(Uploaded, data).attachment_id;
    },
    quotaOf: async (userId) => {
      const data = await api.post("/v3.0/oa/quota/message", { user_id: userId });
      const { last_interaction, cs_reply } = parsed(QuotaOfUser, data);
      return { lastInteractionAt: last_interaction, replies: cs_reply };
    },
    account: async () => {
      const account = parsed(Account, await api.get("/v2.0/oa/getoa"));
      return {
        oaId: account.oa_id,
        name: account.name,
        isVerified: account.is_verified,
        packageName: account.package_name,
        packageValidThrough: account.package_valid_through_date,
      };
    },
    groups: openGroups(api),
  };
}

const maxImageBytes = 1024 * 1024;

const Allowance = z
  .looseObject({ remain: Count, total: optional(Count) })
  .transform(({ remain, total }): Quota => ({ remain, total }));

const Sent = z.looseObject({
  message_id: optional(Id),
  quota: optional(
    z
      .looseObject({ quota_type: z.string(), remain: Count, total: optional(Count) })
      .transform(({ quota_type, remain, total }) => ({ type: quota_type, remain, total })),
  ),
});
const Uploaded = z.looseObject({ attachment_id: Id });
const QuotaOfUser = z.looseObject({
  last_interaction: optional(Count),
  cs_reply: optional(Allowance),
});
const Account = z.looseObject({
  oa_id: Id,
  name: z.string(),
  is_verified: optional(Flag),
  package_name: optional(z.string()),
  package_valid_through_date: optional(Id),
});

function imageForm(bytes: Uint8Array, mime: ImageMime): FormData {
  if (bytes.length === 0 || bytes.length > maxImageBytes) {
    throw new RangeError(`a picture has at most ${maxImageBytes} bytes`);
  }
  const form = new FormData();
  const name = mime === "image/png" ? "image.png" : "image.jpg";
  form.append("file", new Blob([Uint8Array.from(bytes)], { type: mime }), name);
  return form;
}
