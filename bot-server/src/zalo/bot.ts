import { z } from "zod";
import { BotEnvelope, readEnvelope } from "./answer.ts";
import { accepted, ask, urlOf } from "./ask.ts";
import { checkedText } from "./oa-message.ts";
import { Id, optional, parsed } from "./wire.ts";

export type BotSettings = {
  readonly botBaseUrl: string;
  /** Stands in the URL of every call; no error carries a URL. */
  readonly token: string;
  readonly timeoutMs: number;
};

export type SentByBot = { readonly messageId: string | undefined };

/** A Bot of the Zalo Bot Platform: text and pictures to people and groups that have it, no buttons. Throws as `Zalo` does. */
export type ZaloBot = {
  readonly getMe: () => Promise<{ id: string; name: string | undefined }>;
  readonly sendMessage: (message: { chatId: string; text: string }) => Promise<SentByBot>;
  readonly sendPhoto: (photo: {
    chatId: string;
    photoUrl: string;
    caption: string;
  }) => Promise<SentByBot>;
  /** From now on the Bot's updates come to this address, with the secret in a header. */
  readonly setWebhook: (webhook: { url: string; secret: string }) => Promise<void>;
};

export function openBot({ botBaseUrl, token, timeoutMs }: BotSettings): ZaloBot {
  const call = async (method: string, body: object): Promise<unknown> => {
    const url = urlOf(botBaseUrl, `/bot${token}/${method}`);
    const envelope = await ask({ method: "POST", url, body, timeoutMs }, (response) =>
      readEnvelope(response, BotEnvelope),
    );
    return accepted("bot", envelope).data;
  };
  const send = async (method: string, body: object): Promise<SentByBot> => {
    const sent = Sent.safeParse(await call(method, body));
    return { messageId: sent.data?.message_id };
  };
  return {
    getMe: async () => {
      const me = parsed(Me, await call("getMe", {}));
      return { id: me.id, name: me.account_name };
    },
    sendMessage: async ({ chatId, text }) =>
      send("sendMessage", { chat_id: chatId, text: checkedText(text) }),
    sendPhoto: async ({ chatId, photoUrl, caption }) =>
      send("sendPhoto", { chat_id: chatId, photo: photoUrl, caption: checkedText(caption) }),
    setWebhook: async ({ url, secret }) => {
      await call("setWebhook", { url, secret_token: secret });
    },
  };
}

const Me = z.looseObject({ id: Id, account_name: optional(z.string()) });
const Sent = z.looseObject({ message_id: Id });
