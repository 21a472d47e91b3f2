import { z } from "zod";
import type { Group } from "./groups.ts";
import type { Problem } from "./oa-api.ts";
import type { Sim } from "./sim.ts";

const OneGroup = z.looseObject({ group_id: z.string().min(1) });

/** Paging of the group calls: ordinary query parameters. */
export const Page = z.looseObject({
  offset: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(1).max(50).default(5),
});

/** The group that a query or a body names, if the Official Account may use groups at all. */
export function groupOf(sim: Sim, asked: unknown): Group | Problem {
  const named = OneGroup.safeParse(asked);
  if (!named.success) return [-201, "Parameter group_id is invalid"];
  return sim.groups.find(named.data.group_id) ?? [-403, "OA is not in this group"];
}
