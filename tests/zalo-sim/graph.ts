import { createHmac, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Chance } from "./chance.ts";
import { hour, type SimClock } from "./clock.ts";
import type { Person } from "./people.ts";
import type { Sim } from "./sim.ts";

/** What a person's Zalo gives the Mini App: access tokens, and codes that a server may exchange once. */
export type Graph = {
  readonly newUserToken: (personId: string) => string;
  readonly newCode: (personId: string, of: "phone" | "location") => string;
  readonly personOf: (accessToken: string) => string | undefined;
  readonly useCode: (code: string) => { personId: string; of: "phone" | "location" } | undefined;
  readonly reset: () => void;
};

const tokenLife = hour;
const codeLife = 2 * 60_000;

export function createGraph(clock: SimClock, chance: Chance): Graph {
  const tokens = new Map<string, { personId: string; until: number }>();
  const codes = new Map<string, { personId: string; of: "phone" | "location"; until: number }>();
  return {
    newUserToken: (personId) => {
      const token = chance.hex(64);
      tokens.set(token, { personId, until: clock.now() + tokenLife });
      return token;
    },
    newCode: (personId, of) => {
      const code = chance.hex(40);
      codes.set(code, { personId, of, until: clock.now() + codeLife });
      return code;
    },
    personOf: (accessToken) => {
      const token = tokens.get(accessToken);
      return token !== undefined && clock.now() < token.until ? token.personId : undefined;
    },
    useCode: (code) => {
      const found = codes.get(code);
      codes.delete(code);
      return found !== undefined && clock.now() < found.until ? found : undefined;
    },
    reset: () => {
      tokens.clear();
      codes.clear();
    },
  };
}

/** Who holds a user's token (`/v2.0/me`), and what a one-time code stands for (`/v2.0/me/info`). */
export function graphRoutes(zalo: FastifyInstance, sim: Sim): void {
  zalo.get("/v2.0/me", async ({ headers, query }) => {
    const token = String(headers["access_token"] ?? "");
    const person = personWith(sim, token);
    if (person === undefined) return refusal(452, "Session key invalid");
    const { fields, miniapp_id } = Query.parse(query);
    const isFromMiniApp = miniapp_id === sim.mini.appId; // the SDK in the page knows no secret
    if (!isFromMiniApp && !hasProof(sim, token, headers["appsecret_proof"])) {
      return refusal(sim.conditions.now().badProof, "Invalid appsecret_proof");
    }
    const known = knownAbout(person);
    const asked = fields.split(",").flatMap((name) => (name in known ? [[name, known[name]]] : []));
    const answer = { id: person.appUserId, ...Object.fromEntries(asked), is_sensitive: false };
    return sim.chance.withUnknownFields({ ...answer, error: 0, message: "Success" });
  });

  zalo.get("/v2.0/me/info", async ({ headers }) => {
    const person = personWith(sim, String(headers["access_token"] ?? ""));
    if (person === undefined) return refusal(452, "Session key invalid");
    if (headers["secret_key"] !== sim.app.secret) return refusal(100, "Invalid parameter");
    const used = sim.graph.useCode(String(headers["code"] ?? ""));
    if (used?.personId !== person.id) return refusal(100, "Invalid code");
    const data = used.of === "phone" ? { number: person.phone } : locationAt(sim.clock.now());
    return sim.chance.withUnknownFields({ data, error: 0, message: "Success" });
  });
}

const Query = z.looseObject({
  fields: z.string().default("id"),
  miniapp_id: z.string().optional(),
});

function personWith(sim: Sim, token: string): Person | undefined {
  return sim.people.find(sim.graph.personOf(token) ?? "");
}

function hasProof(sim: Sim, token: string, given: unknown): boolean {
  const wanted = createHmac("sha256", sim.app.secret).update(token).digest("hex");
  const proof = Buffer.from(String(given ?? ""));
  return proof.length === wanted.length && timingSafeEqual(proof, Buffer.from(wanted));
}

function knownAbout(person: Person): Readonly<Record<string, unknown>> {
  const isShown = person.shares.includes("name");
  return {
    id: person.appUserId,
    name: isShown ? person.name : "",
    picture: { data: { url: "" } },
    is_follower: person.followed,
    ...(person.followed ? { user_id_by_oa: person.id } : {}),
  };
}

function locationAt(now: number) {
  return { provider: "gps", latitude: "11.8453", longitude: "108.1902", timestamp: String(now) };
}

function refusal(error: number, message: string) {
  return { error, message };
}
