import type { DeskKind } from "@truong-an/shared/directory";
import { type Question, questionsFor, shownFactsOnly } from "@truong-an/shared/form";
import type { Accused, Category, DangerNow, Facts, When, Writer } from "@truong-an/shared/report";
import type { Office, OfficeNamed } from "./accused-office.ts";
import type { ReadToSend } from "./reader.ts";

/** A photo as it will be sealed: already re-encoded, with nothing in it but the picture. */
export type Photo = {
  readonly id: string;
  readonly jpeg: Uint8Array<ArrayBuffer>;
  readonly previewUrl: string;
};

/** Everything answered so far. It lives in memory only. */
export type ReportForm = {
  readonly danger: DangerNow | null;
  readonly categories: readonly Category[];
  readonly accused: Accused | null;
  readonly when: When | null;
  readonly story: string;
  readonly read: ReadToSend | null; // null: not read since the story changed
  readonly deniedOffices: readonly Office[]; // the words seemed to accuse them; the writer says no, or is not sure
  readonly namedOffice: OfficeNamed | null; // the writer said yes, and has changed nothing since
  readonly photos: readonly Photo[];
  readonly excluded: DeskKind | null;
  readonly wantsPolice: boolean;
};

export type FormEvent =
  | { readonly kind: "danger"; readonly danger: DangerNow }
  | { readonly kind: "category"; readonly category: Category } // ticks it, or unticks it
  | { readonly kind: "accused"; readonly accused: Accused }
  | { readonly kind: "when"; readonly when: When }
  | { readonly kind: "story"; readonly story: string }
  | { readonly kind: "read"; readonly story: string; readonly read: ReadToSend }
  | { readonly kind: "office-named"; readonly named: OfficeNamed }
  | { readonly kind: "office-denied"; readonly office: Office }
  | { readonly kind: "photos-added"; readonly photos: readonly Photo[] }
  | { readonly kind: "photo-removed"; readonly id: string }
  | { readonly kind: "excluded"; readonly excluded: DeskKind | null }
  | { readonly kind: "police"; readonly wantsPolice: boolean }
  | { readonly kind: "emptied" };

export const mostCategories = 4;
export const mostPhotos = 5;

export const emptyForm: ReportForm = {
  danger: null,
  categories: [],
  accused: null,
  when: null,
  story: "",
  read: null,
  deniedOffices: [],
  namedOffice: null,
  photos: [],
  excluded: null,
  wantsPolice: false,
};

/** The form after one event. Answers to questions that are no longer shown stay, in case they return. */
export function afterEvent(form: ReportForm, event: FormEvent): ReportForm {
  switch (event.kind) {
    case "danger":
      return { ...form, danger: event.danger };
    case "category":
      return {
        ...form,
        categories: toggled(form.categories, event.category),
        namedOffice: null,
      };
    case "accused":
      return { ...form, accused: event.accused, namedOffice: null };
    case "when":
      return { ...form, when: event.when };
    case "story":
      return event.story === form.story ? form : { ...form, story: event.story, read: null };
    case "read":
      return event.story === form.story ? { ...form, read: event.read } : form;
    case "office-named":
      return {
        ...form,
        categories: event.named.categories,
        accused: event.named.accused,
        namedOffice: event.named,
      };
    case "office-denied":
      return { ...form, deniedOffices: [...form.deniedOffices, event.office] };
    case "photos-added":
      return { ...form, photos: [...form.photos, ...event.photos].slice(0, mostPhotos) };
    case "photo-removed":
      return { ...form, photos: form.photos.filter((photo) => photo.id !== event.id) };
    case "excluded":
      return { ...form, excluded: event.excluded };
    case "police":
      return { ...form, wantsPolice: event.wantsPolice };
    case "emptied":
      return emptyForm;
  }
}

/** The questions these answers lead to; all of them, as long as nothing is ticked yet. */
export function questionsShown(form: ReportForm): readonly Question[] {
  const categories: Category[] = form.categories.length > 0 ? [...form.categories] : ["bullying"];
  return questionsFor({ danger: form.danger ?? "no", categories });
}

/** Whether the writer may go on from this question. Someone in danger may send without a word. */
export function isAnswered(form: ReportForm, question: Question): boolean {
  switch (question) {
    case "danger":
      return form.danger !== null;
    case "what":
      return form.categories.length > 0;
    case "who":
      return form.accused !== null;
    case "when":
      return form.when !== null;
    case "story":
      return isDangerNow(form) || form.story.trim() !== "" || form.photos.length > 0;
    case "readers":
      return true;
  }
}

/**
 * The question itself if everything before it is answered, otherwise the first that is not. A yes
 * while telling may open the question of time: it is asked after the story, not in the middle of it.
 */
export function reachable(form: ReportForm, wanted: Question): Question {
  const shown = questionsShown(form);
  const open = shown.find((question) => !isAnswered(form, question));
  if (wanted === "story" && open === "when" && form.namedOffice !== null) return wanted;
  const target = shown.includes(wanted) ? wanted : (open ?? "readers");
  return open !== undefined && shown.indexOf(open) < shown.indexOf(target) ? open : target;
}

export function nextQuestion(form: ReportForm, from: Question): Question | null {
  const shown = questionsShown(form);
  return shown[shown.indexOf(from) + 1] ?? null;
}

export function previousQuestion(form: ReportForm, from: Question): Question | null {
  const shown = questionsShown(form);
  return shown[shown.indexOf(from) - 1] ?? null;
}

export function isDangerNow(form: Pick<ReportForm, "danger">): boolean {
  return form.danger === "me" || form.danger === "someone";
}

/** Whether leaving would lose something that took effort. */
export function holdsWords(form: ReportForm): boolean {
  return form.story.trim() !== "" || form.photos.length > 0;
}

/** The ticked answers as they are sent: those to hidden questions cleared. Null until all are given. */
export function factsOf(form: ReportForm, writer: Writer): Facts | null {
  const { danger, accused, when, wantsPolice, excluded } = form;
  if (danger === null || questionsShown(form).some((question) => !isAnswered(form, question))) {
    return null;
  }
  const categories = [...form.categories];
  return shownFactsOnly({ danger, categories, accused, when, writer, wantsPolice, excluded });
}

function toggled(categories: readonly Category[], category: Category): readonly Category[] {
  if (categories.includes(category)) return categories.filter((one) => one !== category);
  return categories.length < mostCategories ? [...categories, category] : categories;
}
