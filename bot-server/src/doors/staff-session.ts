import type { StaffId } from "@truong-an/shared/ids";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { closeSession, findSession, openSession } from "../people/sessions.ts";
import { Refusal, refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";

const cookieName = "truong-an-console";
const pageHeader = "x-truong-an-console";

declare module "fastify" {
  interface FastifyRequest {
    /** Who is signed in. Set on every door behind `requireStaff`. */
    staffId: StaffId | null;
  }
}

/**
 * A request from our own console carries a header that no foreign form can set and, where the
 * browser says so, our own origin. Together with a SameSite=Strict cookie: no cross-site request.
 */
export async function requireOwnPage(world: World, request: FastifyRequest): Promise<void> {
  if (request.method === "GET" || request.method === "HEAD") return;
  const { origin } = request.headers;
  const isOurs =
    origin === undefined ||
    origin === new URL(world.config.PUBLIC_URL).origin ||
    origin === `${request.protocol}://${request.host}`;
  refuseUnless(isOurs && request.headers[pageHeader] === "1", "wrong-page");
}

/** Guards every door registered on this instance: signed in, and from our own page. */
export function requireStaff(app: FastifyInstance, world: World): void {
  app.decorateRequest("staffId", null);
  app.addHook("onRequest", async (request) => {
    await requireOwnPage(world, request);
    const token = request.cookies[cookieName];
    const staffId = token === undefined ? undefined : await findSession(world, token);
    if (staffId === undefined) throw new Refusal("signed-out");
    request.staffId = staffId;
  });
}

export function staffOf(request: FastifyRequest): StaffId {
  if (request.staffId === null) throw new Refusal("signed-out");
  return request.staffId;
}

export async function startSession(
  world: World,
  reply: FastifyReply,
  staffId: StaffId,
): Promise<void> {
  const token = await openSession(world, world.db, staffId);
  void reply.setCookie(cookieName, token, {
    path: "/api/staff",
    httpOnly: true,
    sameSite: "strict",
    secure: new URL(world.config.PUBLIC_URL).protocol === "https:",
  });
}

export async function endSession(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const token = request.cookies[cookieName];
  if (token !== undefined) await closeSession(world, token);
  void reply.clearCookie(cookieName, { path: "/api/staff" });
}
