import { DesksChanged } from "@truong-an/shared/api/reporter";
import type { ReportDetail } from "@truong-an/shared/api/staff";
import type { Decided } from "@truong-an/shared/routing/ladder";
import type { Answer } from "./api.ts";
import { sealForDesk } from "./keys.ts";
import { desksToAdd } from "./sheet-desks.ts";

type SealedEnvelope = Awaited<ReturnType<typeof sealForDesk>>;

/**
 * Asks a door for a higher level. If it names desks that hold no envelope yet, the report key is
 * sealed for them here and the door is asked once more. Nothing is sealed for a desk that the
 * administrator has not signed or that is not on the ladder of what was decided; then the door's no
 * stands. Throws `CannotOpen` when the report is not open here.
 */
export async function sealWhereAsked<T>(
  report: ReportDetail,
  decided: Decided,
  ask: (envelopes: SealedEnvelope[]) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const first = await ask([]);
  if (first.kind !== "refused" || first.code !== "desks-changed") return first;
  const { myDeskId, facts } = report;
  const asked = DesksChanged.safeParse(first.body);
  const desks = asked.success
    ? desksToAdd(__DIRECTORY_KEY__, { ...decided, myDeskId, facts }, asked.data)
    : null;
  if (desks === null) return first;
  const envelopes = await Promise.all(
    desks.map(({ id, keyNumber, recipient }) =>
      sealForDesk(report, { deskId: id, keyNumber, recipient }),
    ),
  );
  return ask(envelopes);
}
