import cookie from "@fastify/cookie";
import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import underPressure from "@fastify/under-pressure";
import { type FastifyInstance, fastify } from "fastify";
import { openAddressHash } from "./doors/address.ts";
import { botWebhookDoor } from "./doors/bot-webhook.ts";
import { bulletinDoors } from "./doors/bulletins.ts";
import { dutyDoors } from "./doors/duty.ts";
import { groupDoors } from "./doors/groups.ts";
import { healthDoors } from "./doors/health.ts";
import { registerLimits } from "./doors/limits.ts";
import { miniWebhookDoor } from "./doors/mini-webhook.ts";
import { oaWebhookDoor } from "./doors/oa-webhook.ts";
import { pages } from "./doors/pages.ts";
import { publicDoors } from "./doors/public.ts";
import { publicBulletinDoors } from "./doors/public-bulletins.ts";
import { mapRefusals, refusalsBeforeAnyDoor } from "./doors/refusals.ts";
import { reporterDoors } from "./doors/reporter.ts";
import { type Doors, registerSchemas } from "./doors/schemas.ts";
import { staffDoors } from "./doors/staff.ts";
import { staffAlertDoors } from "./doors/staff-alerts.ts";
import { staffEntryDoors } from "./doors/staff-entry.ts";
import type { World } from "./world.ts";

const smallBodyBytes = 16 * 1024; // doors that take more say so

/** Every door on one Fastify. It logs route patterns and codes; no address, agent, URL or body. */
export async function buildApp(world: World): Promise<Doors> {
  const app = fastify({
    logger: false,
    bodyLimit: smallBodyBytes,
    trustProxy: world.config.TRUST_PROXY.length > 0 && world.config.TRUST_PROXY,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 128 },
    ...refusalsBeforeAnyDoor(world),
  });
  mapRefusals(app, world);
  measureAnswers(app, world);
  const addressHash = openAddressHash(world);
  await app.register(helmet, { ...pageSecurity });
  await app.register(cookie);
  await openToTheMiniApp(app, world);
  keepAnswersOutOfCaches(app);
  await app.register(underPressure, { maxEventLoopDelay: 5_000 });
  await registerLimits(app, addressHash);
  const doors = await registerSchemas(app);

  await doors.register(async (scope: Doors) => {
    publicDoors(scope, world);
    publicBulletinDoors(scope, world);
    reporterDoors(scope, world, addressHash);
    healthDoors(scope, world);
  });
  oaWebhookDoor(doors, world);
  botWebhookDoor(doors, world);
  miniWebhookDoor(doors, world);
  await doors.register(async (scope: Doors) => staffEntryDoors(scope, world));
  await doors.register(async (scope: Doors) => staffDoors(scope, world));
  await doors.register(async (scope: Doors) => bulletinDoors(scope, world));
  await doors.register(async (scope: Doors) => dutyDoors(scope, world));
  await doors.register(async (scope: Doors) => staffAlertDoors(scope, world));
  await doors.register(async (scope: Doors) => groupDoors(scope, world));
  await pages(app);
  return doors;
}

/** Nothing from elsewhere, nothing inline; WebAssembly for Argon2id. */
const pageSecurity = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:", "blob:"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: "no-referrer" as const },
};

/** Inside Zalo the Mini App lives on another origin: it may use the reporter's doors, never staff's. */
async function openToTheMiniApp(app: FastifyInstance, world: World): Promise<void> {
  const open = {
    origin: world.config.MINI_APP_ORIGINS,
    methods: ["GET", "POST", "PUT"],
    allowedHeaders: ["content-type"],
    maxAge: 86_400,
    strictPreflight: false,
  };
  await app.register(cors, {
    delegator: (request, done) => {
      done(null, /^\/api\/(public|reporter)\//.test(request.url ?? "") ? open : { origin: false });
    },
  });
}

/** What a door answers is for whoever asked, at that moment, unless the door itself says more. */
function keepAnswersOutOfCaches(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    if (request.url.startsWith("/api/")) void reply.header("cache-control", "no-store");
  });
}

function measureAnswers(app: FastifyInstance, world: World): void {
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    const took = reply.elapsedTime;
    world.metrics.answers.observe({ route, status: String(reply.statusCode) }, took / 1000);
    const { method } = request;
    world.log.info("answered", { route, method, status: reply.statusCode, took: Math.round(took) });
  });
}
