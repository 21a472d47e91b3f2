import { SchoolSearch, SchoolsFound, SheetAnswer, SheetParams } from "@truong-an/shared/api/public";
import { findSheet, searchSchools } from "../directory/find.ts";
import type { World } from "../world.ts";
import { perMinute } from "./limits.ts";
import type { Doors } from "./schemas.ts";

/** What anyone may read: schools, and the signed sheet of one. */
export function publicDoors(app: Doors, world: World): void {
  app.get(
    "/api/public/schools",
    {
      schema: { querystring: SchoolSearch, response: { 200: SchoolsFound } },
      config: perMinute(600),
    },
    async (request) => ({ schools: await searchSchools(world.db, request.query.search) }),
  );

  app.get(
    "/api/public/schools/:schoolId/sheet",
    // No limit: without the sheet a phone cannot seal, and a school shares one address.
    { schema: { params: SheetParams, response: { 200: SheetAnswer } } },
    (request) => findSheet(world.db, request.params.schoolId),
  );
}
