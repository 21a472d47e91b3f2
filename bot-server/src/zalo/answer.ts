import { z } from "zod";
import { ZaloUnreachable } from "./errors.ts";
import { Code } from "./wire.ts";

const maxAnswerBytes = 64 * 1024;

/** What every answer says: a code, 0 for yes, and what was asked for. */
export type Envelope = { readonly error: number; readonly data?: unknown };

/** The envelope of the OA API and the template API. Unknown fields are allowed: Zalo adds them without notice. */
const OaEnvelope = z
  .looseObject({ error: Code, data: z.unknown().optional() })
  .transform(({ error, data }): Envelope => ({ error, data }));

/** The Bot platform's: `ok` decides, whatever the status. */
export const BotEnvelope = z
  .looseObject({
    ok: z.boolean(),
    result: z.unknown().optional(),
    error_code: Code.optional().catch(undefined),
  })
  .transform(
    ({ ok, result, error_code }): Envelope => ({
      error: ok ? 0 : (error_code ?? unnamedRefusal),
      data: result,
    }),
  );

/** The Mini App Open API's: documented as `err` for one endpoint and seen as `error` for another. */
export const MiniEnvelope = z
  .union([z.looseObject({ error: Code }), z.looseObject({ err: Code })])
  .transform((answer): Envelope => ({ error: codeOf(answer), data: answer }));

/** The Social API's: what was asked for lies flat beside an optional code. */
export const GraphEnvelope = z
  .looseObject({ error: Code.default(0) })
  .transform((answer): Envelope => ({ error: answer.error, data: answer }));

const unnamedRefusal = -1;

function codeOf(answer: { error: number } | { err: number }): number {
  return "error" in answer ? Number(answer.error) : Number(answer.err);
}

/**
 * Reads one answer of Zalo. Errors of the application come with HTTP 200, so the status only tells
 * whether it was Zalo's application that answered. Throws ZaloUnreachable for everything that is not
 * the expected envelope, without any of the text in it.
 */
export async function readEnvelope(
  response: Response,
  schema: z.ZodType<Envelope> = OaEnvelope,
): Promise<Envelope> {
  const envelope = schema.safeParse(parseJson(await readText(response)));
  if (!envelope.success) throw new ZaloUnreachable("unreadable");
  return envelope.data;
}

/** The body of an answer that came from Zalo's application, of a size that we are willing to read. */
export async function readText(response: Response): Promise<string> {
  if (response.status >= 500) return giveUp(response, "server-error");
  if (response.status === 429) return giveUp(response, "busy");
  return readLimited(response);
}

/** The parser's own message quotes the text, so it is dropped. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
