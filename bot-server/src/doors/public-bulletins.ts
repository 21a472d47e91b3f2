import {
  Article,
  AskForNotices,
  BulletinParams,
  CoverQuery,
  Feed,
  FeedQuery,
  NoticesAsked,
} from "@truong-an/shared/api/bulletins";
import type { FastifyReply } from "fastify";
import { readFeed } from "../bulletins/feed.ts";
import { findCover, findPublished } from "../bulletins/find.ts";
import { askForNotices } from "../bulletins/notice-consent.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";
import { cacheable } from "./cacheable.ts";
import { perMinute } from "./limits.ts";
import type { Doors } from "./schemas.ts";

const feedSeconds = 60;
const coverSeconds = 24 * 60 * 60; // not for ever: what is withdrawn shall be gone within a day

/** What anyone may read of bulletins. The same for everyone, so caches may keep it. */
export function publicBulletinDoors(app: Doors, world: World): void {
  const config = perMinute(3_000); // a school shares one address

  app.get(
    "/api/public/bulletins",
    { schema: { querystring: FeedQuery, response: { 200: Feed } }, config },
    async (request, reply) =>
      cacheable(request, reply, await readFeed(world, request.query), feedSeconds),
  );

  app.get(
    "/api/public/bulletins/:bulletinId",
    { schema: { params: BulletinParams, response: { 200: Article } }, config },
    async (request, reply) => {
      const found = await findPublished(world.db, request.params.bulletinId);
      if (found === undefined) throw new Refusal("not-found");
      const { audience: _forWhom, ...article } = found;
      return cacheable(request, reply, article, feedSeconds);
    },
  );

  app.get(
    "/api/public/bulletins/:bulletinId/cover",
    { schema: { params: BulletinParams, querystring: CoverQuery }, config },
    async (request, reply) => {
      const cover = await findCover(world.db, request.params.bulletinId);
      if (cover === undefined) throw new Refusal("not-found");
      return sendJpeg(reply, cover.image, cover.version === request.query.v);
    },
  );

  noticeDoor(app, world);
}

/** The one thing that is written here: a wish for notices. It waits for a job to ask Zalo whose it is. */
function noticeDoor(app: Doors, world: World): void {
  app.post(
    "/api/public/bulletin-notices",
    {
      schema: { body: AskForNotices, response: { 200: NoticesAsked } },
      config: perMinute(600),
    },
    async (request) => {
      await askForNotices(world, request.body);
      return { taken: true } as const;
    },
  );
}

/** The address names the version, so its picture never changes; of another version it may. */
function sendJpeg(reply: FastifyReply, image: Buffer, isNamed: boolean): FastifyReply {
  const kept = isNamed ? `max-age=${coverSeconds}, immutable` : `max-age=${feedSeconds}`;
  return reply.type("image/jpeg").header("cache-control", `public, ${kept}`).send(image);
}
