import { z } from "zod";

/** Every reason for which a door says no. Stable: machines rely on these codes. */
export const RefusalCode = z.enum([
  "malformed", // the body does not fit the schema
  "too-large",
  "not-found",
  "too-many-requests",
  "puzzle-needed", // solve the proof of work and send again
  "desks-changed", // seal again for the desks on the sheet in `sheet`
  "form-changed", // this form version is no longer understood
  "no-such-receipt",
  "photo-not-expected",
  "photo-damaged",
  "signed-out",
  "sign-in-refused", // e-mail, passphrase or one-time code is wrong: never which
  "invitation-spent", // used, expired or unknown
  "wrong-page", // the request does not come from our own console
  "not-now", // the report's status does not allow it
  "already-taken",
  "bad-address", // neither a mobile number nor an e-mail, whichever was asked for
  "needs-colleague", // whoever wrote it may not approve or publish it
  "leads-only", // a lead of the desk may, this member may not
  "unavailable",
  "internal",
]);
export type RefusalCode = z.infer<typeof RefusalCode>;

/** What every refusal looks like. `message` is Vietnamese, for people. */
export const RefusalBody = z.object({
  code: RefusalCode,
  message: z.string(),
});
export type RefusalBody = z.infer<typeof RefusalBody>;
