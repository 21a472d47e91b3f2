import { createHash } from "node:crypto";

/** The same whenever Zalo sends the event again. A hash: it is kept to find doubles, and may name nobody. */
export function keyOf(eventName: string, subject: string): string {
  return createHash("sha256").update(`${eventName}\n${subject}`).digest("hex");
}
