import { Writer } from "@truong-an/shared/report";
import type { Role } from "@truong-an/shared/triage/reading/features";
import { rememberedWriter } from "./remembered.ts";

/** Who writes, as the reader knows it. Whoever does not say is most likely a pupil. */
export function roleOf(writer: Writer): Role {
  switch (writer) {
    case "pupil_primary":
    case "pupil_lower":
    case "pupil_upper":
    case "unsaid":
      return "student";
    case "parent":
    case "teacher":
    case "other":
      return writer;
  }
}

/** The kind of writer chosen on this phone. */
export function writerNow(): Writer {
  return Writer.safeParse(rememberedWriter()).data ?? "unsaid";
}
