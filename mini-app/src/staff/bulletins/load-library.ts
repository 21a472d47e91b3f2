import type { Model } from "@truong-an/shared/library/model";

/** The starter library, which the console carries apart: most pages never need it. */
export async function loadLibrary(): Promise<readonly Model[]> {
  const { library } = await import("@truong-an/shared/library/library");
  return library;
}
