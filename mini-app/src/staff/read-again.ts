import type { ReportDetail } from "@truong-an/shared/api/staff";
import type { DeskKind } from "@truong-an/shared/directory";
import type { Level, Writer } from "@truong-an/shared/report";
import { accusedKinds, type Decided } from "@truong-an/shared/routing/ladder";
import { triageWithNews } from "@truong-an/shared/triage/news";
import type { Role } from "@truong-an/shared/triage/reading/features";
import type { Reading } from "@truong-an/shared/triage/reading/read";
import { type ReasonCode, signalRules } from "@truong-an/shared/triage/rules";
import { RaisingSignal, type Signal } from "@truong-an/shared/triage/signals";
import { urgencyRank } from "@truong-an/shared/triage/triage";
import { z } from "zod";

/** One text of the reporter: the story, or a message by its id. */
export type TextId = string;
export const storyId: TextId = "story";

/** What each opened text reads as. */
export type Readings = ReadonlyMap<TextId, Reading>;

/** A text that asks for a higher level than the report has. */
export type Found = {
  readonly textId: TextId;
  readonly number: number; // of the message; 0 is the story
  readonly level: Level;
  readonly signals: readonly Signal[];
  readonly reasons: readonly ReasonCode[]; // what this text gives for it
  readonly decided: Decided; // what the report becomes
};

type Report = Pick<
  ReportDetail,
  "level" | "reasons" | "facts" | "signals" | "judgedThrough" | "status" | "messages"
>;

/** Whoever a story may accuse that also has a desk. */
export const Office = z.enum(["staff", "police", "official"]);
export type Office = z.infer<typeof Office>;

/**
 * The text that raises an open report the highest, the earliest of them first; nothing when none
 * does. What staff had before them when they set the level raises nothing any more.
 */
export function findRaise(report: Report, readings: Readings): Found | undefined {
  if (report.status === "closed") return undefined;
  const { level, reasons, facts, signals, judgedThrough } = report;
  const known = { level, reasons, facts, signals, isJudged: judgedThrough !== null };
  return textsOf(report)
    .filter(({ number }) => judgedThrough === null || number > judgedThrough)
    .flatMap(({ textId, number }): readonly Found[] => {
      const read = readings.get(textId)?.signals ?? [];
      const decided = triageWithNews(known, { dangerNow: false, signals: read });
      if (urgencyRank(decided.level) >= urgencyRank(level)) return [];
      const why = reasonsIn(read, decided.level);
      return [{ textId, number, level: decided.level, signals: read, reasons: why, decided }];
    })
    .sort((a, b) => urgencyRank(a.level) - urgencyRank(b.level))[0];
}

/**
 * The offices that some text may be about and that have not been told of the report yet: a higher
 * level would hand it to them. Reading is no proof, so whether it does is for a person to say.
 */
export function officesInDoubt(
  report: Pick<ReportDetail, "facts" | "toldDesks">,
  readings: Readings,
): readonly Office[] {
  const told = new Set(report.toldDesks.map(({ kind }) => kind));
  const never = accusedKinds(report.facts); // no level brings it to these
  const read = new Set([...readings.values()].flatMap(officesIn));
  return Office.options.filter((office) => {
    const kind = kindOf[office];
    return read.has(office) && !told.has(kind) && !never.has(kind);
  });
}

const kindOf: Record<Office, DeskKind> = { staff: "school", police: "police", official: "commune" };

function officesIn({ accused, categories }: Reading): readonly Office[] {
  const office = Office.safeParse(accused);
  const isMisconduct = categories.includes("staff_misconduct");
  return [...(office.success ? [office.data] : []), ...(isMisconduct ? ["staff" as const] : [])];
}

function textsOf(report: Report): readonly Pick<Found, "textId" | "number">[] {
  const messages = report.messages
    .filter(({ author }) => author === "reporter")
    .map(({ id, number }) => ({ textId: id, number }))
    .sort((a, b) => a.number - b.number);
  return [{ textId: storyId, number: 0 }, ...messages];
}

/** The reasons that what was read gives for this level. */
export function reasonsIn(signals: readonly Signal[], level: Level): readonly ReasonCode[] {
  const given = signals.flatMap((signal) => {
    const raising = RaisingSignal.safeParse(signal);
    return raising.success ? [signalRules[raising.data]] : [];
  });
  const worth = given.filter((rule) => rule.level === level);
  return (worth.length > 0 ? worth : given).map((rule) => rule.reason);
}

/** Who writes, as the reader wants to know it. */
export function roleOf(writer: Writer): Role {
  switch (writer) {
    case "parent":
    case "teacher":
    case "other":
      return writer;
    default:
      return "student";
  }
}
