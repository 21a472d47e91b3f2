import { limits } from "@truong-an/shared/report";
import { newSubmissionId } from "@truong-an/shared/sealing/random";
import { jpegFrom } from "../ui/jpeg-from.ts";
import type { Photo } from "./report-form.ts";

const longestSide = 1600;

/** The photo as it will be sealed. Null when this browser cannot open the file, or make it small enough. */
export async function photoFrom(file: File): Promise<Photo | null> {
  const jpeg = await jpegFrom(file, { longestSide, mostBytes: limits.photoBytes });
  return jpeg && photoOf(jpeg);
}

function photoOf(jpeg: Photo["jpeg"]): Photo {
  const previewUrl = URL.createObjectURL(new Blob([jpeg], { type: "image/jpeg" }));
  return { id: newSubmissionId(), jpeg, previewUrl };
}
