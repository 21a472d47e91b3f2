import type { Role } from "@truong-an/shared/triage/reading/features";
import type { Reading } from "@truong-an/shared/triage/reading/read";

/** Reads a text of the reporter for its meaning. The words stay where they are. */
export type Reader = (text: string, role: Role) => Reading;

let loading: Promise<Reader> | undefined;

/**
 * The reader with its trained weights, fetched once. Rejects when they cannot be had; the next call
 * tries again. A desk's browser judges nothing by word rules alone: they are too rough to wake
 * anybody.
 */
export function loadReader(): Promise<Reader> {
  loading ??= fetchReader().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchReader(): Promise<Reader> {
  const [{ readingOf }, { weightsFrom }, { trained }] = await Promise.all([
    import("@truong-an/shared/triage/reading/read"),
    import("@truong-an/shared/triage/reading/weights"),
    import("@truong-an/shared/triage/trained/weights"),
  ]);
  const weights = weightsFrom(trained);
  return (text, role) => readingOf(text, role, weights);
}
