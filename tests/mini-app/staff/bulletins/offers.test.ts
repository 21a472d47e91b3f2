import { offersFor } from "@truong-an/mini-app/staff/bulletins/offers";
import type { BulletinDetail, BulletinVersion } from "@truong-an/shared/api/bulletins";
import type { VersionStatus } from "@truong-an/shared/bulletin";
import { BulletinId, DeskId } from "@truong-an/shared/ids";
import { describe, expect, test } from "vitest";

function version(number: number, status: VersionStatus, isMine: boolean): BulletinVersion {
  return {
    number,
    status,
    topic: "traffic",
    title: "Mũ",
    body: "Đội mũ.",
    place: { kind: "commune", id: "68-nam-ban" },
    placeName: "xã Nam Ban Lâm Hà",
    readers: ["parents"],
    cover: null,
    written: { who: "Bình", isMe: isMine, at: 1 },
    approved: null,
    published: null,
    correctedAt: null,
    withdrawn: null,
  };
}

function detail(isMyDesk: boolean, ...versions: BulletinVersion[]): BulletinDetail {
  return {
    id: BulletinId.parse("0d5a2f6e-6d0b-4a57-9a43-0c6f3c1d0001"),
    desk: { id: DeskId.parse("0d5a2f6e-6d0b-4a57-9a43-0c6f3c1d0002"), name: "Công an xã" },
    isMyDesk,
    status: "draft",
    versions,
  };
}

const alone: readonly (readonly [VersionStatus, string, boolean, boolean, readonly string[]])[] = [
  ["draft", "its writer", true, true, ["submit", "discard"]],
  ["draft", "a colleague at the desk", true, false, ["submit", "discard"]],
  ["draft", "another desk", false, false, []],
  ["submitted", "its writer", true, true, ["discard"]],
  ["submitted", "a colleague at the desk", true, false, ["approve", "return", "discard"]],
  ["submitted", "another desk", false, false, ["approve", "return", "discard"]],
  ["approved", "its writer", true, true, ["discard"]],
  ["approved", "another desk", false, false, ["publish", "return", "discard"]],
  ["published", "its writer", true, true, ["withdraw"]],
  ["published", "another desk", false, false, ["withdraw"]],
  ["withdrawn", "its writer", true, true, []],
];

describe("what is offered", () => {
  test.each(alone)("of a %s bulletin to %s", (status, _who, isMyDesk, isMine, steps) => {
    const offers = offersFor(detail(isMyDesk, version(1, status, isMine)));

    expect(offers.steps.map(({ step }) => step)).toEqual(steps);
  });

  test("the writer is told that a colleague is waited for, and nobody else is", () => {
    const waiting = (isMine: boolean, status: VersionStatus) =>
      offersFor(detail(true, version(1, status, isMine))).waitsForColleague;

    expect(waiting(true, "submitted")).toBe(true);
    expect(waiting(true, "approved")).toBe(true);
    expect(waiting(true, "draft")).toBe(false);
    expect(waiting(true, "published")).toBe(false);
    expect(waiting(false, "submitted")).toBe(false);
  });

  test("while a correction is worked on, what is read can be withdrawn and the rest is about the correction", () => {
    const read = version(1, "published", true);
    const worked = version(2, "approved", false);

    const { front, steps, edit } = offersFor(detail(true, worked, read));

    expect(front).toBe(worked);
    expect(edit).toBe("edit");
    expect(steps).toEqual([
      { step: "publish", version: worked },
      { step: "return", version: worked },
      { step: "discard", version: worked },
      { step: "withdraw", version: read },
    ]);
  });

  test("a correction that was given up leaves what is read in front", () => {
    const read = version(1, "published", true);

    const { front, edit } = offersFor(detail(true, version(2, "withdrawn", true), read));

    expect(front).toBe(read);
    expect(edit).toBe("correct");
  });

  test("what is neither worked on nor read is written anew: there is nothing to correct", () => {
    const discarded = detail(true, version(1, "withdrawn", true));

    expect(offersFor(discarded).edit).toBe("rewrite");
  });

  test("another desk writes nothing", () => {
    expect(offersFor(detail(false, version(1, "published", false))).edit).toBeNull();
  });
});
