import {
  Close,
  CorrectLevel,
  HandOver,
  Me,
  Queue,
  QueueQuery,
  ReadAgain,
  ReadingTaken,
  ReportDetail,
  ReportParams,
  ReportPhotoParams,
  WriteMessage,
  WriteNote,
} from "@truong-an/shared/api/staff";
import { z } from "zod";
import { whoIs } from "../people/sign-in.ts";
import { closeReport } from "../reports/close.ts";
import { correctLevel } from "../reports/correct.ts";
import { readQueue, readReport } from "../reports/find.ts";
import { openPhoto } from "../reports/open-photo.ts";
import { readAgain } from "../reports/raise.ts";
import { handOver, takeReport, writeMessage, writeNote } from "../reports/work.ts";
import type { World } from "../world.ts";
import type { Doors } from "./schemas.ts";
import { endSession, requireStaff, staffOf } from "./staff-session.ts";

const done = { 204: z.null() };
const sealedBodyBytes = 128 * 1024;

/** The doors of the console, all behind a session. */
export function staffDoors(app: Doors, world: World): void {
  requireStaff(app, world);

  app.get("/api/staff/me", { schema: { response: { 200: Me } } }, (request) =>
    whoIs(world, staffOf(request)),
  );

  app.post("/api/staff/sign-out", { schema: { response: done } }, async (request, reply) => {
    await endSession(world, request, reply);
    return reply.status(204).send(null);
  });

  app.get(
    "/api/staff/reports",
    { schema: { querystring: QueueQuery, response: { 200: Queue } } },
    (request) => readQueue(world, staffOf(request), request.query.closed === "true"),
  );

  app.get(
    "/api/staff/reports/:reportId",
    { schema: { params: ReportParams, response: { 200: ReportDetail } } },
    (request) => readReport(world, staffOf(request), request.params.reportId),
  );

  app.get(
    "/api/staff/reports/:reportId/photos/:sha256",
    { schema: { params: ReportPhotoParams } },
    async (request, reply) => {
      const { reportId, sha256 } = request.params;
      const sealed = await openPhoto(world, staffOf(request), reportId, sha256);
      return reply.type("application/octet-stream").send(sealed);
    },
  );

  workDoors(app, world);
}

function workDoors(app: Doors, world: World): void {
  const params = ReportParams;
  const bodyLimit = sealedBodyBytes;

  app.post(
    "/api/staff/reports/:reportId/take",
    { schema: { params, response: done } },
    async (request, reply) => {
      await takeReport(world, staffOf(request), request.params.reportId);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/reports/:reportId/notes",
    { schema: { params, body: WriteNote, response: done }, bodyLimit },
    async (request, reply) => {
      await writeNote(world, staffOf(request), request.params.reportId, request.body);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/reports/:reportId/messages",
    { schema: { params, body: WriteMessage, response: done }, bodyLimit },
    async (request, reply) => {
      await writeMessage(world, staffOf(request), request.params.reportId, request.body);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/reports/:reportId/hand-over",
    { schema: { params, body: HandOver, response: done } },
    async (request, reply) => {
      await handOver(world, staffOf(request), request.params.reportId, request.body);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/reports/:reportId/close",
    { schema: { params, body: Close, response: done } },
    async (request, reply) => {
      await closeReport(world, staffOf(request), request.params.reportId, request.body);
      return reply.status(204).send(null);
    },
  );

  levelDoors(app, world);
}

function levelDoors(app: Doors, world: World): void {
  const params = ReportParams;

  app.post(
    "/api/staff/reports/:reportId/level",
    { schema: { params, body: CorrectLevel, response: done } },
    async (request, reply) => {
      await correctLevel(world, staffOf(request), request.params.reportId, request.body);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/reports/:reportId/signals",
    { schema: { params, body: ReadAgain, response: { 200: ReadingTaken } } },
    (request) => readAgain(world, staffOf(request), request.params.reportId, request.body),
  );
}
