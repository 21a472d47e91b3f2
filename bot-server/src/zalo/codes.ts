import type { ZaloService } from "./errors.ts";

/**
 * Whom a refusal is about. `person`: this person or group, others can still be reached. `everyone`:
 * nobody can be reached this way until an operator has done something. `message`: this message,
 * its attachment or this hour of the day; another message may well go through.
 */
export type Scope = "person" | "everyone" | "message";

/** Whom a refusal is about, by the code in Zalo's answer. A code that nobody has documented is about the message. */
export function scopeOf({ service, code }: { service: ZaloService; code: number }): Scope {
  if (service === "oauth") return "everyone";
  return scopes[service].get(code) ?? "message";
}

/** What an error code asks of us. Any code not named here is a refusal. */
export function meaningOf(
  service: ZaloService,
  code: number,
): "accepted" | "refused" | "token-refused" | "try-later" {
  if (code === 0) return "accepted";
  if (later[service].includes(code)) return "try-later";
  return takesOaToken(service) && tokenRefused.includes(code) ? "token-refused" : "refused";
}

/** The Official Account's own access token; the others have keys that nobody refreshes. */
function takesOaToken(service: ZaloService): boolean {
  return service === "oa" || service === "zns";
}

const tokenRefused: readonly number[] = [
  -216, // access token invalid
  -220, // access token expired or removed
  -124, // the same, as the template message API says it
];

const later: Record<ZaloService, readonly number[]> = {
  oa: [
    -32, // too many requests for the app or the OA
    -200, // sending failed on their side
  ],
  zns: [
    -32,
    -100, // unknown on their side
  ],
  bot: [408, 429],
  mini: [
    -103, // too many requests
    -107, // failed on their side
  ],
  graph: [],
  oauth: [],
};

type Scoped = Exclude<ZaloService, "oauth">;

// Codes: Zalo OA OpenAPI (OA, groups), ZBS template message, Zalo Bot Platform, Mini App Open API, Social API.
const scopes: Record<Scoped, ReadonlyMap<number, Scope>> = {
  oa: scopeMap({
    person: [
      -213, // does not follow the OA
      -217, // has blocked invitations of the OA
      -218, // the receiver's own quota is used up
      -227, // banned, or not seen for 45 days
      -230, // no interaction in 7 days
      -232, // no interaction, or it has expired
      -237, // the group is disabled: its asset has lapsed
      -244, // has restricted this type of message
      -403, // the OA is not in the group
    ],
    everyone: [
      -204, // the OA is disabled
      -205, // the OA does not exist
      -209, // the app is not activated for this API
      -211, // out of quota
      -212, // API not registered
      -216, // access token invalid, and there is no other
      -219, // the app is removed or disabled
      -220, // access token expired, and there is no other
      -221, // the OA must be verified
      -223, // the OA has not granted this API
      -224, // the OA must upgrade its package
      -235, // not for this type of OA
      -240, // this API is closed
      -242, // bad proof of the app's secret
      -320, // no Zalo Cloud Account is linked
      -321, // the Zalo Cloud Account cannot be charged
      112, // the app is not linked with an OA
    ],
  }),
  zns: scopeMap({
    person: [
      -108, // phone number invalid
      -114, // cannot receive
      -118, // no such Zalo account
      -119, // cannot receive
      -139, // refused this type
      -140, // not eligible
      -141, // refused the OA
    ],
    everyone: [
      -104, // the app's secret is wrong
      -105, // the app is not linked to the OA
      -109, // template id invalid
      -115, // quota or balance
      -117, // no access to the template
      -124, // token invalid, and there is no other
      -216,
      -220,
      -126, // the development wallet is empty
      -127, // a test template: only to admins
      -131, // the template is not approved
      -135, // the OA may not send
      -1351, // the OA is blocked
      -136, // no Zalo Cloud Account
      -137, // the Zalo Cloud Account cannot be charged
      -144, // the OA's limit of the day
      -146, // the template is disabled for its quality
      -147, // the template's limit of the day
    ],
  }),
  bot: scopeMap({ person: [403], everyone: [401] }),
  mini: scopeMap({
    person: [
      -110, // user id invalid
      -111, // the app may not notify this user
    ],
    everyone: [
      -102, // API key invalid
      -104, // authentication required
      -108, // app id invalid
      -109, // out of quota
      -112, // the key's scope
      -113, // the caller's address is not on the list
      -114, // Mini App id invalid
    ],
  }),
  graph: scopeMap({
    person: [
      210, // not visible
      452, // the user's session has ended
    ],
    everyone: [
      -242, // bad proof of the app's secret
      112, // the app is not linked with an OA
    ],
  }),
};

function scopeMap(codes: { person: number[]; everyone: number[] }): ReadonlyMap<number, Scope> {
  return new Map<number, Scope>([
    ...codes.person.map((code) => [code, "person"] as const),
    ...codes.everyone.map((code) => [code, "everyone"] as const),
  ]);
}
