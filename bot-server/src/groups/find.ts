import type { SchoolId } from "@truong-an/shared/ids";
import { and, arrayOverlaps, asc, eq, isNotNull } from "drizzle-orm";
import { zaloGroups } from "../db/group-tables.ts";
import type { Queryable } from "../db/open.ts";

/** Names and invitation links of a school's groups, for whoever asks. Groups of staff are left out. */
export async function linksFor(
  db: Queryable,
  schoolId: SchoolId,
): Promise<readonly { readonly name: string; readonly link: string }[]> {
  const rows = await db
    .select({ name: zaloGroups.name, link: zaloGroups.link })
    .from(zaloGroups)
    .where(
      and(
        eq(zaloGroups.schoolId, schoolId),
        eq(zaloGroups.state, "enabled"),
        arrayOverlaps(zaloGroups.readers, ["parents", "pupils"]),
        isNotNull(zaloGroups.link),
      ),
    )
    .orderBy(asc(zaloGroups.name), asc(zaloGroups.id));
  return rows.map(({ name, link }) => ({ name, link: link ?? "" }));
}
