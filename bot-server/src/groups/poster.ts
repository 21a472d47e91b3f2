import type { Poster } from "@truong-an/shared/api/groups";
import type { SchoolId, StaffId } from "@truong-an/shared/ids";
import { refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { groupDesksOf, requireDesk } from "./desks.ts";
import { schoolLink } from "./links.ts";
import { findGroupPlace } from "./places.ts";

/** What a school's printed sheet says. */
export async function posterOf(
  { db, config }: World,
  staffId: StaffId,
  schoolId: SchoolId,
): Promise<Poster> {
  const place = await findGroupPlace(db, { kind: "school", id: schoolId });
  refuseUnless(place !== undefined, "not-found");
  requireDesk(await groupDesksOf(db, staffId), "use", place);
  return {
    schoolName: place.name,
    communeName: place.communeName,
    link: schoolLink(config, schoolId),
  };
}
