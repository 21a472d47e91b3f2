import { loadPlace, newerSheet } from "@truong-an/mini-app/reporter/place";
import { sealReply, sendReply } from "@truong-an/mini-app/reporter/reply";
import type { OpenedThread } from "@truong-an/mini-app/reporter/thread";
import type { SendMessage } from "@truong-an/shared/api/reporter";
import { PlaceSheet, type SignedSheet } from "@truong-an/shared/directory";
import type { Facts, KeptByReceipt } from "@truong-an/shared/report";
import { newIdentity, recipientOf } from "@truong-an/shared/sealing/age";
import { toBase64 } from "@truong-an/shared/sealing/bytes";
import { newSigningKey, signSheet } from "@truong-an/shared/sealing/directory-signature";
import type { Signal } from "@truong-an/shared/triage/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const schoolId = "00000000-0000-4000-8000-00000000000a";
const otherSchoolId = "00000000-0000-4000-8000-00000000000b";
const visitedSchoolId = "00000000-0000-4000-8000-00000000000c";
const policeId = "00000000-0000-4000-8000-000000000002";
const administrator = newSigningKey();
const deskRecipient = await recipientOf(await newIdentity());
const reportIdentity = await newIdentity();
const recipient = await recipientOf(reportIdentity);

beforeEach(() => {
  vi.stubGlobal("__API_BASE__", "");
  vi.stubGlobal("__DIRECTORY_KEY__", toBase64(administrator.publicKey));
});
afterEach(() => vi.unstubAllGlobals());

test.each([
  ["as old as the one sealed under", aSheet({ version: 4 }), 4],
  ["newer than the one sealed under", aSheet({ version: 5 }), 5],
])("a sheet %s is taken", (_what, signed, version) => {
  expect(newerSheet(signed, schoolId, 4)?.version).toBe(version);
});

test.each([
  ["older than the one sealed under", aSheet({ version: 3 })],
  ["of another school", aSheet({ version: 5, school: otherSchoolId })],
  ["that a stranger signed", aSheet({ version: 5, key: newSigningKey().privateKey })],
])("a sheet %s is not taken", (_what, signed) => {
  expect(newerSheet(signed, schoolId, 4)).toBeNull();
});

test("a sheet older than the one this phone has seen is not taken, whatever was sealed under", async () => {
  const seen = aSheet({ version: 9, school: visitedSchoolId });
  vi.stubGlobal("fetch", async () => Response.json(seen));
  expect(await loadPlace(visitedSchoolId)).toMatchObject({ kind: "verified" });

  const older = aSheet({ version: 8, school: visitedSchoolId });
  expect(newerSheet(older, visitedSchoolId, 1)).toBeNull();
  expect(newerSheet(seen, visitedSchoolId, 1)?.version).toBe(9);
});

test("a reply in danger gives the police the report key, by a sheet as new as the report's own", async () => {
  const sent = stubServerThatWantsPolice(aSheet({ version: 4 }));

  expect(await sendReply(await aReply(), anOpenedThread(4))).toMatchObject({ kind: "sent" });

  expect(sent.map(({ envelopes }) => envelopes.map(({ deskId }) => deskId))).toEqual([
    [],
    [policeId],
  ]);
});

test("a reply whose words raise the report gives the police the report key too", async () => {
  const sent = stubServerThatWantsPolice(aSheet({ version: 4 }));
  const reply = await aReply({ dangerNow: false, signals: ["goodbye", "says_today"] });

  expect(await sendReply(reply, anOpenedThread(4))).toMatchObject({ kind: "sent" });

  expect(sent.map(({ signals }) => signals)).toEqual([
    ["goodbye", "says_today"],
    ["goodbye", "says_today"],
  ]);
  expect(sent[1]?.envelopes.map(({ deskId }) => deskId)).toEqual([policeId]);
});

test("a reply is given to nobody by a sheet older than the report's own", async () => {
  const sent = stubServerThatWantsPolice(aSheet({ version: 3 }));

  expect(await sendReply(await aReply(), anOpenedThread(4))).toMatchObject({ kind: "refused" });

  expect(sent.map(({ envelopes }) => envelopes)).toEqual([[]]);
});

/** Answers the first try with `desks-changed` and this sheet, any later one with yes. */
function stubServerThatWantsPolice(sheet: SignedSheet): readonly SendMessage[] {
  const sent: SendMessage[] = [];
  const changed = { code: "desks-changed", message: "Nơi nhận vừa đổi.", sheet, desks: [policeId] };
  vi.stubGlobal("fetch", async (_url: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body));
    return sent.length === 1
      ? Response.json(changed, { status: 409 })
      : Response.json({ level: "emergency", photosWanted: [] });
  });
  return sent;
}

const facts: Facts = {
  danger: "no",
  categories: ["bullying"],
  accused: "peer",
  when: "days",
  writer: "pupil_lower",
  wantsPolice: false,
  excluded: null,
};

function anOpenedThread(sheetVersion: number): OpenedThread {
  const kept = { schoolId, sheetVersion, facts } as KeptByReceipt;
  const submissionId = "44444444-4444-4444-8444-444444444444";
  const thread = { submissionId, recipient, level: "normal" };
  return { thread, reportIdentity, kept, story: null, messages: [] } as unknown as OpenedThread;
}

async function aReply(
  said: { readonly dangerNow: boolean; readonly signals: readonly Signal[] } = {
    dangerNow: true,
    signals: [],
  },
) {
  const keys = { finder: toBase64(new Uint8Array(32)), identity: "" };
  const input = { keys, opened: anOpenedThread(4), text: "Cứu em.", photos: [], ...said };
  const reply = await sealReply(input);
  if (reply === null) throw new Error("the reply was not sealed");
  return reply;
}

function aSheet(given: {
  readonly version: number;
  readonly school?: string;
  readonly key?: Uint8Array;
}): SignedSheet {
  const sheet = JSON.stringify(
    PlaceSheet.parse({
      version: given.version,
      schoolId: given.school ?? schoolId,
      schoolName: "Trường thử",
      stage: "primary_lower",
      communeName: "Xã thử",
      provinceName: "Tỉnh thử",
      desks: (["school", "police", "commune", "department"] as const).map((kind, at) => ({
        id: `00000000-0000-4000-8000-00000000000${at + 1}`,
        kind,
        name: kind,
        phone: null,
        keyNumber: 1,
        recipient: deskRecipient,
      })),
    }),
  );
  const signature = signSheet(given.key ?? administrator.privateKey, sheet);
  return { sheet, signature: toBase64(signature) };
}
