import { STATUS_CODES } from "node:http";
import type { RefusalCode } from "@truong-an/shared/api/refusal";
import { refusalText } from "@truong-an/shared/text/vi";
import type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifyServerOptions,
} from "fastify";
import { traceOf } from "../log.ts";
import { Refusal } from "../refusal.ts";
import { lostPage } from "../text/vi.ts";
import type { World } from "../world.ts";

const statuses: Record<RefusalCode, number> = {
  malformed: 400,
  "too-large": 413,
  "not-found": 404,
  "too-many-requests": 429,
  "puzzle-needed": 428,
  "desks-changed": 409,
  "form-changed": 409,
  "no-such-receipt": 404,
  "photo-not-expected": 404,
  "bad-address": 422,
  "photo-damaged": 422,
  "signed-out": 401,
  "sign-in-refused": 403,
  "invitation-spent": 410,
  "wrong-page": 403,
  "not-now": 409,
  "already-taken": 409,
  "needs-colleague": 409,
  "leads-only": 403,
  unavailable: 503,
  internal: 500,
};

/** One place where an error becomes an answer: a stable code and a Vietnamese sentence, nothing else. */
export function mapRefusals(app: FastifyInstance, world: World): void {
  app.setNotFoundHandler((request, reply) => {
    if (!isPersonBrowsing(request)) return answer(world, reply, "not-found");
    world.metrics.refusals.inc({ code: "not-found" });
    return reply.status(404).type("text/html; charset=utf-8").send(lostPage);
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Refusal) return answer(world, reply, error.code, error.extra);
    const code = codeOf(error);
    if (code === "internal") logFailure(world, request, error);
    return answer(world, reply, code);
  });
}

type BeforeAnyDoor = Required<Pick<FastifyServerOptions, "frameworkErrors" | "clientErrorHandler">>;

/**
 * The same answer for what never reaches a door: an address that cannot be read, or bytes that are
 * not HTTP. Left to itself the framework would repeat the address.
 */
export function refusalsBeforeAnyDoor(world: World): BeforeAnyDoor {
  return {
    frameworkErrors: (error, _request, reply) => answer(world, reply, codeOf(error)),
    clientErrorHandler: (error, socket) => {
      if (!socket.writable) {
        socket.destroy();
        return;
      }
      const code = error.code === "HPE_HEADER_OVERFLOW" ? "too-large" : "malformed";
      world.metrics.refusals.inc({ code });
      const body = JSON.stringify({ code, message: refusalText[code] });
      const head = [
        `HTTP/1.1 ${statuses[code]} ${STATUS_CODES[statuses[code]]}`,
        "content-type: application/json; charset=utf-8",
        `content-length: ${Buffer.byteLength(body)}`,
        "connection: close",
      ];
      socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
    },
  };
}

function isPersonBrowsing(request: FastifyRequest): boolean {
  const isPage = !/^\/(api|health|metrics)\b/.test(request.url);
  const wantsPage = request.headers.accept?.includes("text/html") ?? false;
  return isPage && wantsPage && (request.method === "GET" || request.method === "HEAD");
}

function answer(world: World, reply: FastifyReply, code: RefusalCode, extra: object = {}) {
  world.metrics.refusals.inc({ code });
  return reply
    .status(statuses[code])
    .header("content-type", "application/json; charset=utf-8")
    .serializer((body: unknown) => JSON.stringify(body))
    .send({ code, message: refusalText[code], ...extra });
}

/** Postgres cannot be reached, is starting or stopping, or took too long: come back later. */
function isDatabaseAway(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return false;
  const code = "code" in cause ? String(cause.code) : "";
  return awayCodes.test(code) || awayWithoutCode.test(cause.message);
}

const awayCodes = /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|08...|57P0.|57014|53300)$/;
// What pg says when a connection is gone, or could not be had in time, without any code.
const awayWithoutCode = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** What the framework refuses by itself, in our codes. */
function codeOf(error: FastifyError): RefusalCode {
  switch (error.statusCode) {
    case 413:
      return "too-large";
    case 429:
      return "too-many-requests";
    case 503:
      return "unavailable";
    case undefined:
      return isDatabaseAway(error) ? "unavailable" : "internal";
    default:
      return error.statusCode >= 400 && error.statusCode < 500 ? "malformed" : "internal";
  }
}

function logFailure(world: World, request: FastifyRequest, error: unknown): void {
  const route = request.routeOptions.url ?? "none";
  world.log.error("failed", { route, method: request.method, ...traceOf(error) });
}
