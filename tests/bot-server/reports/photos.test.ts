import { createHash } from "node:crypto";
import { openPhoto } from "@truong-an/shared/sealing/photos";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Colleague, joinDesk } from "../../support/colleague.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { jpegWith } from "../../support/jpeg.ts";
import {
  call,
  fetchSheet,
  pilotSchool,
  returnWith,
  type Sealed,
  seal,
  send,
} from "../../support/reporter.ts";
import { countIn } from "../../support/stored.ts";

const photo = jpegWith("một bức ảnh");

let doorstep: Doorstep;
let school: Colleague;
let police: Colleague;
let sealed: Sealed;
let reportId: string;
beforeAll(async () => {
  doorstep = await openDoorstep();
  school = await joinDesk(doorstep, "cill-cus");
  police = await joinDesk(doorstep, "police-nam-ban");
  const sheet = await fetchSheet(doorstep.url, pilotSchool);
  sealed = await seal(sheet, { photos: [photo, photo] });
  await send(doorstep.url, sealed.report);
  reportId = (await school.queue())[0]?.id ?? "";
});
afterAll(() => doorstep.close());

const put = (sha256: string, bytes: Uint8Array) =>
  call(doorstep.url, "PUT", `/api/reporter/photos/${sha256}`, bytes);

test("the answer to a report names the photos that it still waits for", async () => {
  const names = sealed.photos.map(({ sha256 }) => sha256);

  const again = await send(doorstep.url, sealed.report);

  expect(names).toHaveLength(2);
  expect(again.body.photosWanted).toEqual(names);
});

test("a photo that somebody forgot to seal is refused, whatever its name", async () => {
  const bare = Buffer.from("JFIF: a photo that anyone could look at");
  const sha256 = createHash("sha256").update(bare).digest("hex");

  const answer = await put(sha256, bare);

  expect(answer).toMatchObject({ status: 422, body: { code: "photo-damaged" } });
});

test("a photo that no report has announced is refused", async () => {
  const stray = Buffer.from("age-encryption.org/v1\na photo of something else");
  const sha256 = createHash("sha256").update(stray).digest("hex");

  const answer = await put(sha256, stray);

  expect(answer).toMatchObject({ status: 404, body: { code: "photo-not-expected" } });
});

test("a photo that was cut on its way is refused, and may come again whole", async () => {
  const { sha256, sealed: bytes } = sealed.photos[0] ?? { sha256: "", sealed: new Uint8Array() };

  const cut = await put(sha256, bytes.subarray(0, -1));
  const whole = await put(sha256, bytes);
  const { thread } = await returnWith(doorstep.url, sealed.receipt);

  expect(cut).toMatchObject({ status: 422, body: { code: "photo-damaged" } });
  expect(whole.status).toBe(204);
  expect(thread.photosWanted).toEqual([sealed.photos[1]?.sha256]);
});

test("a photo sent twice is stored once", async () => {
  const { sha256, sealed: bytes } = sealed.photos[1] ?? { sha256: "", sealed: new Uint8Array() };
  const before = await countIn(doorstep.database, "photos");

  const first = await put(sha256, bytes);
  const second = await put(sha256, bytes);

  expect([first.status, second.status]).toEqual([204, 204]);
  expect(await countIn(doorstep.database, "photos")).toBe(before);
});

test("a photo beyond the size limit is refused", async () => {
  const answer = await put(sealed.photos[0]?.sha256 ?? "", new Uint8Array(1_200_001));

  expect(answer).toMatchObject({ status: 413, body: { code: "too-large" } });
});

test("a desk of the report gets the photo as the phone sealed it, and the view is remembered", async () => {
  const { detail, identity } = await school.open(reportId);
  const sha256 = detail.photos[0]?.sha256 ?? "";

  const answer = await school.call("GET", `/api/staff/reports/${reportId}/photos/${sha256}`);
  const opened = await openPhoto(identity, { sha256, bytes: photo.length }, answer.body as Buffer);
  const seen = (await school.open(reportId)).detail.timeline.map(({ kind }) => kind);

  expect(detail.photos).toHaveLength(2);
  expect(Buffer.from(opened).equals(photo)).toBe(true);
  expect(seen).toContain("photo-opened");
});

test("a desk that was not told gets no photo", async () => {
  const sha256 = sealed.photos[0]?.sha256 ?? "";

  const answer = await police.call("GET", `/api/staff/reports/${reportId}/photos/${sha256}`);

  expect(answer).toMatchObject({ status: 404, body: { code: "not-found" } });
});

test("the writer gets the photo back with the receipt, and nobody gets one of another report", async () => {
  const other = await seal(await fetchSheet(doorstep.url, pilotSchool));
  await send(doorstep.url, other.report);
  const own = await returnWith(doorstep.url, sealed.receipt);
  const foreign = await returnWith(doorstep.url, other.receipt);
  const sha256 = sealed.photos[0]?.sha256 ?? "";
  const fetchWith = (finder: string) =>
    fetch(`${doorstep.url}/api/reporter/threads/photo`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ finder, sha256 }),
    });

  const mine = await fetchWith(own.finder);
  const theirs = await fetchWith(foreign.finder);

  expect(Buffer.from(await mine.arrayBuffer()).equals(sealed.photos[0]?.sealed ?? photo)).toBe(
    true,
  );
  expect(theirs.status).toBe(404);
});
