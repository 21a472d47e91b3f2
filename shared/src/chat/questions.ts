import { questionsFor } from "../form.ts";
import type { SchoolId } from "../ids.ts";
import type { Accused, Category, DangerNow, Facts, When } from "../report.ts";
import {
  accusedChoices,
  dangerChoices,
  matterChoices,
  topicChoices,
  whenChoices,
} from "./choices.ts";
import { dangerIn } from "./danger.ts";
import type { Heard, Move } from "./heard.ts";
import { mostOffered, type Phrase, type Purpose } from "./phrase.ts";
import { type ChatState, isDangerNow, type Stage } from "./state.ts";
import { goTo, type Incoming, type Turn, turn } from "./turn.ts";

/** The question that waits for an answer at this stage. */
export function questionAt(stage: Stage): Phrase | undefined {
  switch (stage.at) {
    case "menu":
    case "telling":
      return undefined;
    case "ask-school":
      return { say: "ask-school", purpose: stage.purpose };
    case "choose-school":
      return { say: "choose-school", schools: stage.schools, isMore: false };
    case "choose-topic":
      return { say: "choose-topic", schoolId: stage.schoolId };
    case "choose-unfollow":
      return { say: "choose-unfollow", followings: stage.followings };
    case "warned":
      return { say: "report-warning" };
    case "ask-danger":
      return { say: "ask-danger", schoolId: stage.schoolId };
    case "ask-matter":
      return { say: "ask-matter" };
    case "ask-accused":
      return { say: "ask-accused" };
    case "ask-when":
      return { say: "ask-when" };
    case "making-receipt":
      return { say: "not-kept-yet" };
  }
}

/** Says this, then the question that waits, if any. */
export function ask(state: ChatState, says: readonly Phrase[]): Turn {
  const question = questionAt(state.stage);
  return turn(state, question === undefined ? says : [...says, question]);
}

function asking(state: ChatState, stage: Stage, says: readonly Phrase[] = []): Turn {
  return ask({ ...state, stage }, says);
}

/** What an answer to the question that waits leads to; undefined when it is no answer. */
export function answered(state: ChatState, incoming: Incoming): Turn | undefined {
  const { stage } = state;
  const { heard } = incoming;
  const { move } = heard;
  switch (stage.at) {
    case "menu":
      return move.kind === "school"
        ? turn(state, [{ say: "news", schoolId: move.schoolId }])
        : undefined;
    case "ask-school":
      return schoolNamed(state, stage.purpose, incoming);
    case "choose-school":
      return (
        forSchool(state, stage.purpose, schoolChosen(move, stage.schools)) ??
        schoolNamed(state, stage.purpose, incoming)
      );
    case "choose-topic": {
      const topic = move.kind === "topic" ? move.topic : numbered(move, topicChoices);
      if (topic === undefined) return undefined;
      const following = { schoolId: stage.schoolId, topic };
      const says: readonly Phrase[] = [{ say: "following", ...following }];
      return goTo(state, { at: "menu" }, says, [{ do: "follow", following }]);
    }
    case "choose-unfollow":
      return unfollowed(state, stage.followings, move);
    case "warned":
      if (move.kind === "yes" || isNumber(move, 1)) {
        return asking(state, { at: "ask-school", purpose: "report" });
      }
      return move.kind === "no" || isNumber(move, 2)
        ? goTo(state, { at: "menu" }, [{ say: "stopped" }])
        : undefined;
    case "ask-danger":
    case "ask-matter":
    case "ask-accused":
    case "ask-when":
      return answerOfReport(state, stage, incoming);
    case "making-receipt":
    case "telling":
      return undefined;
  }
}

function schoolNamed(
  state: ChatState,
  purpose: Purpose,
  { heard, found }: Incoming,
): Turn | undefined {
  if (heard.move.kind === "school") return forSchool(state, purpose, heard.move.schoolId);
  const schools = found.schools.slice(0, mostOffered);
  const [only] = schools;
  if (only === undefined) {
    const isName = heard.move.kind === "unknown" || heard.move.kind === "tells";
    return isName && dangerIn(heard) === null
      ? asking(state, { at: "ask-school", purpose }, [{ say: "no-such-school" }])
      : undefined;
  }
  if (schools.length === 1) return forSchool(state, purpose, only);
  const says: readonly Phrase[] = [{ say: "choose-school", schools, isMore: found.isMore }];
  return goTo(state, { at: "choose-school", purpose, schools }, says);
}

function schoolChosen(move: Move, schools: readonly SchoolId[]): SchoolId | undefined {
  return move.kind === "school" ? move.schoolId : numbered(move, schools);
}

/** The school is known: on with what it was asked for. */
function forSchool(
  state: ChatState,
  purpose: Purpose,
  schoolId: SchoolId | undefined,
): Turn | undefined {
  if (schoolId === undefined) return undefined;
  switch (purpose) {
    case "report":
      return asking(state, { at: "ask-danger", schoolId });
    case "follow":
      return asking(state, { at: "choose-topic", schoolId });
    case "news":
    case "groups":
      return goTo(state, { at: "menu" }, [{ say: purpose, schoolId }]);
  }
}

function unfollowed(
  state: ChatState,
  followings: Extract<Stage, { at: "choose-unfollow" }>["followings"],
  move: Move,
): Turn | undefined {
  if (move.kind !== "number") return undefined;
  const one = followings[move.number - 1];
  const isAll = move.number === followings.length + 1;
  if (one === undefined && !isAll) return undefined;
  const gone = one === undefined ? followings : [one];
  return goTo(
    state,
    { at: "menu" },
    [{ say: "unfollowed" }],
    [{ do: "unfollow", followings: gone }],
  );
}

type ReportStage = Extract<
  Stage,
  { readonly at: "ask-danger" | "ask-matter" | "ask-accused" | "ask-when" }
>;

/** The form's own questions, one after the other, as far as the answers lead to them. */
function answerOfReport(
  state: ChatState,
  stage: ReportStage,
  incoming: Incoming,
): Turn | undefined {
  const { heard } = incoming;
  switch (stage.at) {
    case "ask-danger": {
      const danger = dangerSaid(heard);
      return danger && afterDanger(state, stage.schoolId, danger);
    }
    case "ask-matter": {
      const category = matterSaid(heard);
      return category && afterMatter(state, stage, category);
    }
    case "ask-accused": {
      const accused = accusedSaid(heard);
      return accused && afterAccused(state, { ...stage, accused });
    }
    case "ask-when": {
      const when = whenSaid(heard);
      return when && withFacts(state, stage, { ...stage, when });
    }
  }
}

/** A bare "no" is one; beside other words it may deny anything: "không phải em, là bạn em". */
function isPlainNo({ move, reading }: Heard): boolean {
  return move.kind === "no" && reading === null;
}

function dangerSaid(heard: Heard): DangerNow | undefined {
  const { move, danger } = heard;
  if (move.kind === "danger") return move.danger;
  if (move.kind === "yes") return "me";
  if (isPlainNo(heard)) return "no";
  return numbered(move, dangerChoices) ?? danger ?? undefined;
}

function matterSaid({ move, reading }: Heard): Category | undefined {
  if (move.kind === "matter") return move.category;
  return numbered(move, matterChoices) ?? reading?.categories[0];
}

function accusedSaid(heard: Heard): Accused | undefined {
  const { move, accused } = heard;
  if (move.kind === "accused") return move.accused;
  if (isPlainNo(heard)) return "unknown";
  return numbered(move, accusedChoices) ?? accused ?? undefined;
}

function whenSaid({ move, when }: Heard): When | undefined {
  if (move.kind === "when") return move.when;
  return numbered(move, whenChoices) ?? when ?? undefined;
}

function afterDanger(state: ChatState, schoolId: SchoolId, danger: DangerNow): Turn {
  const says: readonly Phrase[] = isDangerNow({ danger }) ? [{ say: "numbers" }] : [];
  return asking(state, { at: "ask-matter", schoolId, danger }, says);
}

type Told = Pick<Facts, "danger" | "accused" | "when"> & { readonly category: Category };

function afterMatter(
  state: ChatState,
  { schoolId, danger }: Extract<ReportStage, { at: "ask-matter" }>,
  category: Category,
): Turn {
  const isAsked = questionsFor({ danger, categories: [category] }).includes("who");
  if (isAsked) return asking(state, { at: "ask-accused", schoolId, danger, category });
  return afterAccused(state, { schoolId, danger, category, accused: null });
}

function afterAccused(
  state: ChatState,
  told: Omit<Told, "when"> & { readonly schoolId: SchoolId },
): Turn {
  const { schoolId, danger, category, accused } = told;
  const isAsked = questionsFor({ danger, categories: [category] }).includes("when");
  if (isAsked) return asking(state, { at: "ask-when", schoolId, danger, category, accused });
  return withFacts(state, told, { danger, category, accused, when: null });
}

function withFacts(
  state: ChatState,
  { schoolId }: { readonly schoolId: SchoolId },
  { danger, category, accused, when }: Told,
): Turn {
  const facts: Facts = {
    danger,
    categories: [category],
    accused,
    when,
    writer: "unsaid",
    wantsPolice: false,
    excluded: null,
  };
  const stage: Stage = { at: "making-receipt", schoolId, facts };
  return goTo(state, stage, [{ say: "making-receipt" }], [{ do: "give-receipt" }]);
}

function numbered<Choice>(move: Move, choices: readonly Choice[]): Choice | undefined {
  return move.kind === "number" ? choices[move.number - 1] : undefined;
}

function isNumber(move: Move, number: number): boolean {
  return move.kind === "number" && move.number === number;
}
