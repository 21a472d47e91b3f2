import { PlaceSheet, SignedSheet } from "@truong-an/shared/directory";
import { fromBase64 } from "@truong-an/shared/sealing/bytes";
import { verifySheet } from "@truong-an/shared/sealing/directory-signature";
import { fetchSheet } from "./api.ts";
import { rememberedSheet, rememberSheet } from "./remembered.ts";

/** What stands between a school's name and sealing to its desks. */
export type FoundPlace =
  | { readonly kind: "verified"; readonly sheet: PlaceSheet }
  | { readonly kind: "untrusted" } // the signature is not the administrator's: never seal
  | { readonly kind: "not-found" }
  | { readonly kind: "unreachable" };

/**
 * The school's signed sheet: the server's, or the one kept on this phone when there is no network.
 * Only a sheet that the administrator signed, for this very school, is ever `verified`; one older
 * than the sheet kept here is refused too, so that a removed desk cannot be brought back.
 */
export async function loadPlace(schoolId: string): Promise<FoundPlace> {
  const answer = await fetchSheet(schoolId);
  const kept = keptSheet(schoolId);
  if (answer.kind === "refused" && answer.code === "not-found") return { kind: "not-found" };
  if (answer.kind !== "ok")
    return kept ? { kind: "verified", sheet: kept } : { kind: "unreachable" };
  const sheet = verifiedSheet(answer.value, schoolId);
  if (sheet === null || (kept && kept.version > sheet.version)) return { kind: "untrusted" };
  rememberSheet(schoolId, JSON.stringify(answer.value));
  return { kind: "verified", sheet };
}

/** The sheet, if the administrator whose key is built in signed it for this school. */
export function verifiedSheet(signed: SignedSheet, schoolId: string): PlaceSheet | null {
  const sheet = signedSheet(signed);
  return sheet?.schoolId === schoolId ? sheet : null;
}

/** The sheet, if the administrator whose key is built in signed it, whichever school it is for. */
function signedSheet(signed: SignedSheet): PlaceSheet | null {
  if (__DIRECTORY_KEY__ === null) return null;
  const key = fromBase64(__DIRECTORY_KEY__);
  if (!verifySheet(key, signed.sheet, fromBase64(signed.signature))) return null;
  const sheet = PlaceSheet.safeParse(JSON.parse(signed.sheet));
  return sheet.success ? sheet.data : null;
}

function keptSheet(schoolId: string): PlaceSheet | null {
  const kept = rememberedSheet(schoolId);
  if (kept === null) return null;
  try {
    const signed = SignedSheet.safeParse(JSON.parse(kept));
    return signed.success ? verifiedSheet(signed.data, schoolId) : null;
  } catch {
    return null;
  }
}
