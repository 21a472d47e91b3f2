import { createHash } from "node:crypto";
import { acknowledgedAlert } from "@truong-an/shared/alert";
import { parseLinkCode } from "@truong-an/shared/link-code";
import { sql } from "drizzle-orm";
import type { Tx } from "../db/open.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { World } from "../world.ts";
import type { BotEvent } from "../zalo/event.ts";

/**
 * Hears one message to the Bot, once: a one-time code, "received" for an alert, or something else,
 * which is answered with whom to call and where to write. No word of it is kept. What is written in
 * groups is not for us.
 */
export async function takeBotMessage(
  world: World,
  { key, chatId, isGroup, text = "" }: BotEvent,
): Promise<"taken" | "known" | "ignored"> {
  if (isGroup) return "ignored";
  return world.db.transaction(async (tx) => {
    if (!(await isNew(world, tx, key))) return "known";
    await queueAnswer(tx, chatId, text);
    return "taken";
  });
}

async function isNew(world: World, tx: Tx, key: string): Promise<boolean> {
  const heardAt = new Date(world.now()).toISOString();
  const heard = await tx.execute(sql`
    insert into zalo_events (key_hash, heard_at)
    values (${createHash("sha256").update(key).digest()}, ${heardAt}::timestamptz)
    on conflict do nothing returning 1`);
  return heard.rows.length > 0;
}

async function queueAnswer(tx: Tx, chatId: string, text: string): Promise<void> {
  const code = parseLinkCode(text);
  if (code !== undefined) {
    const codeHash = createHash("sha256").update(code).digest("hex");
    return enqueue(tx, "link-zalo", { userId: chatId, codeHash, via: "bot" });
  }
  const alert = acknowledgedAlert(text) ?? null;
  if (alert !== null || text.trim() === "1") {
    const payload = { userId: chatId, alert, via: "bot" as const };
    return enqueue(tx, "acknowledge-alert", payload, { urgency: "high" });
  }
  return enqueue(tx, "answer-by-bot", { chatId, what: "who-we-are" }, { urgency: "high" });
}
