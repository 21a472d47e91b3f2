import { withOfficeNamed } from "@truong-an/mini-app/reporter/accused-office";
import {
  afterEvent,
  emptyForm,
  type FormEvent,
  factsOf,
  holdsWords,
  isAnswered,
  mostCategories,
  mostPhotos,
  nextQuestion,
  type Photo,
  previousQuestion,
  questionsShown,
  type ReportForm,
  reachable,
} from "@truong-an/mini-app/reporter/report-form";
import { Facts } from "@truong-an/shared/report";
import { expect, test } from "vitest";

function after(...events: readonly FormEvent[]): ReportForm {
  return events.reduce(afterEvent, emptyForm);
}

function aPhoto(id: string): Photo {
  return { id, jpeg: new Uint8Array([0xff, 0xd8]), previewUrl: `blob:${id}` };
}

const calm: FormEvent = { kind: "danger", danger: "no" };
const inDanger: FormEvent = { kind: "danger", danger: "me" };
const bullying: FormEvent = { kind: "category", category: "bullying" };
const byPeers: FormEvent = { kind: "accused", accused: "peer" };
const today: FormEvent = { kind: "when", when: "today" };
const told: FormEvent = { kind: "story", story: "Các bạn trêu em mỗi ngày." };

test("the form starts with danger and has at most six screens", () => {
  expect(questionsShown(emptyForm)).toEqual(["danger", "what", "who", "when", "story", "readers"]);
  expect(reachable(emptyForm, "readers")).toBe("danger");
});

test("a matter in which nobody need be accused skips who and when", () => {
  const form = after(calm, { kind: "category", category: "facility" });

  expect(questionsShown(form)).toEqual(["danger", "what", "story", "readers"]);
  expect(nextQuestion(form, "what")).toBe("story");
  expect(previousQuestion(form, "story")).toBe("what");
});

test("in danger nobody is asked when", () => {
  expect(questionsShown(after(inDanger, bullying))).not.toContain("when");
});

test("no screen can be reached past an unanswered question", () => {
  const form = after(calm, bullying);

  expect(reachable(form, "readers")).toBe("who");
  expect(reachable(form, "what")).toBe("what");
});

test("a screen that the answers no longer show leads to the first that is open", () => {
  const form = after(calm, { kind: "category", category: "facility" });

  expect(reachable(form, "who")).toBe("story");
});

test("a fifth matter is not ticked, and a ticked one can be taken back", () => {
  const four = after(
    bullying,
    { kind: "category", category: "threat" },
    { kind: "category", category: "weapon" },
    { kind: "category", category: "other" },
  );

  const fifth = afterEvent(four, { kind: "category", category: "praise" });
  const fewer = afterEvent(four, bullying);

  expect(fifth.categories).toHaveLength(mostCategories);
  expect(fifth.categories).not.toContain("praise");
  expect(fewer.categories).toEqual(["threat", "weapon", "other"]);
});

test("never more photos than can be sent", () => {
  const photos = ["1", "2", "3", "4", "5", "6"].map(aPhoto);

  const form = after({ kind: "photos-added", photos });

  expect(form.photos.map((photo) => photo.id)).toEqual(["1", "2", "3", "4", "5"]);
  expect(form.photos).toHaveLength(mostPhotos);
});

test("going back and changing an answer loses no words", () => {
  const form = after(calm, bullying, byPeers, today, told, inDanger, calm);

  expect(form.story).toBe("Các bạn trêu em mỗi ngày.");
  expect(form.when).toBe("today");
});

test("a report needs words or a photo, except when danger is now", () => {
  const blank: FormEvent = { kind: "story", story: "  \n " };

  expect(isAnswered(after(calm, bullying, blank), "story")).toBe(false);
  expect(isAnswered(after(calm, { kind: "photos-added", photos: [aPhoto("1")] }), "story")).toBe(
    true,
  );
  expect(isAnswered(after(inDanger, bullying, blank), "story")).toBe(true);
});

test("there are no facts until every shown question is answered", () => {
  expect(factsOf(after(calm, bullying, byPeers, told), "unsaid")).toBeNull();
});

test("the facts fit what is sent, and hold no answer to a hidden question", () => {
  const form = after(calm, bullying, byPeers, today, told, inDanger);

  const facts = factsOf(form, "pupil_lower");

  expect(Facts.parse(facts)).toEqual({
    danger: "me",
    categories: ["bullying"],
    accused: "peer",
    when: null,
    writer: "pupil_lower",
    wantsPolice: false,
    excluded: null,
  });
});

test("what was read counts for the story it was read from, and for no other", () => {
  const read = {
    kind: "read",
    story: "Các bạn trêu em mỗi ngày.",
    read: { signals: ["says_again"], isTrained: false },
  } as const;
  const late: FormEvent = { ...read, read: { signals: ["goodbye"], isTrained: true } };

  expect(after(told, read).read).toEqual(read.read);
  expect(after(told, read, told).read).toEqual(read.read);
  expect(after(told, read, late).read).toEqual(late.read);
  expect(after(told, read, { kind: "story", story: "Câu khác." }).read).toBeNull();
  expect(after({ kind: "story", story: "Câu khác." }, read).read).toBeNull();
});

test("a yes while telling that opens the question of time does not tear the writer from the story", () => {
  const form = after(calm, { kind: "category", category: "facility" }, told);
  const named = withOfficeNamed(form, "staff");

  const answered = afterEvent(form, { kind: "office-named", named });

  expect(questionsShown(answered)).toContain("when");
  expect(reachable(answered, "story")).toBe("story");
  expect(reachable(answered, "readers")).toBe("when");
});

test("emptying the form forgets every word and photo", () => {
  const form = after(calm, bullying, told, { kind: "photos-added", photos: [aPhoto("1")] });

  expect(holdsWords(form)).toBe(true);
  expect(afterEvent(form, { kind: "emptied" })).toEqual(emptyForm);
});
