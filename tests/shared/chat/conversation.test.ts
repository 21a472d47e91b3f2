import { matterChoices } from "@truong-an/shared/chat/choices";
import { step } from "@truong-an/shared/chat/conversation";
import { heardWithoutWords } from "@truong-an/shared/chat/hear";
import { Heard, Move, Wish } from "@truong-an/shared/chat/heard";
import type { Phrase } from "@truong-an/shared/chat/phrase";
import { type ChatState, freshState, type Stage } from "@truong-an/shared/chat/state";
import type { Incoming, Turn } from "@truong-an/shared/chat/turn";
import { MessageId, SchoolId, SubmissionId } from "@truong-an/shared/ids";
import { addMinutes, instant } from "@truong-an/shared/time";
import { describe, expect, test } from "vitest";

const now = instant(1_790_000_000_000);
const school = SchoolId.parse("11111111-1111-4111-8111-111111111111");
const other = SchoolId.parse("22222222-2222-4222-8222-222222222222");
const sealed = "YWdlLWVuY3J5cHRpb24ub3JnL3Yx";
const kept = {
  messageId: MessageId.parse("33333333-3333-4333-8333-333333333333"),
  story: sealed,
  message: sealed,
};
const piece = {
  submissionId: SubmissionId.parse("44444444-4444-4444-8444-444444444444"),
  ...kept,
};
const facts = {
  danger: "no",
  categories: ["bullying"],
  accused: "peer",
  when: "days",
  writer: "unsaid",
  wantsPolice: false,
  excluded: null,
} as const;
const draft = {
  submissionId: piece.submissionId,
  schoolId: school,
  facts: { ...facts, categories: [...facts.categories] },
  signals: [],
  recipient: `age1${"q".repeat(58)}`,
  receipt: { finderHash: "0".repeat(64), envelope: sealed },
  envelopes: [],
  isGiven: true,
  pieces: [],
  isSent: false,
  told: 0,
  stopAsked: null,
};
const followings = [{ schoolId: school, topic: "all" as const }];

const stages: readonly Stage[] = [
  { at: "menu" },
  { at: "ask-school", purpose: "report" },
  { at: "choose-school", purpose: "news", schools: [school, other] },
  { at: "choose-topic", schoolId: school },
  { at: "choose-unfollow", followings },
  { at: "warned" },
  { at: "ask-danger", schoolId: school },
  { at: "ask-matter", schoolId: school, danger: "no" },
  { at: "ask-accused", schoolId: school, danger: "no", category: "bullying" },
  { at: "ask-when", schoolId: school, danger: "no", category: "bullying", accused: "peer" },
  { at: "making-receipt", schoolId: school, facts: draft.facts },
  { at: "telling", draft },
  { at: "telling", draft: { ...draft, pieces: [kept] } },
  { at: "telling", draft: { ...draft, pieces: [kept], stopAsked: "calm" } },
  { at: "telling", draft: { ...draft, isGiven: false } },
  { at: "telling", draft: { ...draft, isSent: true } },
];

const calm = { level: "normal", categories: ["bullying"], accused: "peer", signals: [] } as const;
const grave = {
  level: "emergency",
  categories: ["self_harm_suicide"],
  accused: "none",
  signals: ["wish_to_die"],
} as const;

function heard(given: Partial<Heard>): Heard {
  return Heard.parse({ ...heardWithoutWords({ kind: "unknown" }), ...given });
}

function told(state: ChatState, given: Partial<Heard>, more: Partial<Incoming> = {}): Turn {
  const around = {
    now,
    isLate: false,
    isHumanHere: false,
    mayAcknowledge: false,
    found: { schools: [], isMore: false },
    followings,
    piece: null,
  };
  return step(state, { ...around, ...more, heard: heard(given) });
}

function at(stage: Stage): ChatState {
  return { ...freshState, stage };
}

function saysOf(turn: Turn): readonly Phrase["say"][] {
  return turn.says.map(({ say }) => say);
}

const moves: readonly Move[] = [
  ...Wish.options.map((wish): Move => ({ kind: "wish", wish })),
  ...[1, 2, 9, 19].map((number): Move => ({ kind: "number", number })),
  ...[
    "yes",
    "no",
    "send",
    "go-on",
    "new-receipt",
    "receipt",
    "media",
    "arrived",
    "greeting",
    "thanks",
    "insult",
    "tells",
    "unknown",
  ].map((kind) => Move.parse({ kind })),
  { kind: "school", schoolId: other },
  { kind: "danger", danger: "me" },
  { kind: "matter", category: "threat" },
  { kind: "accused", accused: "staff" },
  { kind: "when", when: "today" },
  { kind: "topic", topic: "fire" },
  { kind: "acknowledge", alert: null },
  { kind: "link-code", codeHash: "a".repeat(64) },
];

describe.each(stages.map((stage, index) => [`${stage.at} (${index})`, stage] as const))(
  "at %s",
  (_name, stage) => {
    test("thôi leads out, to the menu or to the end of what is sent", () => {
      const turn = told(at(stage), { move: { kind: "wish", wish: "stop" } });

      const isOver =
        turn.state.stage.at === "menu" || turn.acts.some((act) => act.do === "send-draft");
      expect(isOver).toBe(true);
      expect(turn.says.length).toBeGreaterThan(0);
    });

    test("asking for a human is answered", () => {
      const answer = stage.at === "telling" ? "human-while-telling" : "human";

      expect(saysOf(told(at(stage), { move: { kind: "wish", wish: "human" } }))).toContain(answer);
    });

    test.each(moves.map((move) => [JSON.stringify(move), move] as const))(
      "%s is answered, acted on or kept",
      (_move, move) => {
        const words = stage.at === "telling" ? { piece } : {};
        const turn = told(at(stage), { move }, words);

        const isKept =
          turn.state.stage.at === "telling" &&
          stage.at === "telling" &&
          turn.state.stage.draft.pieces.length > stage.draft.pieces.length;
        expect(turn.says.length > 0 || turn.acts.length > 0 || isKept).toBe(true);
      },
    );

    test.each([
      ["in turn", {}],
      ["late", { isLate: true }],
      ["while a human answers", { isHumanHere: true }],
    ])("danger is answered before anything else, %s", (_when, around) => {
      const turn = told(
        at(stage),
        { move: { kind: "tells" }, reading: Heard.shape.reading.parse(grave) },
        { ...around, piece },
      );

      expect(turn.says[0]).toEqual({
        say: "danger",
        help: { kind: "call", topic: "life" },
        isTelling: stage.at === "telling",
      });
    });
  },
);

describe("danger", () => {
  const afraid = { move: { kind: "tells" } as const, reading: Heard.shape.reading.parse(grave) };

  test("is not answered with the same numbers on every bubble, but never met with silence", () => {
    const first = told(freshState, afraid);
    const second = told(first.state, afraid, { now: addMinutes(now, 1) });
    const third = told(second.state, afraid, { now: addMinutes(now, 6) });

    expect(saysOf(first)).toEqual(["danger"]);
    expect(saysOf(second)).toEqual(["still-here"]);
    expect(saysOf(third)).toEqual(["danger"]);
  });

  test("of another kind, or more urgent, is answered again at once", () => {
    const talk = told(freshState, {
      ...afraid,
      reading: Heard.shape.reading.parse({ ...grave, level: "high" }),
    });
    const call = told(talk.state, afraid, { now: addMinutes(now, 1) });
    const fire = { ...grave, categories: ["fire_safety"], signals: ["hazard_now"] };
    const another = told(
      call.state,
      { ...afraid, reading: Heard.shape.reading.parse(fire) },
      { now: addMinutes(now, 2) },
    );

    expect([talk, call, another].map(saysOf)).toEqual([["danger"], ["danger"], ["danger"]]);
  });

  test.each<readonly [string, Stage]>([
    ["named", { at: "ask-school", purpose: "report" }],
    ["chosen", { at: "choose-school", purpose: "news", schools: [school, other] }],
  ])("is all that is answered while a school is to be %s", (_how, stage) => {
    const first = told(at(stage), afraid);
    const second = told(first.state, afraid, { now: addMinutes(now, 1) });

    expect(saysOf(first)).toEqual(["danger"]);
    expect(saysOf(second)).toEqual(["still-here"]);
    expect(second.state.stage).toEqual(stage);
  });

  test("beside a human who answers comes once in ten minutes", () => {
    const first = told(freshState, afraid, { isHumanHere: true });
    const second = told(first.state, afraid, { isHumanHere: true, now: addMinutes(now, 9) });
    const third = told(second.state, afraid, { isHumanHere: true, now: addMinutes(now, 11) });

    expect([first, second, third].map(saysOf)).toEqual([["danger"], [], ["danger"]]);
  });
});

describe("a report", () => {
  test("begins with who can see it, and goes on only after agreement", () => {
    const warned = told(freshState, { move: { kind: "wish", wish: "report" } });
    const unclear = told(warned.state, { move: { kind: "unknown" } });
    const declined = told(warned.state, { move: { kind: "no" } });
    const agreed = told(warned.state, { move: { kind: "yes" } });

    expect(saysOf(warned)).toEqual(["report-warning"]);
    expect(saysOf(unclear)).toEqual(["not-understood", "report-warning"]);
    expect(declined.state.stage.at).toBe("menu");
    expect(saysOf(agreed)).toEqual(["ask-school"]);
  });

  test("asks the form's questions, by number or by word, and then for a receipt", () => {
    const number = (value: number) => ({ move: { kind: "number", number: value } as const });
    const schoolFound = { found: { schools: [school], isMore: false } };
    const named = told(at({ at: "ask-school", purpose: "report" }), {}, schoolFound);
    const danger = told(named.state, { move: { kind: "no" } });
    const matter = told(danger.state, number(1));
    const accused = told(matter.state, { accused: "staff" });
    const done = told(accused.state, { when: "keeps" });

    expect([named, danger, matter, accused, done].map(saysOf)).toEqual([
      ["ask-danger"],
      ["ask-matter"],
      ["ask-accused"],
      ["ask-when"],
      ["making-receipt"],
    ]);
    expect(done.acts).toEqual([{ do: "give-receipt" }]);
    expect(done.state.stage).toEqual({
      at: "making-receipt",
      schoolId: school,
      facts: { ...facts, accused: "staff", when: "keeps" },
    });
  });

  test("in which someone is in danger now gives the numbers and leaves out the time", () => {
    const danger = told(at({ at: "ask-danger", schoolId: school }), {
      move: { kind: "number", number: 2 },
    });
    const matter = told(danger.state, { move: { kind: "number", number: 2 } });
    const accused = told(matter.state, { move: { kind: "number", number: 1 } });

    expect(saysOf(danger)).toEqual(["numbers", "ask-matter"]);
    expect(accused.state.stage.at).toBe("making-receipt");
  });

  test("keeps every bubble, and says so once", () => {
    const first = told(
      at({ at: "telling", draft }),
      { reading: Heard.shape.reading.parse(calm) },
      { piece },
    );
    const second = told(first.state, { reading: Heard.shape.reading.parse(calm) }, { piece });

    expect(saysOf(first)).toEqual(["kept"]);
    expect(saysOf(second)).toEqual([]);
    expect(second.state.stage.at === "telling" && second.state.stage.draft.pieces.length).toBe(2);
  });

  test("that reads as an emergency is sent at once, and what follows goes after it", () => {
    const first = told(
      at({ at: "telling", draft }),
      { reading: Heard.shape.reading.parse(grave) },
      { piece },
    );
    const later = told(at({ at: "telling", draft: { ...draft, isSent: true } }), {}, { piece });

    expect(first.acts).toEqual([{ do: "send-draft", isFinished: false }]);
    expect(first.state.stage.at === "telling" && first.state.stage.draft.signals).toEqual([
      "wish_to_die",
    ]);
    expect(later.acts).toEqual([{ do: "send-draft", isFinished: false }]);
  });

  test("keeps words that arrive late or while a human answers", () => {
    const stage = { at: "telling", draft } as const;
    const late = told(at(stage), { move: { kind: "wish", wish: "stop" } }, { piece, isLate: true });
    const beside = told(at(stage), {}, { piece, isHumanHere: true });

    expect(late.state.stage.at === "telling" && late.state.stage.draft.pieces).toEqual([kept]);
    expect(beside.state.stage.at === "telling" && beside.state.stage.draft.pieces).toEqual([kept]);
  });

  test("keeps no words that were sealed to another report, and asks for them again", () => {
    const strange = SubmissionId.parse("55555555-5555-4555-8555-555555555555");
    const turn = told(
      at({ at: "telling", draft }),
      { reading: Heard.shape.reading.parse(calm) },
      { piece: { ...piece, submissionId: strange } },
    );

    expect(draftIn(turn).pieces).toEqual([]);
    expect(saysOf(turn)).toEqual(["not-kept-yet"]);
  });

  test("of which the receipt may not have arrived gets another one only on request", () => {
    const unsure = at({ at: "telling", draft: { ...draft, isGiven: false } });
    const again = told(unsure, { move: { kind: "number", number: 1 } }, { piece });
    const begun = told(unsure, { reading: Heard.shape.reading.parse(calm) }, { piece });
    const later = told(begun.state, { move: { kind: "number", number: 1 } }, { piece });

    expect(again.state.stage.at).toBe("making-receipt");
    expect(again.acts).toEqual([{ do: "give-receipt" }]);
    expect(draftIn(later).pieces).toEqual([kept, kept]);
  });

  test("is ended when it holds more bubbles than a report can", () => {
    const full = { ...draft, isSent: true, told: 300 };
    const turn = told(at({ at: "telling", draft: full }), {}, { piece });

    expect(saysOf(turn)).toEqual(["told-enough"]);
    expect(turn.acts).toEqual([{ do: "send-draft", isFinished: true }]);
  });
});

function draftIn({ state }: Turn) {
  if (state.stage.at !== "telling") throw new Error("nothing is being told");
  return state.stage.draft;
}

describe("whoever seems to want to stop, in words of their own", () => {
  const read = (level: "normal" | "emergency" | "not_a_report") =>
    Heard.shape.reading.parse({ ...calm, level });
  const wanting = { move: { kind: "wish", wish: "stop" }, reading: read("not_a_report") } as const;
  const number = (value: number) => ({ move: { kind: "number", number: value } as const });
  const telling = at({ at: "telling", draft: { ...draft, pieces: [kept] } });

  test.each(["stop", "unfollow"] as const)("is asked whether that is so: %s", (wish) => {
    const asked = told(telling, { ...wanting, move: { kind: "wish", wish } }, { piece });

    expect(asked.says).toEqual([{ say: "ask-stop", unanswered: "dropped" }]);
    expect(asked.acts).toEqual([]);
    expect(draftIn(asked)).toMatchObject({ stopAsked: "calm", pieces: [kept, kept] });
  });

  test("stops by 1, and everything is thrown away", () => {
    const asked = told(telling, wanting, { piece });
    const stopped = told(asked.state, number(1), { piece });

    expect(saysOf(stopped)).toEqual(["thrown-away"]);
    expect(stopped.state.stage.at).toBe("menu");
  });

  test.each([
    ["by 2", number(2)],
    ["by the button", { move: { kind: "go-on" } as const }],
    ["by telling on", { move: { kind: "tells" } as const, reading: read("normal") }],
  ])("goes on %s", (_way, heard) => {
    const asked = told(telling, wanting, { piece });
    const going = told(asked.state, heard, { piece });

    expect(saysOf(going)).toEqual(["still-telling"]);
    expect(draftIn(going).stopAsked).toBeNull();
  });

  test.each([
    ["yes", { move: { kind: "yes" } as const }],
    ["no", { move: { kind: "no" } as const }],
    ["something unclear", { reading: read("not_a_report") }],
  ])("is asked again after %s, which might mean either", (_way, heard) => {
    const asked = told(telling, wanting, { piece });
    const again = told(asked.state, heard, { piece });

    expect(saysOf(again)).toEqual(["ask-stop"]);
    expect(draftIn(again).stopAsked).toBe("calm");
  });

  test("is asked in an emergency too, and going on sends what was held back", () => {
    const asked = told(telling, { ...wanting, reading: read("emergency") }, { piece });
    const going = told(asked.state, number(2), { piece });

    expect(asked.says.at(-1)).toEqual({ say: "ask-stop", unanswered: "sent" });
    expect(asked.acts).toEqual([]);
    expect(going.acts).toEqual([{ do: "send-draft", isFinished: false }]);
  });
});

describe("at a question of the report", () => {
  test("danger brings the numbers, and then the question again", () => {
    const asked = at({ at: "ask-danger", schoolId: school });
    const turn = told(asked, {
      move: { kind: "tells" },
      reading: Heard.shape.reading.parse(grave),
    });

    expect(saysOf(turn)).toEqual(["danger", "ask-danger"]);
  });

  test("a no among other words is no answer", () => {
    const heard = {
      move: { kind: "no" } as const,
      reading: Heard.shape.reading.parse({ ...calm, level: "not_a_report" }),
    };

    expect(saysOf(told(at({ at: "ask-danger", schoolId: school }), heard))).toEqual(["ask-danger"]);
  });
});

test("drugs and vaping are two matters", () => {
  const asked = at({ at: "ask-matter", schoolId: school, danger: "no" });
  const choices = matterChoices.map((category, index) => {
    const { state } = told(asked, { move: { kind: "number", number: index + 1 } });
    return [category, state.stage];
  });

  expect(matterChoices).toEqual(expect.arrayContaining(["drugs_stimulants", "vaping_alcohol"]));
  for (const [category, stage] of choices) expect(JSON.stringify(stage)).toContain(category);
});

test("a late message moves no conversation", () => {
  const turn = told(at({ at: "warned" }), { move: { kind: "yes" } }, { isLate: true });

  expect(turn).toEqual({ state: at({ at: "warned" }), says: [], acts: [] });
});

test("while a human answers we are quiet", () => {
  const turn = told(freshState, { move: { kind: "greeting" } }, { isHumanHere: true });

  expect(turn.says).toEqual([]);
});

test("whoever asked for a human is left alone until they want something of us", () => {
  const asked = told(freshState, { move: { kind: "wish", wish: "human" } });
  const chat = told(asked.state, { move: { kind: "unknown" } }, { now: addMinutes(now, 1) });
  const menu = told(
    chat.state,
    { move: { kind: "wish", wish: "menu" } },
    { now: addMinutes(now, 2) },
  );
  const later = told(asked.state, { move: { kind: "unknown" } }, { now: addMinutes(now, 31) });

  expect([chat, menu, later].map(saysOf)).toEqual([[], ["menu"], ["not-understood", "menu"]]);
});

test("a 1 is an answer to the call while a member of staff is called, and a choice otherwise", () => {
  const one = { move: { kind: "number", number: 1 } as const };

  expect(told(freshState, one, { mayAcknowledge: true }).acts).toEqual([
    { do: "acknowledge", alert: null },
  ]);
  expect(saysOf(told(freshState, one))).toEqual(["ask-school"]);
});
