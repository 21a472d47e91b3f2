import { PlaceSheet, type SignedSheet } from "../directory.ts";
import { fromBase64 } from "./bytes.ts";
import { verifySheet } from "./directory-signature.ts";

/**
 * The sheet, if the administrator with this public key (base64) signed it, whichever school it is
 * for. Null, never an error, for anything else; without a key no sheet is trusted.
 */
export function signedPlaceSheet(
  directoryKey: string | null,
  signed: SignedSheet,
): PlaceSheet | null {
  if (directoryKey === null) return null;
  try {
    const signature = fromBase64(signed.signature);
    if (!verifySheet(fromBase64(directoryKey), signed.sheet, signature)) return null;
    return PlaceSheet.safeParse(JSON.parse(signed.sheet)).data ?? null;
  } catch {
    return null; // a key or signature that is no base64, or signed text that is no JSON
  }
}
