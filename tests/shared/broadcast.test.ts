import {
  afterEvent,
  isPending,
  mayRetry,
  mostPostAttempts,
  type Post,
  type PostEvent,
  PostStatus,
  pauseMs,
  postText,
  progressOf,
} from "@truong-an/shared/broadcast";
import { instant } from "@truong-an/shared/time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const now = instant(Date.UTC(2026, 10, 30));
const post = (changes: Partial<Post> = {}): Post => ({
  status: "waiting",
  code: null,
  attempts: 0,
  nextTryAt: now,
  ...changes,
});
const become = (from: Partial<Post>, event: PostEvent) => afterEvent(post(from), event, now, 0.5);

describe("what becomes of a post", () => {
  test.each<[string, Partial<Post>, PostEvent, Partial<Post>]>([
    ["begun", {}, { kind: "began" }, { status: "sending", attempts: 1, nextTryAt: null }],
    [
      "sent",
      { status: "sending", attempts: 1 },
      { kind: "sent" },
      { status: "sent", nextTryAt: null },
    ],
    [
      "refused",
      { status: "sending" },
      { kind: "refused", code: -237 },
      { status: "failed", code: "-237", nextTryAt: null },
    ],
    [
      "asked to wait: the try does not count",
      { status: "sending", attempts: 1 },
      { kind: "busy", waitMs: 700 },
      { status: "waiting", attempts: 0, nextTryAt: instant(now + 700) },
    ],
    [
      "no answer: it may be there",
      { status: "sending", attempts: 1 },
      { kind: "no-answer", code: "timeout" },
      { status: "unsure", code: "timeout", attempts: 1 },
    ],
    [
      "its cover has lapsed: the try counts",
      { status: "sending", attempts: 1 },
      { kind: "cover-lapsed", code: -100 },
      { status: "waiting", attempts: 1 },
    ],
    [
      "its cover has lapsed at the last try",
      { status: "sending", attempts: mostPostAttempts },
      { kind: "cover-lapsed", code: -100 },
      { status: "failed", code: "-100", nextTryAt: null },
    ],
    ["left by a dead worker", { status: "sending" }, { kind: "abandoned" }, { status: "unsure" }],
    ["found after all", { status: "unsure" }, { kind: "found" }, { status: "sent", code: null }],
    [
      "not there: once more",
      { status: "unsure", attempts: 1 },
      { kind: "absent", isStopped: false },
      { status: "waiting", attempts: 1 },
    ],
    [
      "not there, and called back",
      { status: "unsure", attempts: 1 },
      { kind: "absent", isStopped: true },
      { status: "cancelled", nextTryAt: null },
    ],
    [
      "not there after the last try",
      { status: "unsure", code: "timeout", attempts: mostPostAttempts },
      { kind: "absent", isStopped: false },
      { status: "failed", code: "timeout", nextTryAt: null },
    ],
    [
      "nobody can look",
      { status: "unsure" },
      { kind: "cannot-look" },
      { status: "unsure", nextTryAt: null },
    ],
    ["called back", {}, { kind: "stopped" }, { status: "cancelled", nextTryAt: null }],
    [
      "tried again by a person",
      { status: "failed", code: "-237", attempts: 3 },
      { kind: "retried" },
      { status: "waiting", code: null, attempts: 0, nextTryAt: now },
    ],
    [
      "unsure and tried again: looked up first",
      { status: "unsure", nextTryAt: null, attempts: 3 },
      { kind: "retried" },
      { status: "unsure", attempts: 0, nextTryAt: now },
    ],
    ["seen by a person", { status: "unsure" }, { kind: "confirmed" }, { status: "sent" }],
    [
      "not seen by a person",
      { status: "unsure" },
      { kind: "denied" },
      { status: "waiting", attempts: 0 },
    ],
  ])("%s", (_case, from, event, to) => {
    expect(become(from, event)).toMatchObject(to);
  });

  test("what is sent is sent: nothing moves it any more", () => {
    const all: readonly PostEvent[] = [
      { kind: "began" },
      { kind: "refused", code: -1 },
      { kind: "busy", waitMs: 1 },
      { kind: "no-answer", code: "timeout" },
      { kind: "abandoned" },
      { kind: "absent", isStopped: false },
      { kind: "retried" },
      { kind: "denied" },
      { kind: "stopped" },
    ];

    expect(all.map((event) => become({ status: "sent" }, event))).toEqual(all.map(() => undefined));
  });

  test("only a look that found nothing, or a person who looked, leads from unsure to another sending", () => {
    fc.assert(
      fc.property(anyEvent, fc.integer({ min: 0, max: 20 }), (event, attempts) => {
        const next = become({ status: "unsure", attempts }, event);
        const isSendingAgain = next?.status === "waiting" || next?.status === "sending";
        expect(isSendingAgain && event.kind !== "absent" && event.kind !== "denied").toBe(false);
      }),
    );
  });

  test("a post that goes on by itself says when, and nothing else does", () => {
    fc.assert(
      fc.property(
        anyPost,
        anyEvent,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (from, event, chance) => {
          const next = afterEvent(from, event, now, chance);
          if (next === undefined || next.status === "sending") return;
          expect(isPending(next)).toBe(next.nextTryAt !== null);
          expect(isPending(next) && mayRetry(next)).toBe(false);
        },
      ),
    );
  });

  test("without an answer it ends with a person after so many tries", () => {
    let given: Post | undefined = post();
    for (let tries = 0; tries < mostPostAttempts; tries += 1) {
      given = given && afterEvent(given, { kind: "began" }, now, 1);
      given = given && afterEvent(given, { kind: "no-answer", code: "timeout" }, now, 1);
      given = given && afterEvent(given, { kind: "absent", isStopped: false }, now, 1);
    }

    expect(given).toMatchObject({ status: "failed", code: "timeout" });
  });
});

test("pauses double up to ten minutes, and two groups seldom wait alike", () => {
  expect([1, 2, 3, 4].map((attempts) => pauseMs(attempts, 1))).toEqual([
    2_000, 4_000, 8_000, 16_000,
  ]);
  expect(pauseMs(40, 1)).toBe(600_000);
  expect(pauseMs(1, 0)).toBe(1_000);
});

test("progress counts every post once", () => {
  const posts = [
    post({ status: "sent" }),
    post({ status: "failed" }),
    post(),
    post({ status: "sending" }),
    post({ status: "unsure" }),
    post({ status: "unsure", nextTryAt: null }),
    post({ status: "cancelled" }),
  ];

  expect(progressOf(posts)).toEqual({
    all: 7,
    sent: 1,
    pending: 3,
    failed: 1,
    unsure: 1,
    cancelled: 1,
  });
});

describe("a bulletin as it stands in a group", () => {
  const link = "https://zalo.me/s/123456789/?bulletin=5c1a7b52-8a5e-4d39-8d0e-51a5f0a10001";
  const words = fc.string({
    unit: fc.constantFrom("[", "@", "a", "ấ".normalize("NFD"), " ", "\n", "😀"),
    maxLength: 4_000,
  });

  test("title, how it begins, and where to read on", () => {
    expect(postText({ title: "Mũ bảo hiểm", body: "Đội mũ đúng cách." }, link)).toBe(
      `Mũ bảo hiểm\n\nĐội mũ đúng cách.\n\n${link}`,
    );
  });

  test("a long one is cut between words and says that it goes on", () => {
    const text = postText({ title: "T", body: "trường học an toàn ".repeat(80) }, link);
    const [, lead = ""] = text.split("\n\n");

    expect(lead.length).toBeLessThanOrEqual(500);
    expect(lead).toMatch(/^(trường|học|an|toàn| )+…$/);
  });

  test("is composed, within Zalo's limit, ends with the link and calls nobody by name", () => {
    const title = words.map((text) => text.slice(0, 120));

    fc.assert(
      fc.property(title, words, (one, body) => {
        const text = postText({ title: one, body }, link);
        expect(text.length).toBeLessThanOrEqual(2_000);
        expect(text).toBe(text.normalize("NFC"));
        expect(text).not.toContain("[@");
        expect(text.endsWith(link)).toBe(true);
      }),
    );
  });
});

const anyEvent: fc.Arbitrary<PostEvent> = fc.constantFrom<PostEvent>(
  { kind: "began" },
  { kind: "sent" },
  { kind: "refused", code: -237 },
  { kind: "busy", waitMs: 100 },
  { kind: "cover-lapsed", code: -100 },
  { kind: "no-answer", code: "timeout" },
  { kind: "abandoned" },
  { kind: "found" },
  { kind: "absent", isStopped: false },
  { kind: "absent", isStopped: true },
  { kind: "not-looked", code: "timeout" },
  { kind: "cannot-look" },
  { kind: "retried" },
  { kind: "confirmed" },
  { kind: "denied" },
  { kind: "stopped" },
);

const anyPost: fc.Arbitrary<Post> = fc.record({
  status: fc.constantFrom(...PostStatus.options),
  code: fc.constantFrom(null, "timeout"),
  attempts: fc.integer({ min: 0, max: 20 }),
  nextTryAt: fc.constantFrom(null, now),
});
