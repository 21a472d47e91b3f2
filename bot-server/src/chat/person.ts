import { createHash, createHmac } from "node:crypto";
import type { Config } from "../config.ts";

/** The name under which a conversation is kept: without the server's key it leads to no Zalo id. */
export function personKey(config: Config, userId: string): Buffer {
  return createHmac("sha256", config.PUZZLE_KEY).update(`chat:${userId}`).digest();
}

const lanes = 256;

/**
 * The queue in which everything about one person is done in order. Many share it: the job queue keeps
 * the names of its queues, and this one tells of nobody.
 */
export function laneOf(userId: string): string {
  const [first = 0] = createHash("sha256").update(userId).digest();
  return `chat:${first % lanes}`;
}
