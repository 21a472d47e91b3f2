import { mayInviteAnyone } from "@truong-an/shared/group";
import type { SchoolId } from "@truong-an/shared/ids";
import { and, arrayOverlaps, asc, eq, isNotNull } from "drizzle-orm";
import { zaloGroups } from "../db/group-tables.ts";
import type { Queryable } from "../db/open.ts";

export type Invitations = {
  readonly links: readonly { readonly name: string; readonly link: string }[];
  readonly areSomeHeldBack: boolean; // groups with pupils that let anybody in
};

/**
 * The ways into a school's groups, for whoever writes to the account. Groups of staff are left out; a
 * group with pupils is told of only while somebody lets each newcomer in.
 */
export async function invitationsTo(db: Queryable, schoolId: SchoolId): Promise<Invitations> {
  const { name, link, readers, asksToJoin } = zaloGroups;
  const rows = await db
    .select({ name, link, readers, asksToJoin })
    .from(zaloGroups)
    .where(
      and(
        eq(zaloGroups.schoolId, schoolId),
        eq(zaloGroups.state, "enabled"),
        arrayOverlaps(readers, ["parents", "pupils"]),
        isNotNull(link),
      ),
    )
    .orderBy(asc(name), asc(zaloGroups.id));
  const open = rows.filter(mayInviteAnyone);
  return {
    links: open.map((row) => ({ name: row.name, link: row.link ?? "" })),
    areSomeHeldBack: open.length < rows.length,
  };
}
