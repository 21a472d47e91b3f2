import { MiniEnvelope, readEnvelope } from "./answer.ts";
import { accepted, ask, urlOf } from "./ask.ts";

export type MiniSettings = {
  readonly miniBaseUrl: string;
  readonly miniAppId: string;
  readonly key: string; // of the Open API, with the scope to notify
  readonly templateId: string;
  readonly timeoutMs: number;
};

export type MiniNotice = {
  /** The person's id in the Mini App, not the one in the Official Account's chat. */
  readonly userId: string;
  readonly title: string;
  readonly contentTitle: string;
  readonly contentDescription: string;
  readonly buttonText: string;
  readonly buttonUrl: string;
};

/** Notices of the Mini App to people who asked for them. Throws as `Zalo` does. */
export type MiniNotices = { readonly send: (notice: MiniNotice) => Promise<void> };

export function openMiniNotices(settings: MiniSettings): MiniNotices {
  const { miniBaseUrl, miniAppId, key, templateId, timeoutMs } = settings;
  return {
    send: async ({ userId, ...templateData }) => {
      const envelope = await ask(
        {
          method: "POST",
          url: urlOf(miniBaseUrl, "/notification/template"),
          headers: {
            "x-api-key": `Bearer ${key}`,
            "x-user-id": userId,
            "x-miniapp-id": miniAppId,
          },
          body: { templateId, templateData },
          timeoutMs,
        },
        (response) => readEnvelope(response, MiniEnvelope),
      );
      accepted("mini", envelope);
    },
  };
}
