import { openSession } from "@truong-an/bot-server/people/sessions";
import { RefusalCode } from "@truong-an/shared/api/refusal";
import { StaffId } from "@truong-an/shared/ids";
import { refusalText } from "@truong-an/shared/text/vi";
import type { InjectOptions } from "fastify";
import { people } from "../demo/directory.ts";
import { type Door, sampleOf } from "./door-list.ts";
import type { Doorstep } from "./doorstep.ts";
import { marker } from "./misfits.ts";

/** Knocking at any door of the list, with anything, as many strangers and one member of staff. */

export type Asked = { readonly what: string; readonly status: number; readonly answer: string };
let caller = 0;

/** Knocks as a member of staff who is signed in, each time from another address. */
export async function knock(
  doorstep: Doorstep,
  door: Door,
  what: string,
  change: Partial<InjectOptions>,
): Promise<Asked> {
  const cookie = door.path.startsWith("/api/staff/") ? { cookie: await newSession(doorstep) } : {};
  caller += 1;
  const { headers, ...rest } = change;
  const sent = await doorstep.app.inject({
    method: door.method.toUpperCase() as "POST",
    url: urlOf(door),
    remoteAddress: `10.${caller >> 16}.${(caller >> 8) & 255}.${caller & 255}`,
    ...rest,
    headers: {
      "x-truong-an-console": "1",
      "user-agent": marker,
      ...cookie,
      ...headers,
    },
  });
  return { what: `${door.name}: ${what}`, status: sent.statusCode, answer: sent.body };
}

async function newSession({ world }: Doorstep): Promise<string> {
  const token = await openSession(world, world.db, StaffId.parse(people[0]?.id));
  return `truong-an-console=${token}`;
}

export function knockWith(
  doorstep: Doorstep,
  door: Door,
  what: string,
  body: string | Buffer,
): Promise<Asked> {
  return knock(doorstep, door, what, {
    payload: body,
    headers: { "content-type": door.contentType ?? "application/json" },
  });
}

export function urlOf(door: Door, given: Readonly<Record<string, string>> = {}): string {
  const path = door.path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const parameter = door.parameters.find((one) => one.name === name);
    return given[name] ?? encodeURIComponent(String(sampleOf(parameter?.schema ?? {})));
  });
  const query = Object.entries(given).filter(([name]) => !door.path.includes(`{${name}}`));
  const written = query.map(([name, value]) => `${name}=${value}`).join("&");
  return written === "" ? path : `${path}?${written}`;
}

/** A refusal is its code and its sentence, word for word: nothing of what was sent can be in it. */
export function isPlainRefusal({ status, answer }: Asked): boolean {
  if (status < 400 || status > 499) return false;
  const { code, message, ...rest } = JSON.parse(answer);
  const isKnown = RefusalCode.safeParse(code).success && code !== "internal";
  return isKnown && message === refusalText[code as RefusalCode] && Object.keys(rest).length === 0;
}

export function wrongOnes(asked: readonly Asked[]): readonly Asked[] {
  return asked.filter((one) => !isPlainRefusal(one));
}
