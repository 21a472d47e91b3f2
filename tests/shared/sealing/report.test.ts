import type { ReceiptDigits } from "@truong-an/shared/receipt";
import { CannotOpen, newIdentity, recipientOf, sealTo } from "@truong-an/shared/sealing/age";
import type { Argon2id } from "@truong-an/shared/sealing/argon";
import { sha256Hex, toUtf8 } from "@truong-an/shared/sealing/bytes";
import { openPhoto } from "@truong-an/shared/sealing/photos";
import { newReceipt, newSubmissionId } from "@truong-an/shared/sealing/random";
import { receiptKeys } from "@truong-an/shared/sealing/receipt-keys";
import {
  type DeskKey,
  type FreshlySealedReport,
  openEnvelope,
  openMessage,
  openReceiptEnvelope,
  openStory,
  receiptHolder,
  resealEnvelopes,
  sealMessage,
  sealReport,
} from "@truong-an/shared/sealing/report";
import { beforeAll, describe, expect, test } from "vitest";
import { aDesk, aKeyPair, jpegOf, missing } from "./fixtures.ts";

const narrative = { story: "Bạn em bị chặn đường ở cổng trường lúc tan học 😢 ệ ệ", photos: [] };
const photos = [70_000, 300_000, 1, 65_536, 1_000_000].map(jpegOf);

let school: { identity: string; key: DeskKey };
let police: { identity: string; key: DeskKey };
let submissionId: string;
let receipt: ReceiptDigits;
let report: FreshlySealedReport;

beforeAll(async () => {
  school = await aDesk("school");
  police = await aDesk("police");
  submissionId = newSubmissionId();
  receipt = newReceipt();
  const desks = [school.key, police.key];
  report = await sealReport({ submissionId, narrative, photos, desks, receipt });
});

describe("a sealed report", () => {
  test("each desk opens its envelope, and with it the story and every photo", async () => {
    for (const desk of [school, police]) {
      const reportIdentity = await openEnvelope(
        desk.identity,
        envelopeFor(desk.key),
        forDesk(desk.key),
      );
      const story = await openStory(reportIdentity, report.story);

      expect(story).toEqual({ ...narrative, photos: referencesOf(photos) });
      expect(await openedPhotos(reportIdentity)).toEqual(photos.map(sha256Hex));
    }
  });

  test("the receipt finds and opens the same report", async () => {
    const keys = await receiptKeys(receipt);

    const reportIdentity = await openEnvelope(keys.identity, report.receipt.envelope, {
      submissionId,
      deskId: receiptHolder,
      recipient: report.recipient,
    });

    expect(reportIdentity).toBe(report.reportIdentity);
    expect(keys.finder).toEqual(report.receipt.finder);
    expect(report.receipt.finderHash).toBe(sha256Hex(keys.finder));
  });

  test("the receipt's envelope keeps what it was given, and no desk's envelope passes for it", async () => {
    const keeps = { schoolId: "s", facts: { accused: "staff" } };
    const kept = await sealReport({
      submissionId,
      narrative,
      photos: [],
      desks: [school.key],
      receipt,
      keeps,
    });
    const keys = await receiptKeys(receipt);
    const expected = { submissionId, recipient: kept.recipient };

    const opened = await openReceiptEnvelope(keys.identity, kept.receipt.envelope, expected);

    expect(opened).toEqual({ reportIdentity: kept.reportIdentity, keeps });
    const deskEnvelope = kept.envelopes[0]?.sealed ?? missing();
    await expect(openReceiptEnvelope(school.identity, deskEnvelope, expected)).rejects.toEqual(
      expect.objectContaining({ reason: "mismatch" }),
    );
  });

  test("the report key is fresh each time, even for the same words", async () => {
    const again = await sealReport({ submissionId, narrative, photos: [], desks: [], receipt });

    expect(again.recipient).not.toBe(report.recipient);
    expect(again.recipient).toBe(await recipientOf(again.reportIdentity));
  });

  test("composed and separate accents reach the reader as they were typed", async () => {
    const story = {
      story: `${"Đường về".normalize("NFC")} / ${"Đường về".normalize("NFD")} 👩🏽‍🏫`,
    };
    const { recipient, identity } = await aKeyPair();

    const { sealed } = await sealMessage(recipient, story, []);

    expect(await openMessage(identity, sealed)).toEqual({ ...story, photos: [] });
  });

  test("another desk's key opens neither envelope, story nor photo", async () => {
    const stranger = await newIdentity();
    const unreadable = new CannotOpen("unreadable");
    const [photo] = referencesOf(photos);

    await expect(
      openEnvelope(stranger, envelopeFor(school.key), forDesk(school.key)),
    ).rejects.toEqual(unreadable);
    await expect(openStory(stranger, report.story)).rejects.toEqual(unreadable);
    await expect(openPhoto(stranger, photo ?? missing(), sealedPhoto(0))).rejects.toEqual(
      unreadable,
    );
    await expect(openStory(school.identity, report.story)).rejects.toEqual(unreadable);
  });

  test("an argon2id passed in is used for the receipt", async () => {
    const argon: Argon2id = async () => new Uint8Array(64).fill(7);

    const sealed = await sealReport({
      submissionId,
      narrative,
      photos: [],
      desks: [],
      receipt,
      argon,
    });

    expect(sealed.receipt.finder).toEqual(new Uint8Array(32).fill(7));
  });
});

describe("an envelope is refused", () => {
  test("by desk B when it was sealed to desk A", async () => {
    await expect(
      openEnvelope(police.identity, envelopeFor(school.key), forDesk(police.key)),
    ).rejects.toEqual(new CannotOpen("unreadable"));
  });

  test("when desk A's key opens it but it names desk B", async () => {
    const misaddressed = { ...police.key, recipient: school.key.recipient };
    const [envelope] = await resealEnvelopes(
      report.reportIdentity,
      submissionId,
      report.recipient,
      [misaddressed],
    );

    await expect(
      openEnvelope(school.identity, envelope?.sealed ?? missing(), forDesk(school.key)),
    ).rejects.toEqual(new CannotOpen("mismatch"));
  });

  test("when it belongs to another report", async () => {
    const other = { ...forDesk(school.key), submissionId: newSubmissionId() };

    await expect(openEnvelope(school.identity, envelopeFor(school.key), other)).rejects.toEqual(
      new CannotOpen("mismatch"),
    );
  });

  test("when its key is not the private half of this report's", async () => {
    const other = { ...forDesk(school.key), recipient: (await aKeyPair()).recipient };

    await expect(openEnvelope(school.identity, envelopeFor(school.key), other)).rejects.toEqual(
      new CannotOpen("mismatch"),
    );
  });

  test.each([
    ["not JSON", "bí mật"],
    ["another version", '{"v":2,"submissionId":"a","deskId":"b","reportIdentity":"c"}'],
    ["a field too many", '{"v":1,"submissionId":"a","deskId":"b","reportIdentity":"c","d":1}'],
    ["a field missing", '{"v":1,"submissionId":"a","deskId":"b"}'],
    ["nothing", ""],
  ])("when it holds %s, and the error does not repeat it", async (_what, text) => {
    const sealed = await sealTo([school.key.recipient], toUtf8(text));

    await expect(openEnvelope(school.identity, sealed, forDesk(school.key))).rejects.toEqual(
      new CannotOpen("unreadable"),
    );
  });
});

describe("new desks", () => {
  test("a desk that joins later opens the envelope a reader sealed for it", async () => {
    const department = await aDesk("department");

    const [envelope] = await resealEnvelopes(
      report.reportIdentity,
      submissionId,
      report.recipient,
      [department.key],
    );

    expect(envelope).toMatchObject({ deskId: "department", keyNumber: 1 });
    expect(
      await openEnvelope(
        department.identity,
        envelope?.sealed ?? missing(),
        forDesk(department.key),
      ),
    ).toBe(report.reportIdentity);
  });

  test("another report's key is not sealed to them by mistake", async () => {
    await expect(
      resealEnvelopes(await newIdentity(), submissionId, report.recipient, [school.key]),
    ).rejects.toEqual(new CannotOpen("mismatch"));
  });
});

describe("a photo is refused", () => {
  test("when another photo of the same report is handed over in its place", async () => {
    const [first] = referencesOf(photos);

    await expect(
      openPhoto(report.reportIdentity, first ?? missing(), sealedPhoto(1)),
    ).rejects.toEqual(new CannotOpen("mismatch"));
  });

  test("when the story claims more bytes than there are", async () => {
    const [first] = referencesOf(photos);
    const tooLong = { sha256: first?.sha256 ?? missing(), bytes: 131_073 };

    await expect(openPhoto(report.reportIdentity, tooLong, sealedPhoto(0))).rejects.toEqual(
      new CannotOpen("mismatch"),
    );
  });
});

function forDesk({ deskId }: DeskKey) {
  return { submissionId, deskId, recipient: report.recipient };
}

function envelopeFor({ deskId }: DeskKey): Uint8Array {
  return report.envelopes.find((envelope) => envelope.deskId === deskId)?.sealed ?? missing();
}

function sealedPhoto(at: number): Uint8Array {
  return report.photos[at]?.sealed ?? missing();
}

function referencesOf(jpegs: readonly Uint8Array[]) {
  return jpegs.map(({ length }, at) => ({ sha256: sha256Hex(sealedPhoto(at)), bytes: length }));
}

/** Hashes, because comparing megabytes element by element takes seconds. */
function openedPhotos(reportIdentity: string): Promise<string[]> {
  return Promise.all(
    referencesOf(photos).map(async (reference, at) =>
      sha256Hex(await openPhoto(reportIdentity, reference, sealedPhoto(at))),
    ),
  );
}
