import { desksToAdd, sheetDesks } from "@truong-an/mini-app/staff/sheet-desks";
import { PlaceSheet, type SignedSheet } from "@truong-an/shared/directory";
import { newIdentity, recipientOf } from "@truong-an/shared/sealing/age";
import { toBase64 } from "@truong-an/shared/sealing/bytes";
import { newSigningKey, signSheet } from "@truong-an/shared/sealing/directory-signature";
import { expect, test } from "vitest";
import { quietFacts } from "../../support/reporter.ts";
import { aDesk, type TestDesk } from "./people.ts";

const school = await aDesk("11111111-1111-4111-8111-111111111111");
const police = await aDesk("22222222-2222-4222-8222-222222222222");
const commune = await aDesk("33333333-3333-4333-8333-333333333333");
const administrator = newSigningKey();
const directoryKey = toBase64(administrator.publicKey);

const sheetText = textOf([school, police, commune]);
const signed = signedBy(administrator.privateKey, sheetText);

test("names and keys of desks come from the signed sheet, whatever the server says beside it", () => {
  const renamed = { ...listed(police), name: "Bàn khác", recipient: commune.recipient };

  const desks = sheetDesks(directoryKey, { ...aReport(), handOverDesks: [renamed] });

  expect(desks?.handOver).toEqual([
    expect.objectContaining({
      id: police.deskId,
      name: police.name,
      keyNumber: 1,
      recipient: police.recipient,
      holdsEnvelope: false,
    }),
  ]);
});

test("a recipient put into the sheet by somebody else spoils its signature", async () => {
  const forger = await recipientOf(await newIdentity());
  const forged = { ...signed, sheet: sheetText.replace(police.recipient, forger) };

  expect(forged.sheet).not.toBe(sheetText);
  expect(sheetDesks(directoryKey, { ...aReport(), sheet: forged })).toBeNull();
});

test.each<[string, string | null, SignedSheet]>([
  ["nobody signed", directoryKey, { sheet: sheetText, signature: "A".repeat(86).concat("==") }],
  ["a stranger signed", directoryKey, signedBy(newSigningKey().privateKey, sheetText)],
  ["is no sheet", directoryKey, signedBy(administrator.privateKey, "no sheet at all")],
  ["this page has no key for", null, signed],
  [
    "is of a place for which this desk does not answer",
    directoryKey,
    signedBy(administrator.privateKey, textOf([police, commune])),
  ],
])("a sheet that %s offers no desk at all", (_what, key, sheet) => {
  expect(sheetDesks(key, { ...aReport(), sheet })).toBeNull();
});

test("a desk that is on the server's list but not on the sheet is not offered, and reads no note", async () => {
  const stranger = listed(await aDesk("44444444-4444-4444-8444-444444444444"));

  const desks = sheetDesks(directoryKey, {
    ...aReport(),
    handOverDesks: [stranger, listed(commune)],
    toldDesks: [stranger, listed(police)],
  });

  expect(desks?.handOver.map(({ id }) => id)).toEqual([commune.deskId]);
  expect(desks?.noteReaders.map(({ recipient }) => recipient)).toEqual([
    school.recipient,
    police.recipient,
  ]);
});

test("desks that a higher level adds are taken from the signed sheet, with their keys", () => {
  const desks = desksToAdd(directoryKey, aRaise(), { sheet: signed, desks: [police.deskId] });

  expect(desks).toMatchObject([{ id: police.deskId, recipient: police.recipient }]);
});

test.each<[string, Partial<Raise>, SignedSheet, string]>([
  ["a desk that is not on the sheet", {}, signed, "44444444-4444-4444-8444-444444444444"],
  ["the accused", { facts: { ...quietFacts, accused: "staff" } }, signed, police.deskId],
  [
    "a desk of a sheet that a stranger signed",
    {},
    signedBy(newSigningKey().privateKey, sheetText),
    police.deskId,
  ],
])("nothing is sealed for %s, whatever the server asks", (_whom, change, sheet, deskId) => {
  expect(
    desksToAdd(directoryKey, { ...aRaise(), ...change }, { sheet, desks: [deskId] }),
  ).toBeNull();
});

test("nothing is sealed for a desk that the level does not call, though it might read another", () => {
  const kinds = { [school.deskId]: "school", [police.deskId]: "police" };
  const sheet = signedBy(administrator.privateKey, textOf([school, police, commune], kinds));
  const asked = { sheet, desks: [police.deskId] };
  const quarrel: Raise = { ...aRaise(), level: "normal", reasons: ["matter-between-people"] };

  expect(desksToAdd(directoryKey, quarrel, asked)).toBeNull();
  expect(desksToAdd(directoryKey, aRaise(), asked)).toMatchObject([{ id: police.deskId }]);
});

type Raise = Parameters<typeof desksToAdd>[1];

function aRaise(): Raise {
  return {
    myDeskId: listed(school).id,
    level: "emergency",
    reasons: ["words-goodbye"],
    facts: quietFacts,
  };
}

type ReportPlace = Parameters<typeof sheetDesks>[1];

function aReport(): ReportPlace {
  return {
    sheet: signed,
    myDeskId: listed(school).id,
    handOverDesks: [listed(police)],
    toldDesks: [listed(school)],
  };
}

function listed(desk: TestDesk) {
  const found = sheetOf([school, police, commune, desk]).desks.find(({ id }) => id === desk.deskId);
  if (found === undefined) throw new Error("no such desk");
  return { id: found.id, kind: found.kind, name: found.name, holdsEnvelope: false };
}

type Kinds = Readonly<Record<string, string>>;

function sheetOf(desks: readonly TestDesk[], kinds: Kinds = {}): PlaceSheet {
  return PlaceSheet.parse({
    version: 3,
    schoolId: "00000000-0000-4000-8000-00000000000a",
    schoolName: "Trường thử",
    stage: "primary_lower",
    communeName: "Xã thử",
    provinceName: "Tỉnh thử",
    desks: desks.map(({ deskId, name, keyNumber, recipient }) => ({
      id: deskId,
      kind: kinds[deskId] ?? "school",
      name,
      phone: null,
      keyNumber,
      recipient,
    })),
  });
}

function textOf(desks: readonly TestDesk[], kinds: Kinds = {}): string {
  return JSON.stringify(sheetOf(desks, kinds));
}

function signedBy(privateKey: Uint8Array, sheet: string): SignedSheet {
  return { sheet, signature: toBase64(signSheet(privateKey, sheet)) };
}
