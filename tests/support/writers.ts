import { randomUUID } from "node:crypto";
import { openSession } from "@truong-an/bot-server/people/sessions";
import { StaffId } from "@truong-an/shared/ids";
import { people } from "../demo/directory.ts";
import { deskIdOf } from "./demo-ids.ts";
import type { Doorstep } from "./doorstep.ts";

/** A member of a desk with a session and no keys: enough for whatever is not sealed. */
export type Writer = {
  readonly id: StaffId;
  readonly name: string;
  readonly call: (method: "GET" | "POST" | "PUT", path: string, body?: unknown) => Promise<Told>;
};

export type Told = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
};

/** Seats the person of the demo directory at their desk, without an invitation. */
export async function seat(doorstep: Doorstep, desk: string): Promise<Writer> {
  const person = people.find((one) => one.desk === desk);
  return writerAt(doorstep, desk, StaffId.parse(person?.id), person?.name ?? "");
}

/** Seats somebody new beside them. */
export async function seatAnother(doorstep: Doorstep, desk: string, name: string): Promise<Writer> {
  const id = StaffId.parse(randomUUID());
  await doorstep.database.query("insert into staff (id, name, email) values ($1, $2, $3)", [
    id,
    name,
    `${id}@truong-an.invalid`,
  ]);
  return writerAt(doorstep, desk, id, name);
}

async function writerAt(
  { app, world, database }: Doorstep,
  desk: string,
  id: StaffId,
  name: string,
): Promise<Writer> {
  await database.query("insert into desk_members values ($1, $2, 'member', '', 1)", [
    deskIdOf(desk),
    id,
  ]);
  const call: Writer["call"] = async (method, path, body) => {
    const cookie = `truong-an-console=${await openSession(world, world.db, id)}`; // tests turn the clock
    const isBytes = body instanceof Uint8Array;
    const contentType = isBytes ? "application/octet-stream" : "application/json";
    const answer = await app.inject({
      method,
      url: `/api/staff/${path}`,
      headers: {
        cookie,
        "x-truong-an-console": "1",
        ...(body === undefined ? {} : { "content-type": contentType }),
      },
      ...(body === undefined
        ? {}
        : { payload: isBytes ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const isJson = answer.headers["content-type"]?.toString().includes("json") ?? false;
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: isJson ? answer.json() : answer.rawPayload,
    };
  };
  return { id, name, call };
}
