import {
  forget,
  join,
  openDeskNote,
  openReport,
  openReportPhoto,
  openThreadMessage,
  sealAnswer,
  sealForDesk,
  unlock,
  unlockNewcomer,
} from "@truong-an/mini-app/staff/keys";
import type { Me, ReportDetail } from "@truong-an/shared/api/staff";
import { newIdentity, recipientOf } from "@truong-an/shared/sealing/age";
import { fromBase64, toBase64 } from "@truong-an/shared/sealing/bytes";
import { newReceipt } from "@truong-an/shared/sealing/random";
import {
  openEnvelope,
  openMessage,
  sealMessage,
  sealNote,
  sealReport,
} from "@truong-an/shared/sealing/report";
import { newInvitation, openDeskKey } from "@truong-an/shared/sealing/staff-keys";
import { beforeEach, expect, test } from "vitest";
import { aDesk, aMember, type TestDesk } from "./people.ts";

const schoolId = "11111111-1111-4111-8111-111111111111";
const policeId = "22222222-2222-4222-8222-222222222222";
const reportId = "33333333-3333-4333-8333-333333333333";
const submissionId = "44444444-4444-4444-8444-444444444444";
const jpeg = new Uint8Array([255, 216, 1, 2, 3, 255, 217]);

const school = await aDesk(schoolId);
const police = await aDesk(policeId);
const mai = await aMember([school]);
const sealed = await sealReport({
  submissionId,
  narrative: { story: "Em thấy một bạn bị đánh.", photos: [] },
  photos: [jpeg],
  desks: [school],
  receipt: newReceipt(),
});
const [photo] = sealed.photos;
const [envelope] = sealed.envelopes;
if (photo === undefined || envelope === undefined) throw new Error("the report was not sealed");

const report = {
  id: reportId,
  submissionId,
  myDeskId: schoolId,
  recipient: sealed.recipient,
  story: toBase64(sealed.story),
  envelope: { ...envelope, sealed: toBase64(envelope.sealed) },
} as unknown as ReportDetail;
const photoReference = { sha256: photo.sha256, bytes: jpeg.length };

beforeEach(forget);

test("an unlocked member reads the story, the messages, the photos and the notes of the desk", async () => {
  const message = await sealMessage(sealed.recipient, { text: "Em vẫn ổn." }, []);
  const note = await sealNote([school.recipient], "Đã gọi gia đình.");

  expect(await unlock(mai.me, mai.unlockKey)).toEqual([]);

  expect(await openReport(report)).toMatchObject({
    kind: "opened",
    value: { story: "Em thấy một bạn bị đánh.", photos: [photoReference] },
  });
  expect(await openThreadMessage(reportId, toBase64(message.sealed))).toMatchObject({
    kind: "opened",
    value: { text: "Em vẫn ổn." },
  });
  expect(await openReportPhoto(reportId, photoReference, photo.sealed)).toEqual({
    kind: "opened",
    value: jpeg,
  });
  expect(await openDeskNote(schoolId, toBase64(note))).toEqual({
    kind: "opened",
    value: "Đã gọi gia đình.",
  });
});

test("after forgetting, nothing opens any more", async () => {
  const note = await sealNote([school.recipient], "Đã gọi gia đình.");
  const message = await sealMessage(sealed.recipient, { text: "Em vẫn ổn." }, []);
  await unlock(mai.me, mai.unlockKey);
  await openReport(report);

  forget();

  expect(await openReport(report)).toEqual({ kind: "closed" });
  expect(await openThreadMessage(reportId, toBase64(message.sealed))).toEqual({ kind: "closed" });
  expect(await openReportPhoto(reportId, photoReference, photo.sealed)).toEqual({ kind: "closed" });
  expect(await openDeskNote(schoolId, toBase64(note))).toEqual({ kind: "closed" });
  await expect(sealForDesk(report, police)).rejects.toThrow("cannot open");
});

test("a report that was being opened while the console locked stays closed", async () => {
  const message = await sealMessage(sealed.recipient, { text: "Em vẫn ổn." }, []);
  await unlock(mai.me, mai.unlockKey);

  const opening = openReport(report);
  forget();

  expect(await opening).toEqual({ kind: "closed" });
  expect(await openThreadMessage(reportId, toBase64(message.sealed))).toEqual({ kind: "closed" });
});

test("another passphrase opens nothing", async () => {
  await expect(unlock(mai.me, await newIdentity())).rejects.toThrow("cannot open");

  expect(await openReport(report)).toEqual({ kind: "closed" });
});

test("a desk whose key was sealed for somebody else is named, and the other desks open", async () => {
  const stranger = await aMember([police]);
  const me: Me = { ...mai.me, desks: [...mai.me.desks, ...stranger.me.desks] };

  expect(await unlock(me, mai.unlockKey)).toEqual([police.name]);

  expect(await openReport(report)).toMatchObject({ kind: "opened" });
});

test("a damaged envelope, and text that is no base64, are closed and never an error", async () => {
  await unlock(mai.me, mai.unlockKey);

  const damaged = { ...report.envelope, sealed: report.envelope.sealed.slice(0, -8) };
  expect(await openReport({ ...report, envelope: damaged })).toEqual({ kind: "closed" });
  expect(await openReport({ ...report, story: "*" })).toEqual({ kind: "closed" });
});

test("the browser re-seals the report key for a desk that held none", async () => {
  await unlock(mai.me, mai.unlockKey);
  await openReport(report);

  const resealed = await sealForDesk(report, police);

  expect(resealed).toMatchObject({ deskId: policeId, keyNumber: 1 });
  const expected = { submissionId, deskId: policeId, recipient: sealed.recipient };
  expect(await openEnvelope(police.identity, fromBase64(resealed.sealed), expected)).toBe(
    sealed.reportIdentity,
  );
});

test("a newcomer takes the desk's key out of the invitation and comes in without typing again", async () => {
  const unlockKey = await newIdentity();

  const joined = await join(await anInvitationTo(school, unlockKey));
  const me = meOf(joined);
  expect(await unlockNewcomer(me)).toEqual([]);
  expect(await openReport(report)).toMatchObject({ kind: "opened" });

  forget();
  expect(await unlock(me, unlockKey)).toEqual([]);
  expect(await openReport(report)).toMatchObject({ kind: "opened" });
});

test("what a newcomer sends opens with the newcomer's key alone", async () => {
  const invitation = await anInvitationTo(school, await newIdentity());

  const joined = await join(invitation);

  const expected = { deskId: schoolId, keyNumber: 1, recipient: school.recipient };
  const envelopeForNewcomer = fromBase64(joined.deskKeyEnvelope);
  await expect(
    openDeskKey(invitation.invitationIdentity, envelopeForNewcomer, expected),
  ).rejects.toThrow("cannot open");
});

test("an invitation that holds the key of another desk is refused", async () => {
  const invitation = await anInvitationTo(police, await newIdentity());
  const desk = { id: schoolId, keyNumber: 1, recipient: school.recipient };

  await expect(join({ ...invitation, desk })).rejects.toThrow("cannot open");
});

test("a newcomer whose page was locked in between has to unlock like everybody", async () => {
  const joined = await join(await anInvitationTo(school, await newIdentity()));

  forget();

  await expect(unlockNewcomer(meOf(joined))).rejects.toThrow("cannot open");
});

async function anInvitationTo(desk: TestDesk, unlockKey: string) {
  const { identity } = newInvitation();
  return {
    invitationIdentity: identity,
    unlockKey,
    desk: { id: desk.deskId, keyNumber: desk.keyNumber, recipient: desk.recipient },
    deskKeyEnvelope: await desk.sealedTo(await recipientOf(identity)),
  };
}

function meOf(joined: Awaited<ReturnType<typeof join>>): Me {
  const { recipient, lockedIdentity, deskKeyEnvelope } = joined;
  const desks = mai.me.desks.map((desk) => ({ ...desk, deskKeyEnvelope }));
  return { ...mai.me, recipient, lockedIdentity, desks };
}

test("an answer is sealed to the key inside the envelope, whatever public key the server names", async () => {
  const stranger = await recipientOf(await newIdentity());
  await unlock(mai.me, mai.unlockKey);

  expect(await openReport({ ...report, recipient: stranger })).toEqual({ kind: "closed" });
  await expect(sealAnswer(reportId, "Chào em.")).rejects.toThrow("cannot open");

  await openReport(report);
  const answer = await sealAnswer(reportId, "Chào em.");

  expect(await openMessage(sealed.reportIdentity, fromBase64(answer))).toMatchObject({
    text: "Chào em.",
  });
});
