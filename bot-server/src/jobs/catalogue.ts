import { acknowledgeAlert } from "../alerts/acknowledge.ts";
import { answerByBot } from "../alerts/answer-by-bot.ts";
import { callDesk } from "../alerts/call-desk.ts";
import { deliverAlert } from "../alerts/deliver.ts";
import { lookAtZalo } from "../alerts/look.ts";
import { notifyMember, notifyOperator } from "../alerts/notify-member.ts";
import { registerBot } from "../alerts/register-bot.ts";
import { tellOperator } from "../alerts/tell-operator.ts";
import { tryChannel } from "../alerts/try-channel.ts";
import { announceBulletin } from "../bulletins/announce.ts";
import { confirmNotice } from "../bulletins/confirm-notice.ts";
import { resumeNotices } from "../bulletins/resume-notices.ts";
import { sendNotice } from "../bulletins/send-notice.ts";
import { sweepNotices } from "../bulletins/sweep-notices.ts";
import { converse } from "../chat/converse.ts";
import { forgetPerson } from "../chat/forget-person.ts";
import { giveReceipt } from "../chat/give-receipt.ts";
import { say } from "../chat/say.ts";
import { sendDraft } from "../chat/send-draft.ts";
import { sweepChat } from "../chat/sweep.ts";
import { watchRoster, watchRosters } from "../duty/watch.ts";
import { changeGroup } from "../groups/change.ts";
import { warnOfLapse, watchAssets } from "../groups/lapse.ts";
import { readGroup } from "../groups/read.ts";
import { syncGroups } from "../groups/sync.ts";
import { broadcastBulletin } from "../groups/walk.ts";
import { answerLinkCode } from "../people/link-zalo.ts";
import { climbPast, escalate } from "../routing/escalate.ts";
import type { World } from "../world.ts";
import type { JobName, Payload } from "./payloads.ts";

/** Which function does which job. */
export const catalogue: {
  readonly [Name in JobName]: (world: World, payload: Payload<Name>) => Promise<void>;
} = {
  "acknowledge-alert": acknowledgeAlert,
  "answer-by-bot": answerByBot,
  "register-bot": registerBot,
  "announce-bulletin": announceBulletin,
  "call-desk": callDesk,
  "confirm-notice": confirmNotice,
  converse,
  "climb-past": climbPast,
  "deliver-alert": deliverAlert,
  escalate,
  "notify-member": notifyMember,
  "notify-operator": notifyOperator,
  "watch-roster": watchRoster,
  "watch-rosters": watchRosters,
  "forget-person": forgetPerson,
  "give-receipt": giveReceipt,
  say,
  "send-draft": sendDraft,
  "send-notice": sendNotice,
  "resume-notices": resumeNotices,
  "sweep-notices": sweepNotices,
  "sweep-chat": sweepChat,
  "link-zalo": answerLinkCode,
  "look-at-zalo": lookAtZalo,
  "tell-operator": tellOperator,
  "try-channel": tryChannel,
  "broadcast-bulletin": broadcastBulletin,
  "change-group": changeGroup,
  "read-group": readGroup,
  "sync-groups": syncGroups,
  "warn-of-lapse": warnOfLapse,
  "watch-assets": watchAssets,
};
