import {
  BulletinDetail,
  BulletinParams,
  BulletinPlaces,
  BulletinRows,
  BulletinsQuery,
  CoverTaken,
  EditBulletin,
  PlacesQuery,
  SeenVersion,
  VersionParams,
  WithdrawBulletin,
  WriteBulletin,
} from "@truong-an/shared/api/bulletins";
import { bulletinLimits } from "@truong-an/shared/bulletin";
import { z } from "zod";
import { listBulletins, listPlaces, readBulletin, readCover } from "../bulletins/read.ts";
import { takeStep, withdrawBulletin } from "../bulletins/steps.ts";
import { editBulletin, keepCover, writeBulletin } from "../bulletins/write.ts";
import type { World } from "../world.ts";
import type { Doors } from "./schemas.ts";
import { requireStaff, staffOf } from "./staff-session.ts";

const done = { 204: z.null() };
const textBodyBytes = 64 * 1024; // 12,000 letters with their marks, written as JSON

/** The console's doors to bulletins, all behind a session. */
export function bulletinDoors(app: Doors, world: World): void {
  requireStaff(app, world);

  app.get(
    "/api/staff/bulletins",
    { schema: { querystring: BulletinsQuery, response: { 200: BulletinRows } } },
    (request) => listBulletins(world, staffOf(request), request.query.status),
  );

  app.get(
    "/api/staff/bulletins/:bulletinId",
    { schema: { params: BulletinParams, response: { 200: BulletinDetail } } },
    (request) => readBulletin(world, staffOf(request), request.params.bulletinId),
  );

  app.get(
    "/api/staff/bulletins/:bulletinId/versions/:version/cover",
    { schema: { params: VersionParams } },
    async (request, reply) => {
      const { bulletinId, version } = request.params;
      const image = await readCover(world, staffOf(request), bulletinId, version);
      return reply.type("image/jpeg").send(image);
    },
  );

  app.get(
    "/api/staff/bulletin-places",
    { schema: { querystring: PlacesQuery, response: { 200: BulletinPlaces } } },
    (request) => {
      const { deskId, search } = request.query;
      return listPlaces(world, staffOf(request), deskId, search);
    },
  );

  writingDoors(app, world);
  stepDoors(app, world);
}

function writingDoors(app: Doors, world: World): void {
  app.post(
    "/api/staff/bulletins",
    { schema: { body: WriteBulletin, response: done }, bodyLimit: textBodyBytes },
    async (request, reply) => {
      await writeBulletin(world, staffOf(request), request.body);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/bulletins/:bulletinId/edit",
    {
      schema: { params: BulletinParams, body: EditBulletin, response: done },
      bodyLimit: textBodyBytes,
    },
    async (request, reply) => {
      const { bulletinId } = request.params;
      await editBulletin(world, staffOf(request), bulletinId, request.body);
      return reply.status(204).send(null);
    },
  );

  app.put(
    "/api/staff/bulletins/:bulletinId/cover",
    {
      schema: {
        params: BulletinParams,
        body: z.instanceof(Buffer),
        consumes: ["application/octet-stream"],
        response: { 200: CoverTaken },
      },
      bodyLimit: bulletinLimits.coverBytes,
    },
    (request) => keepCover(world, staffOf(request), request.params.bulletinId, request.body),
  );
}

function stepDoors(app: Doors, world: World): void {
  for (const step of ["submit", "return", "approve", "publish"] as const) {
    app.post(
      `/api/staff/bulletins/:bulletinId/${step}`,
      { schema: { params: BulletinParams, body: SeenVersion, response: done } },
      async (request, reply) => {
        const { bulletinId } = request.params;
        await takeStep(world, staffOf(request), bulletinId, step, request.body);
        return reply.status(204).send(null);
      },
    );
  }

  app.post(
    "/api/staff/bulletins/:bulletinId/withdraw",
    { schema: { params: BulletinParams, body: WithdrawBulletin, response: done } },
    async (request, reply) => {
      const { bulletinId } = request.params;
      await withdrawBulletin(world, staffOf(request), bulletinId, request.body.version);
      return reply.status(204).send(null);
    },
  );
}
