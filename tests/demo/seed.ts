import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { PlaceSheet } from "@truong-an/shared/directory";
import { DeskId, SchoolId } from "@truong-an/shared/ids";
import { missingKinds } from "@truong-an/shared/routing/readers";
import { newIdentity, recipientOf } from "@truong-an/shared/sealing/age";
import { fromBase64, toBase64, toBase64Url } from "@truong-an/shared/sealing/bytes";
import { signSheet } from "@truong-an/shared/sealing/directory-signature";
import { newInvitation, printInvitation, sealDeskKey } from "@truong-an/shared/sealing/staff-keys";
import { foldVietnamese } from "@truong-an/shared/text/fold";
import pg from "pg";
import {
  communes,
  type DemoDesk,
  type DemoPerson,
  type DemoSchool,
  desks,
  people,
  province,
  schools,
} from "./directory.ts";

export type DemoInvitation = {
  readonly personId: string;
  readonly zaloId: string;
  readonly printed: string;
};

export type DeskKeys = ReadonlyMap<
  string,
  { readonly identity: string; readonly recipient: string }
>;

const keyPath = new URL(
  import.meta.url.includes("/dist/")
    ? "../../demo/administrator-key.json"
    : "./administrator-key.json",
  import.meta.url,
);
const administratorKey: { privateKey: string } = JSON.parse(readFileSync(keyPath, "utf8"));

const validDays = 365;

/**
 * Plays the administrator at the opening day of a province: makes every desk's key, signs the
 * sheets and writes one invitation a person, with the desk's key sealed to the secret in its
 * link. The private keys live in this function and are gone when it returns, unless the caller
 * (a test) asks to watch them. Does nothing, and answers nothing, when the directory is there.
 */
export async function seedDirectory(
  databaseUrl: string,
  watchKeys?: (keys: DeskKeys) => void,
  everyone: readonly DemoPerson[] = people,
): Promise<readonly DemoInvitation[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("lock table provinces in exclusive mode");
    const known = await client.query("select 1 from provinces limit 1");
    const invitations = known.rowCount === 0 ? await fill(client, everyone, watchKeys) : [];
    await client.query("commit");
    return invitations;
  } finally {
    await client.end();
  }
}

async function fill(
  client: pg.Client,
  everyone: readonly DemoPerson[],
  watchKeys?: (keys: DeskKeys) => void,
) {
  const keys = new Map<string, { identity: string; recipient: string }>();
  for (const desk of desks) {
    const identity = await newIdentity();
    keys.set(desk.key, { identity, recipient: await recipientOf(identity) });
  }
  watchKeys?.(keys);
  await insertPlaces(client, keys);
  const invitations: DemoInvitation[] = [];
  for (const person of everyone) {
    await insertPerson(client, person);
    const desk = deskOf(person.desk);
    const printed = await invite(client, person, desk, keyOf(keys, person.desk).identity);
    invitations.push({ personId: person.id, zaloId: person.zaloId, printed });
  }
  return invitations;
}

async function insertPlaces(client: pg.Client, keys: DeskKeys): Promise<void> {
  await client.query("insert into provinces values ($1, $2)", [province.id, province.name]);
  for (const commune of communes) {
    await client.query("insert into communes values ($1, $2, $3)", [
      commune.id,
      province.id,
      commune.name,
    ]);
  }
  for (const desk of desks) {
    await client.query("insert into desks values ($1, $2, $3, $4, 1, $5)", [
      desk.id,
      desk.kind,
      desk.name,
      desk.phone,
      keyOf(keys, desk.key).recipient,
    ]);
  }
  for (const school of schools) {
    const communeName = communes.find(({ id }) => id === school.communeId)?.name ?? "";
    await client.query("insert into schools values ($1, $2, $3, $4, $5)", [
      school.id,
      school.communeId,
      school.name,
      school.stage,
      foldVietnamese(`${school.name} ${communeName}`),
    ]);
    for (const key of school.desks) {
      await client.query("insert into school_desks values ($1, $2)", [school.id, deskOf(key).id]);
    }
    refuseGaps(school);
    await insertSheet(client, school.id, JSON.stringify(sheetOf(school, communeName, keys)));
  }
}

function sheetOf(school: DemoSchool, communeName: string, keys: DeskKeys): object {
  return {
    version: 1,
    schoolId: school.id,
    schoolName: school.name,
    stage: school.stage,
    communeName,
    provinceName: province.name,
    desks: school.desks.map(deskOf).map(({ key, ...desk }) => ({
      ...desk,
      keyNumber: 1,
      recipient: keyOf(keys, key).recipient,
    })),
  } satisfies { [Field in keyof PlaceSheet]: unknown };
}

async function insertSheet(client: pg.Client, schoolId: string, sheet: string): Promise<void> {
  const signature = toBase64(signSheet(fromBase64(administratorKey.privateKey), sheet));
  await client.query("insert into place_sheets values ($1, 1, $2, $3)", [
    schoolId,
    sheet,
    signature,
  ]);
}

async function insertPerson(client: pg.Client, person: DemoPerson): Promise<void> {
  await client.query("insert into staff (id, name, email) values ($1, $2, $3)", [
    person.id,
    person.name,
    person.email,
  ]);
  await client.query(
    "insert into duty_channels values ($1, 1, 'oa-message', $2), ($1, 2, 'email', $3)",
    [person.id, person.zaloId, person.email],
  );
  await client.query("insert into staff_zalo values ($1, $2, now())", [person.id, person.zaloId]);
  await client.query("insert into zalo_contacts values ($1, now()) on conflict do nothing", [
    person.zaloId,
  ]);
  await client.query("insert into desk_duty values ($1, $2)", [deskOf(person.desk).id, person.id]);
}

async function invite(client: pg.Client, person: DemoPerson, desk: DemoDesk, deskIdentity: string) {
  const invitation = newInvitation();
  const envelope = await sealDeskKey(
    { deskId: desk.id, keyNumber: 1, deskIdentity },
    await recipientOf(invitation.identity),
  );
  await client.query(
    `insert into invitations (token_hash, staff_id, desk_id, role, desk_key_envelope, key_number, expires_at)
     values ($1, $2, $3, $6, $4, 1, now() + make_interval(days => $5))`,
    [
      createHash("sha256").update(toBase64Url(invitation.token)).digest(),
      person.id,
      desk.id,
      Buffer.from(envelope),
      validDays,
      person.seat,
    ],
  );
  return printInvitation(invitation);
}

/** A place that lacks a kind of desk could leave a serious report with a lone gatekeeper. */
function refuseGaps(school: DemoSchool): void {
  const place = {
    schoolId: SchoolId.parse(school.id),
    stage: school.stage,
    desks: school.desks.map(deskOf).map(({ id, kind }) => ({ id: DeskId.parse(id), kind })),
  };
  const missing = missingKinds(place);
  if (missing.length > 0) throw new Error(`${school.name} lacks: ${missing.join(", ")}`);
}

function deskOf(key: string): DemoDesk {
  const desk = desks.find((one) => one.key === key);
  if (desk === undefined) throw new Error("no such desk in the demo directory");
  return desk;
}

function keyOf(keys: DeskKeys, key: string): { identity: string; recipient: string } {
  const found = keys.get(key);
  if (found === undefined) throw new Error("no such desk key in the demo directory");
  return found;
}
