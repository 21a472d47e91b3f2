import type { ReportId, StaffId } from "@truong-an/shared/ids";
import { eq } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { reports } from "../db/tables.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";
import { fetchPhoto } from "./photos.ts";
import { seatAt } from "./standing.ts";

/** The sealed bytes of a photo, for someone who may read its report. Every view is remembered. */
export async function openPhoto(
  world: World,
  staffId: StaffId,
  reportId: ReportId,
  sha256: string,
): Promise<Buffer> {
  const [report] = await world.db
    .select({ id: reports.id, ownerDeskId: reports.ownerDeskId })
    .from(reports)
    .where(eq(reports.id, reportId));
  if (report === undefined) throw new Refusal("not-found");
  const { deskId } = await seatAt(world.db, staffId, report, "read");
  const sealed = await fetchPhoto(world.db, reportId, sha256);
  await record(world.db, { kind: "photo-opened", reportId, staffId, deskId, at: world.now() });
  return sealed;
}
