import { z } from "zod";
import { ZaloUnreachable } from "./errors.ts";

const maxAnswerBytes = 64 * 1024;

const Code = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^-?\d{1,9}$/)
    .transform(Number),
]);

/** The envelope around every answer of the OA API. Unknown fields are allowed: Zalo adds them without notice. */
const Envelope = z.looseObject({ error: Code, data: z.unknown().optional() });
export type Envelope = z.infer<typeof Envelope>;

/**
 * Reads one answer of Zalo. Errors of the application come with HTTP 200, so the status only tells
 * whether it was Zalo's application that answered. Throws ZaloUnreachable for everything that is not
 * the expected envelope, without any of the text in it.
 */
export async function readEnvelope(response: Response): Promise<Envelope> {
  if (response.status >= 500) return giveUp(response, "server-error");
  if (response.status === 429) return giveUp(response, "busy");

  const text = await readLimited(response);
  const envelope = Envelope.safeParse(parseJson(text));
  if (!envelope.success) throw new ZaloUnreachable("unreadable");
  return envelope.data;
}

async function giveUp(response: Response, why: "server-error" | "busy"): Promise<never> {
  await response.body?.cancel();
  throw new ZaloUnreachable(why);
}

async function readLimited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxAnswerBytes) throw new ZaloUnreachable("unreadable");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The parser's own message quotes the text, so it is dropped. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
