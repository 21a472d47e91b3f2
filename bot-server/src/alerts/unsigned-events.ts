import { addMinutes, type Instant } from "@truong-an/shared/time";
import type { World } from "../world.ts";
import { clearAlarm, raiseAlarm } from "./alarm.ts";

const togetherMinutes = 10;
const fewest = 3;

/**
 * Tells a wrong setting from a stranger at the door. Zalo gives up after some hours of being refused,
 * and then the chat is silent: when a third event comes within ten minutes whose signature is not
 * ours, and none came that is, the operator hears of it. The first one that is ours ends it.
 */
export function watchSignatures(world: World) {
  const { db, log, now } = world;
  let since: readonly Instant[] = [];
  let isRaised = true; // perhaps by a process before this one
  return {
    signed: async (): Promise<void> => {
      since = [];
      if (!isRaised) return;
      isRaised = false;
      await clearAlarm(db, "webhook");
    },
    unsigned: async (): Promise<void> => {
      const at = now();
      since = [...since.filter((one) => one > addMinutes(at, -togetherMinutes)), at].slice(-fewest);
      if (since.length === 1) log.warn("an event has a wrong signature");
      if (since.length < fewest) return;
      isRaised = true;
      await raiseAlarm(db, "webhook", at);
    },
  };
}
