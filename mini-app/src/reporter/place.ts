import { type PlaceSheet, SignedSheet } from "@truong-an/shared/directory";
import { signedPlaceSheet } from "@truong-an/shared/sealing/place-sheet";
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
  const sheet = currentSheet(answer.value, schoolId, kept?.version ?? 0);
  if (sheet === null) return { kind: "untrusted" };
  rememberSheet(schoolId, JSON.stringify(answer.value));
  return { kind: "verified", sheet };
}

/**
 * The sheet that the server sends along while sealing again, if it is signed for this school and
 * no older than the one sealed under before or the one kept on this phone.
 */
export function newerSheet(
  signed: SignedSheet,
  schoolId: string,
  sealedUnder: number,
): PlaceSheet | null {
  return currentSheet(signed, schoolId, Math.max(sealedUnder, keptSheet(schoolId)?.version ?? 0));
}

function currentSheet(signed: SignedSheet, schoolId: string, oldest: number): PlaceSheet | null {
  const sheet = signedPlaceSheet(__DIRECTORY_KEY__, signed);
  return sheet?.schoolId === schoolId && sheet.version >= oldest ? sheet : null;
}

function keptSheet(schoolId: string): PlaceSheet | null {
  const kept = rememberedSheet(schoolId);
  if (kept === null) return null;
  try {
    const signed = SignedSheet.safeParse(JSON.parse(kept));
    return signed.success ? currentSheet(signed.data, schoolId, 0) : null;
  } catch {
    return null;
  }
}
