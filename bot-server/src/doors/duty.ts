import {
  DatedParams,
  DeskParams,
  DutySheet,
  HandOverDuty,
  SavePlan,
  WriteAbsence,
  WriteCover,
} from "@truong-an/shared/api/duty";
import { z } from "zod";
import { withdrawAbsence, writeAbsence } from "../duty/absences.ts";
import { handOverDuty, withdrawCover, writeCover } from "../duty/covers.ts";
import { savePlan } from "../duty/plan.ts";
import { readDuty } from "../duty/read.ts";
import type { World } from "../world.ts";
import type { Doors } from "./schemas.ts";
import { requireStaff, staffOf } from "./staff-session.ts";

const done = { 204: z.null() };
const params = DeskParams;

/** The doors of the duty roster: who is on duty at a desk, and every change to it. */
export function dutyDoors(app: Doors, world: World): void {
  requireStaff(app, world);

  app.get(
    "/api/staff/desks/:deskId/duty",
    { schema: { params, response: { 200: DutySheet } } },
    (request) => readDuty(world, staffOf(request), request.params.deskId),
  );

  app.post(
    "/api/staff/desks/:deskId/duty/plan",
    { schema: { params, body: SavePlan, response: done } },
    async (request, reply) => {
      await savePlan(world, staffOf(request), request.params.deskId, request.body);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/desks/:deskId/duty/hand-over",
    { schema: { params, body: HandOverDuty, response: done } },
    async (request, reply) => {
      await handOverDuty(world, staffOf(request), request.params.deskId, request.body);
      return reply.status(204).send(null);
    },
  );

  datedDoors(app, world);
}

function datedDoors(app: Doors, world: World): void {
  app.post(
    "/api/staff/desks/:deskId/duty/covers",
    { schema: { params, body: WriteCover, response: done } },
    async (request, reply) => {
      await writeCover(world, staffOf(request), request.params.deskId, request.body);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/desks/:deskId/duty/covers/:id/withdraw",
    { schema: { params: DatedParams, response: done } },
    async (request, reply) => {
      await withdrawCover(world, staffOf(request), request.params.deskId, request.params.id);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/desks/:deskId/duty/absences",
    { schema: { params, body: WriteAbsence, response: done } },
    async (request, reply) => {
      await writeAbsence(world, staffOf(request), request.params.deskId, request.body);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/desks/:deskId/duty/absences/:id/withdraw",
    { schema: { params: DatedParams, response: done } },
    async (request, reply) => {
      await withdrawAbsence(world, staffOf(request), request.params.deskId, request.params.id);
      return reply.status(204).send(null);
    },
  );
}
