import type { FastifyInstance } from "fastify";
import { oaSuccess } from "./oa-api.ts";
import type { Sim } from "./sim.ts";

/** `GET /v2.0/oa/getoa`: who the Official Account is. */
export function oaAccountRoutes(oa: FastifyInstance, sim: Sim): void {
  oa.get("/v2.0/oa/getoa", async () =>
    oaSuccess(sim, {
      oa_id: sim.oa.id,
      name: sim.oa.name,
      description: "",
      oa_alias: "",
      is_verified: true,
      oa_type: 2,
      cate_name: "Cơ quan nhà nước",
      num_follower: sim.people.all().filter((person) => person.followed).length,
      avatar: "",
      cover: "",
      package_name: "Growth",
      package_valid_through_date: "31/12/2027",
      linked_ZCA: "",
    }),
  );
}
