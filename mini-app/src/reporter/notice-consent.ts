import type { SchoolId } from "@truong-an/shared/ids";
import { postNoticeWish } from "./bulletins-api.ts";
import { hushSignIn, inTime, isNotSupported, saysNo } from "./zalo-sdk-answers.ts";
import { letSdkIn } from "./zalo-sdk-page.ts";

/** `wanted`: to be told by Zalo of new bulletins for this school; or to be told no more. */
export type NoticeWish = { readonly schoolId: SchoolId; readonly wanted: boolean };

export type NoticeOutcome =
  | "recorded" // the server has it, and asks Zalo whose wish it is
  | "declined"
  | "not-here" // this page may hold a report
  | "too-old" // this Zalo cannot
  | "no-zalo"
  | "unknown-school"
  | "unavailable" // the server has no way to notify anybody
  | "not-sent";

const consentWithinMs = 60_000;
const tokenWithinMs = 15_000;

/**
 * Asks Zalo, which asks the person, and sends the wish with the person's token for this Mini App. The
 * token is in this call's memory only. Nothing is sent once the wish is taken back (`isStillWished`).
 */
export async function askForNotices(
  { schoolId, wanted }: NoticeWish,
  isStillWished: () => boolean,
): Promise<NoticeOutcome> {
  if (!letSdkIn()) return "not-here";
  hushSignIn();
  try {
    const accessToken = await tokenAfterConsent(wanted);
    if (!isStillWished()) return "declined";
    const answer = await postNoticeWish({ accessToken, schoolId, wanted });
    return answer === "taken" ? "recorded" : answer;
  } catch (reason) {
    if (wanted && saysNo(reason)) return "declined";
    return isNotSupported(reason) ? "too-old" : "no-zalo";
  }
}

/** Only who wants notices is asked whether Zalo may show them. */
async function tokenAfterConsent(wanted: boolean): Promise<string> {
  const { getAccessToken, requestSendNotification } = await import("zmp-sdk/apis");
  if (wanted) await inTime(requestSendNotification(), consentWithinMs);
  const token = await inTime(getAccessToken(), tokenWithinMs);
  if (token === "") throw new Error("Zalo gave an empty token");
  return token;
}
