import {
  type BulletinDraft,
  emptyDraft,
  missingIn,
  newBulletin,
} from "@truong-an/mini-app/staff/bulletins/bulletin-draft";
import { WriteBulletin } from "@truong-an/shared/api/bulletins";
import { describe, expect, test } from "vitest";

const deskId = "0d5a2f6e-6d0b-4a57-9a43-0c6f3c1d0002";
const whole: BulletinDraft = {
  ...emptyDraft(deskId),
  place: { kind: "commune", id: "68-nam-ban" },
  placeName: "xã Nam Ban Lâm Hà",
  title: "  Đội mũ  ",
  body: "Mũ che đầu.\n",
};
const alt = { kind: "kept", id: "1", url: "/x" } as const;

describe("a draft", () => {
  test("begins with all there is to fill in", () => {
    expect(missingIn(emptyDraft(deskId))).toEqual(["place", "title", "body"]);
  });

  test.each([
    ["nothing", {}, []],
    ["a place", { place: null }, ["place"]],
    ["readers", { readers: [] }, ["readers"]],
    ["a title of blanks", { title: "  " }, ["title"]],
    ["a body of blanks", { body: "\n \n" }, ["body"]],
    ["the words for a picture", { cover: { ...alt, alt: " " } }, ["coverAlt"]],
    ["nothing, with a picture", { cover: { ...alt, alt: "Một cái mũ" } }, []],
  ] as const)("lacks %s", (_what, changes, missing) => {
    expect(missingIn({ ...whole, ...changes })).toEqual(missing);
  });

  test("that lacks nothing is what the door takes", () => {
    const body = newBulletin("0d5a2f6e-6d0b-4a57-9a43-0c6f3c1d0001", whole);

    expect(WriteBulletin.parse(body)).toMatchObject({ title: "Đội mũ", body: "Mũ che đầu." });
  });
});
