import { createHmac } from "node:crypto";
import type { Config } from "../config.ts";

/** The name under which a conversation is kept: without the server's key it leads to no Zalo id. */
export function personKey(config: Config, userId: string): Buffer {
  return createHmac("sha256", config.PUZZLE_KEY).update(`chat:${userId}`).digest();
}

/**
 * The queue in which everything about one person is done in order: one of 256, since the job queue
 * keeps the names of its queues. Without the server's key no Zalo id leads to it.
 */
export function laneOf(person: Buffer): string {
  const [first = 0] = person;
  return `chat:${first}`;
}
