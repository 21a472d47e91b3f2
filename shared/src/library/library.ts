import { bulliedChildParents } from "./bullied-child-parents.ts";
import { childProtectionDutyToReport } from "./child-protection-duty-to-report.ts";
import { criminalResponsibilityAge } from "./criminal-responsibility-age.ts";
import { crossingTheRoadPrimary } from "./crossing-the-road-primary.ts";
import { cyberbullyingFourSteps } from "./cyberbullying-four-steps.ts";
import { disguisedDrugs } from "./disguised-drugs.ts";
import { drowningRuralPupils } from "./drowning-rural-pupils.ts";
import { examPressureParents } from "./exam-pressure-parents.ts";
import { fireAtHomePrimary } from "./fire-at-home-primary.ts";
import { fireEscapeSchoolApartment } from "./fire-escape-school-apartment.ts";
import { friendsCoolDown } from "./friends-cool-down.ts";
import { goodDeedTemplate } from "./good-deed-template.ts";
import type { Model } from "./model.ts";
import { myBodyIsMine } from "./my-body-is-mine.ts";
import { noticeLetterBoxHotlineTemplate } from "./notice-letter-box-hotline-template.ts";
import { onlineScamsPupils } from "./online-scams-pupils.ts";
import { parentTalkSubstanceSigns } from "./parent-talk-substance-signs.ts";
import { parentsOnlineTogether } from "./parents-online-together.ts";
import { privatePhotoThreat } from "./private-photo-threat.ts";
import { ridingAgeBikesMotorbikes } from "./riding-age-bikes-motorbikes.ts";
import { sadnessThatStays } from "./sadness-that-stays.ts";
import { safeChargingAtHome } from "./safe-charging-at-home.ts";
import { schoolCounsellingRoom } from "./school-counselling-room.ts";
import { schoolRunParents } from "./school-run-parents.ts";
import { staffFirstSteps } from "./staff-first-steps.ts";
import { strangersAndKnownPeoplePrimary } from "./strangers-and-known-people-primary.ts";
import { witnessThreeThings } from "./witness-three-things.ts";

/** The starter library, by topic. It is large: whoever needs it loads it when it is asked for. */
export const library: readonly Model[] = [
  childProtectionDutyToReport,
  criminalResponsibilityAge,
  crossingTheRoadPrimary,
  ridingAgeBikesMotorbikes,
  schoolRunParents,
  fireAtHomePrimary,
  fireEscapeSchoolApartment,
  safeChargingAtHome,
  cyberbullyingFourSteps,
  onlineScamsPupils,
  parentsOnlineTogether,
  privatePhotoThreat,
  disguisedDrugs,
  parentTalkSubstanceSigns,
  bulliedChildParents,
  friendsCoolDown,
  staffFirstSteps,
  witnessThreeThings,
  examPressureParents,
  sadnessThatStays,
  schoolCounsellingRoom,
  drowningRuralPupils,
  myBodyIsMine,
  strangersAndKnownPeoplePrimary,
  goodDeedTemplate,
  noticeLetterBoxHotlineTemplate,
];
