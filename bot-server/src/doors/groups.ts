import {
  AnswerPost,
  AskChange,
  AttachBot,
  AttachGroup,
  BroadcastList,
  BroadcastParams,
  BroadcastRow,
  CreateGroup,
  GroupList,
  GroupParams,
  GroupPlaces,
  PlacesAsked,
  Poster,
  PosterParams,
} from "@truong-an/shared/api/groups";
import { z } from "zod";
import { attachBot, attachGroup, createGroup } from "../groups/add.ts";
import { askChange, askSync } from "../groups/ask.ts";
import { listBroadcasts, readBroadcast } from "../groups/broadcast-list.ts";
import { answerPost, retryBroadcast, startBroadcast, stopBroadcast } from "../groups/broadcasts.ts";
import { findPlaces, listGroups } from "../groups/list.ts";
import { posterOf } from "../groups/poster.ts";
import type { World } from "../world.ts";
import { perMinute } from "./limits.ts";
import type { Doors } from "./schemas.ts";
import { requireStaff, staffOf } from "./staff-session.ts";

const done = { 204: z.null() };

/** Zalo groups, and bulletins on their way into them. Behind a session; nothing here calls Zalo. */
export function groupDoors(app: Doors, world: World): void {
  requireStaff(app, world);

  app.get("/api/staff/groups", { schema: { response: { 200: GroupList } } }, (request) =>
    listGroups(world, staffOf(request)),
  );

  app.post(
    "/api/staff/groups",
    { schema: { body: CreateGroup, response: done } },
    async (request, reply) => {
      await createGroup(world, staffOf(request), request.body);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/groups/bots",
    { schema: { body: AttachBot, response: done } },
    async (request, reply) => {
      await attachBot(world, staffOf(request), request.body);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/groups/sync",
    { schema: { response: done }, config: perMinute(60) },
    async (request, reply) => {
      await askSync(world, staffOf(request));
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/groups/:groupId/attach",
    { schema: { params: GroupParams, body: AttachGroup, response: done } },
    async (request, reply) => {
      await attachGroup(world, staffOf(request), request.params.groupId, request.body);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/groups/:groupId/changes",
    { schema: { params: GroupParams, body: AskChange, response: done } },
    async (request, reply) => {
      await askChange(world, staffOf(request), request.params.groupId, request.body);
      return reply.status(204).send(null);
    },
  );

  app.get(
    "/api/staff/group-places",
    { schema: { querystring: PlacesAsked, response: { 200: GroupPlaces } } },
    (request) => findPlaces(world, staffOf(request), request.query),
  );

  app.get(
    "/api/staff/posters/:schoolId",
    { schema: { params: PosterParams, response: { 200: Poster } } },
    (request) => posterOf(world, staffOf(request), request.params.schoolId),
  );

  broadcastDoors(app, world);
}

function broadcastDoors(app: Doors, world: World): void {
  const params = BroadcastParams;

  app.get(
    "/api/staff/broadcasts",
    { schema: { response: { 200: BroadcastList } } },
    async (request) => ({
      bulletins: await listBroadcasts(world, staffOf(request)),
    }),
  );

  app.get(
    "/api/staff/broadcasts/:bulletinId",
    { schema: { params, response: { 200: BroadcastRow } } },
    (request) => readBroadcast(world, staffOf(request), request.params.bulletinId),
  );

  app.post(
    "/api/staff/broadcasts/:bulletinId/start",
    { schema: { params, response: done } },
    async (request, reply) => {
      await startBroadcast(world, staffOf(request), request.params.bulletinId);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/broadcasts/:bulletinId/retry",
    { schema: { params, response: done } },
    async (request, reply) => {
      await retryBroadcast(world, staffOf(request), request.params.bulletinId);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/broadcasts/:bulletinId/stop",
    { schema: { params, response: done } },
    async (request, reply) => {
      await stopBroadcast(world, staffOf(request), request.params.bulletinId);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/broadcasts/:bulletinId/answer",
    { schema: { params, body: AnswerPost, response: done } },
    async (request, reply) => {
      await answerPost(world, staffOf(request), request.params.bulletinId, request.body);
      return reply.status(204).send(null);
    },
  );
}
