import { record } from "../audit/record.ts";
import { forgetSubscriber } from "../bulletins/subscriptions.ts";
import { dropIdleContact } from "../db/contacts.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import { sayAll, stopWaiting } from "./converse.ts";
import { personKey } from "./person.ts";
import { dropState } from "./states.ts";

/**
 * Deletes everything that is kept under this Zalo account, and remembers only that it was done. The
 * account of a member of staff stays known as long as it is where they are called.
 */
export async function forgetPerson(
  world: World,
  { userId }: Payload<"forget-person">,
): Promise<void> {
  const now = world.now();
  await world.db.transaction(async (tx) => {
    await forgetSubscriber(tx, userId);
    const person = personKey(world.config, userId);
    await dropState(tx, person);
    await stopWaiting(tx, person);
    await dropIdleContact(tx, userId);
    await record(tx, { kind: "person-forgotten", at: now });
    await sayAll(tx, { userId, person }, [{ say: "forgotten" }], now);
  });
}
