import type { DeskKind } from "@truong-an/shared/directory";
import { questionsFor } from "@truong-an/shared/form";
import type { Accused, Category } from "@truong-an/shared/report";
import { mostCategories } from "./report-form.ts";

/** Whoever works for a body that would read the report. */
export type Office = "staff" | "police" | "official";

/** The ticked answers that decide whom a report must not reach. */
export type AccusedAnswers = {
  readonly categories: readonly Category[];
  readonly accused: Accused | null;
};

/** The answers after a yes, and what it changed, so that the writer can be told. */
export type OfficeNamed = AccusedAnswers & {
  readonly office: Office;
  readonly added: Category | null; // ticked along, so that the question of who counts
  readonly replaced: Category | null; // gave up its place, when no more could be ticked
};

/** The desk that does not read when this office is accused. */
export const deskOf: Record<Office, DeskKind> = {
  staff: "school",
  police: "police",
  official: "commune",
};

/**
 * The office that the words accuse and the ticked answers do not: worth one question. None when its
 * desk is kept out already, when the writer has said no or is not sure, when the police or officials are ticked and
 * the words may mean the other of the two, or when two offices would need a fifth tick.
 */
export function officeToAskAbout(
  answers: AccusedAnswers & { readonly deniedOffices: readonly Office[] },
  read: Accused,
): Office | null {
  if (!isOffice(read) || answers.deniedOffices.includes(read)) return null;
  const { categories } = answers;
  const isAboutStaff = categories.includes("staff_misconduct");
  if (read === "staff" && isAboutStaff) return null;
  const ticked = officeTicked(answers);
  if (ticked === null) return read;
  const isSameBody = (ticked === "staff") === (read === "staff");
  const isFull = !isAboutStaff && categories.length >= mostCategories;
  return isSameBody || isFull ? null : read;
}

/**
 * The answers after a yes: the office's desk will not read, and no desk that was kept out is let in.
 * Where the form would not ask who did it, a matter is ticked for which it does.
 */
export function withOfficeNamed(answers: AccusedAnswers, office: Office): OfficeNamed {
  const ticked = officeTicked(answers);
  const isSecond = ticked !== null && ticked !== office;
  const accused = isSecond && office === "staff" ? ticked : office;
  if (isWhoShown(answers.categories) && !isSecond) {
    return { office, categories: answers.categories, accused, added: null, replaced: null };
  }
  const matter = office === "staff" || isSecond ? "staff_misconduct" : "other";
  return { office, accused, ...withMatter(answers.categories, matter) };
}

function officeTicked({ categories, accused }: AccusedAnswers): Office | null {
  return accused !== null && isOffice(accused) && isWhoShown(categories) ? accused : null;
}

/** Whether the answers so far lead to the question of who did it: otherwise its answer does not count. */
function isWhoShown(categories: readonly Category[]): boolean {
  return questionsFor({ danger: "no", categories: [...categories] }).includes("who");
}

function isOffice(accused: Accused): accused is Office {
  return accused === "staff" || accused === "police" || accused === "official";
}

/** What gives way when no more can be ticked, the least urgent first; the words still tell of it. */
const givingWay: readonly Category[] = [
  "praise",
  "facility",
  "counselling_request",
  "traffic_safety",
  "food_safety",
  "fire_safety",
];

function withMatter(categories: readonly Category[], matter: Category) {
  if (categories.includes(matter)) return { categories, added: null, replaced: null };
  const isFull = categories.length >= mostCategories;
  const replaced = isFull ? (givingWay.find((one) => categories.includes(one)) ?? null) : null;
  const kept = categories.filter((one) => one !== replaced);
  return { categories: [...kept, matter], added: matter, replaced };
}
