import {
  type AccusedAnswers,
  deskOf,
  officeToAskAbout,
  withOfficeNamed,
} from "@truong-an/mini-app/reporter/accused-office";
import { shownFactsOnly } from "@truong-an/shared/form";
import type { Accused, Category, Facts } from "@truong-an/shared/report";
import { accusedKinds } from "@truong-an/shared/routing/ladder";
import { expect, test } from "vitest";

function ticked(accused: Accused | null, ...categories: readonly Category[]) {
  return { accused, categories, deniedOffices: [] };
}

function keptOut({ accused, categories }: AccusedAnswers) {
  const facts: Facts = {
    danger: "no",
    categories: [...categories],
    accused,
    when: null,
    writer: "unsaid",
    wantsPolice: false,
    excluded: null,
  };
  return [...accusedKinds(shownFactsOnly(facts))];
}

test.each([
  ["peers were ticked", ticked("peer", "bullying"), "staff", "staff"],
  ["nobody could be ticked", ticked(null, "counselling_request"), "staff", "staff"],
  ["the answer is hidden", ticked("staff", "facility"), "staff", "staff"],
  ["the police were ticked", ticked("police", "threat"), "staff", "staff"],
  ["staff were ticked", ticked("staff", "threat"), "police", "police"],
  ["an outsider was ticked", ticked("outsider", "threat"), "official", "official"],
] as const)("it is worth a question when %s", (_case, answers, read, asked) => {
  expect(officeToAskAbout(answers, read)).toBe(asked);
});

test.each([
  ["staff were ticked", ticked("staff", "bullying"), "staff"],
  ["their conduct was ticked", ticked("peer", "staff_misconduct"), "staff"],
  ["the words accuse no office", ticked("peer", "bullying"), "outsider"],
  ["officials were ticked", ticked("official", "other"), "police"],
  [
    "two offices would need a fifth tick",
    ticked("staff", "bullying", "threat", "extortion", "weapon"),
    "police",
  ],
] as const)("nothing is asked when %s", (_case, answers, read) => {
  expect(officeToAskAbout(answers, read)).toBeNull();
});

test("a no is not asked again, and speaks for that office alone", () => {
  const answers = { ...ticked("peer", "bullying"), deniedOffices: ["staff"] as const };

  expect(officeToAskAbout(answers, "staff")).toBeNull();
  expect(officeToAskAbout(answers, "police")).toBe("police");
});

test.each([
  ["peers were ticked", ticked("peer", "bullying"), "staff", ["bullying"]],
  ["nobody was asked about", ticked(null, "facility"), "staff", ["facility", "staff_misconduct"]],
  ["nobody was asked about", ticked(null, "facility"), "police", ["facility", "other"]],
  ["nobody was asked about", ticked(null, "facility"), "official", ["facility", "other"]],
  ["peers were ticked", ticked("peer", "threat"), "official", ["threat"]],
  [
    "all four ticks are used",
    ticked(null, "self_harm_suicide", "facility", "praise", "food_safety"),
    "staff",
    ["self_harm_suicide", "facility", "food_safety", "staff_misconduct"],
  ],
] as const)("after a yes its desk is kept out where %s", (_case, answers, office, categories) => {
  const named = withOfficeNamed(answers, office);

  expect(keptOut(named)).toContain(deskOf[office]);
  expect(named.categories).toEqual(categories);
});

test.each([
  ["police", "staff"],
  ["official", "staff"],
  ["staff", "police"],
  ["staff", "official"],
] as const)("when %s were ticked, a yes about %s keeps both out", (before, office) => {
  const named = withOfficeNamed(ticked(before, "threat"), office);

  expect(keptOut(named)).toEqual(expect.arrayContaining([deskOf[before], deskOf[office]]));
});

test("a yes says what it ticked along and what gave way", () => {
  const full = ticked(null, "facility", "praise", "food_safety", "fire_safety");

  expect(withOfficeNamed(ticked(null, "praise"), "police")).toMatchObject({
    added: "other",
    replaced: null,
  });
  expect(withOfficeNamed(full, "staff")).toMatchObject({
    added: "staff_misconduct",
    replaced: "praise",
  });
});
