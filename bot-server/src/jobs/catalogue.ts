import { callDesk } from "../alerts/call-desk.ts";
import { deliverAlert } from "../alerts/deliver.ts";
import { notifyMember, notifyOperator } from "../alerts/notify-member.ts";
import { watchRoster, watchRosters } from "../duty/watch.ts";
import { escalate } from "../routing/escalate.ts";
import type { World } from "../world.ts";
import type { JobName, Payload } from "./payloads.ts";

/** Which function does which job. */
export const catalogue: {
  readonly [Name in JobName]: (world: World, payload: Payload<Name>) => Promise<void>;
} = {
  "call-desk": callDesk,
  "deliver-alert": deliverAlert,
  escalate,
  "notify-member": notifyMember,
  "notify-operator": notifyOperator,
  "watch-roster": watchRoster,
  "watch-rosters": watchRosters,
};
