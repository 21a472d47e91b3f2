import { readFileSync } from "node:fs";
import { newIdentity, recipientOf } from "@truong-an/shared/sealing/age";
import { fromBase64, toBase64 } from "@truong-an/shared/sealing/bytes";
import { signSheet } from "@truong-an/shared/sealing/directory-signature";
import { deskIdOf } from "../../support/demo-ids.ts";
import type { Stage } from "../../support/stage.ts";

const keyFile = new URL("../../demo/administrator-key.json", import.meta.url);
const administrator: { readonly privateKey: string } = JSON.parse(readFileSync(keyFile, "utf8"));

/** Plays the administrator who gives a desk a new key: the directory and the signed sheets change. */
export async function renewDeskKey({ database }: Stage, desk: string): Promise<string> {
  const identity = await newIdentity();
  const recipient = await recipientOf(identity);
  await database.query("update desks set key_number = 2, recipient = $2 where id = $1", [
    deskIdOf(desk),
    recipient,
  ]);
  const { rows } = await database.query("select school_id, sheet from place_sheets");
  for (const row of rows) {
    const sheet = JSON.parse(row.sheet);
    for (const one of sheet.desks) {
      if (one.id === deskIdOf(desk)) Object.assign(one, { keyNumber: 2, recipient });
    }
    const changed = JSON.stringify({ ...sheet, version: sheet.version + 1 });
    const signature = toBase64(signSheet(fromBase64(administrator.privateKey), changed));
    await database.query(
      "update place_sheets set version = version + 1, sheet = $2, signature = $3 where school_id = $1",
      [row.school_id, changed, signature],
    );
  }
  return identity;
}

/** A server that turned bad: a desk of its own on the sheet, without the administrator's signature. */
export async function slipInADesk({ database }: Stage, schoolId: string): Promise<void> {
  const recipient = await recipientOf(await newIdentity());
  const { rows } = await database.query("select sheet from place_sheets where school_id = $1", [
    schoolId,
  ]);
  const sheet = JSON.parse(rows[0].sheet);
  sheet.desks[0].recipient = recipient;
  await database.query("update place_sheets set sheet = $2 where school_id = $1", [
    schoolId,
    JSON.stringify(sheet),
  ]);
}
