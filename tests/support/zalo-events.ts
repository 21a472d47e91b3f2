import { createHash, randomUUID } from "node:crypto";

/** What a doorstep needs to believe Zalo. */
export const oaSettings = {
  ZALO_APP_ID: "1000000000000000001",
  ZALO_OA_ID: "1000000000000000002",
  ZALO_APP_SECRET: "an app secret",
  ZALO_OA_SECRET: "an oa secret",
} as const;

export type ZaloBody = Readonly<Record<string, unknown>> & { readonly timestamp: string | number };

/** A text that a person sends to the Official Account, as Zalo tells it. */
export function textEvent(userId: string, text: string, at: number = Date.now()): ZaloBody {
  return event("user_send_text", userId, at, { message: { text, msg_id: randomUUID() } });
}

export function event(
  name: string,
  userId: string,
  at: number = Date.now(),
  more: object = {},
): ZaloBody {
  return {
    app_id: oaSettings.ZALO_APP_ID,
    sender: { id: userId },
    recipient: { id: oaSettings.ZALO_OA_ID },
    event_name: name,
    timestamp: String(at),
    ...more,
  };
}

/** Tells it to the server, signed. */
export async function tell(url: string, body: ZaloBody, signing: Signing = {}): Promise<Response> {
  const raw = JSON.stringify(body);
  return fetch(`${url}/webhooks/zalo`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-zevent-signature": signatureOf(raw, body.timestamp, signing),
    },
    body: raw,
  });
}

export type Signing = { readonly id?: string; readonly secret?: string; readonly bare?: boolean };

export function signatureOf(
  raw: string,
  timestamp: string | number,
  { id = oaSettings.ZALO_APP_ID, secret = oaSettings.ZALO_OA_SECRET, bare = false }: Signing,
): string {
  const hex = createHash("sha256").update(`${id}${raw}${timestamp}${secret}`).digest("hex");
  return bare ? hex : `mac=${hex}`;
}
