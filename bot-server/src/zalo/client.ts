import { z } from "zod";
import { type Envelope, readEnvelope } from "./answer.ts";
import { meaningOf, ZaloRefused, ZaloUnreachable } from "./errors.ts";
import type { TokenSource } from "./tokens.ts";

export type ZaloSettings = {
  /** Where the OA API answers, for example `https://openapi.zalo.me`. */
  readonly oaBaseUrl: string;
  /** Zalo's samples disagree about `template_type` on a payload of buttons: leave it out, or name one. */
  readonly buttonTemplate: "none" | "button" | "list";
  readonly timeoutMs: number;
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
};

export type Zalo = {
  /**
   * Sends a consultation message from the Official Account to one person. Resolves when Zalo has taken it.
   * Throws ZaloRefused (they said no) or ZaloUnreachable (try later; it may have been delivered), and
   * RangeError for a message that breaks Zalo's limits, before anything is sent.
   */
  readonly sendOaMessage: (
    message: OaMessage,
  ) => Promise<{ readonly messageId: string | undefined }>;
};

export function openZalo(settings: ZaloSettings, tokens: TokenSource): Zalo {
  return {
    sendOaMessage: async (message) => {
      const body = messageBody(message, settings.buttonTemplate);
      const envelope = await callWithToken(settings, tokens, "/v3.0/oa/message/cs", body);
      const sent = Sent.safeParse(envelope.data);
      return { messageId: sent.success ? sent.data.message_id : undefined };
    },
  };
}

const maxTextLength = 2_000; // longer text is refused with -210, not cut
const maxButtons = 5;
const maxTitleLength = 100;

const Sent = z.looseObject({ message_id: z.string() });

function messageBody(message: OaMessage, template: ZaloSettings["buttonTemplate"]): object {
  const text = message.text.normalize("NFC"); // decomposed Vietnamese is about a quarter longer
  const buttons = message.buttons ?? [];
  refuseBeyondLimits(text, buttons);

  const attachment =
    buttons.length === 0 ? {} : { attachment: buttonsAttachment(buttons, template) };
  return { recipient: { user_id: message.userId }, message: { text, ...attachment } };
}

function refuseBeyondLimits(text: string, buttons: readonly OaButton[]): void {
  if (text.length === 0 || text.length > maxTextLength) {
    throw new RangeError(`an OA message holds 1 to ${maxTextLength} characters`);
  }
  if (buttons.length > maxButtons)
    throw new RangeError(`an OA message has at most ${maxButtons} buttons`);
  if (buttons.some((button) => button.title.normalize("NFC").length > maxTitleLength)) {
    throw new RangeError(`the title of a button has at most ${maxTitleLength} characters`);
  }
}

function buttonsAttachment(
  buttons: readonly OaButton[],
  template: ZaloSettings["buttonTemplate"],
): object {
  const list = buttons.map((button) => ({
    title: button.title.normalize("NFC"),
    ...actionOf(button),
  }));
  const type = template === "none" ? {} : { template_type: template };
  return { type: "template", payload: { ...type, buttons: list } };
}

function actionOf(button: OaButton) {
  if ("url" in button) return { type: "oa.open.url", payload: { url: button.url } };
  if ("dials" in button) return { type: "oa.open.phone", payload: { phone_code: button.dials } };
  return { type: "oa.query.hide", payload: button.says };
}

/** Calls once; when Zalo refuses the token and the source has another, calls once more with that. */
async function callWithToken(
  settings: ZaloSettings,
  tokens: TokenSource,
  path: string,
  body: object,
): Promise<Envelope> {
  const token = await tokens.current();
  const first = await post(settings, path, token, body);
  if (meaningOf(first.error) !== "token-refused") return accepted(first);

  const another = await tokens.refused(token);
  if (another === undefined) throw new ZaloRefused(first.error);
  return accepted(await post(settings, path, another, body));
}

function accepted(envelope: Envelope): Envelope {
  const meaning = meaningOf(envelope.error);
  switch (meaning) {
    case "accepted":
      return envelope;
    case "try-later":
      throw new ZaloUnreachable("busy");
    case "token-refused":
    case "refused":
      throw new ZaloRefused(envelope.error);
  }
}

async function post(
  settings: ZaloSettings,
  path: string,
  accessToken: string,
  body: object,
): Promise<Envelope> {
  try {
    const response = await fetch(`${settings.oaBaseUrl.replace(/\/+$/, "")}${path}`, {
      method: "POST",
      headers: { access_token: accessToken, "content-type": "application/json" },
      body: JSON.stringify(body),
      redirect: "error", // a redirect would carry the token to another host
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    return await readEnvelope(response);
  } catch (failure) {
    throw asUnreachable(failure);
  }
}

/** The failure itself is not kept as a cause: it may quote the answer or a header. */
function asUnreachable(failure: unknown): ZaloUnreachable {
  if (failure instanceof ZaloUnreachable) return failure;
  const isTimeout = failure instanceof DOMException && failure.name === "TimeoutError";
  return new ZaloUnreachable(isTimeout ? "timeout" : "no-connection");
}
