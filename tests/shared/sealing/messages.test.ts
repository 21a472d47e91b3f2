import { CannotOpen } from "@truong-an/shared/sealing/age";
import { openPhoto } from "@truong-an/shared/sealing/photos";
import { openMessage, openNote, sealMessage, sealNote } from "@truong-an/shared/sealing/report";
import { expect, test } from "vitest";
import { aDesk, aKeyPair, jpegOf, missing } from "./fixtures.ts";

const school = await aDesk("school");
const police = await aDesk("police");
const report = await aKeyPair();

test("both ends open a message and its photo", async () => {
  const body = { text: "Cô đã đọc. Em đang ở đâu?", photos: [] };
  const sent = await sealMessage(report.recipient, body, [jpegOf(500)]);
  const photo = sent.photos[0] ?? missing();

  expect(await openMessage(report.identity, sent.sealed)).toEqual({
    text: body.text,
    photos: [{ sha256: photo.sha256, bytes: 500 }],
  });
  expect(
    await openPhoto(report.identity, { sha256: photo.sha256, bytes: 500 }, photo.sealed),
  ).toEqual(jpegOf(500));
});

test("every desk of the note opens it, and the writer's report key does not", async () => {
  const note = await sealNote([school.key.recipient, police.key.recipient], "Đã gọi phụ huynh");

  expect(await openNote(school.identity, note)).toBe("Đã gọi phụ huynh");
  expect(await openNote(police.identity, note)).toBe("Đã gọi phụ huynh");
  await expect(openNote(report.identity, note)).rejects.toEqual(new CannotOpen("unreadable"));
});

test("a message cannot be passed off as a note", async () => {
  const { sealed } = await sealMessage(school.key.recipient, { text: "Xin chào" }, []);

  await expect(openNote(school.identity, sealed)).rejects.toEqual(new CannotOpen("unreadable"));
});
