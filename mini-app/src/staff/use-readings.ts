import type { ReportDetail } from "@truong-an/shared/api/staff";
import type { Narrative } from "@truong-an/shared/report";
import type { Reading } from "@truong-an/shared/triage/reading/read";
import { useEffect, useState } from "react";
import { type Opened, openThreadMessage } from "./keys.ts";
import { type Readings, roleOf, storyId, type TextId } from "./read-again.ts";
import { loadReader } from "./reader.ts";

const retryMs = 15_000;

/**
 * What the story and each message of the reporter read as, once they have been opened and the
 * reader has come. A text is read once for as long as the page stands. Until the reader comes
 * nothing is read; it is asked for again and again.
 */
export function useReadings(report: ReportDetail, story: Opened<Narrative>): Readings {
  const [readings, setReadings] = useState<Readings>(new Map());
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer report is read, its readings are not
  useEffect(() => {
    let isCurrent = true;
    let retry: number | undefined;
    const isWanted = () => isCurrent;
    readAll(report, story, readings, isWanted).then(
      (read) => {
        if (isCurrent) setReadings(read);
      },
      () => {
        if (isCurrent) retry = window.setTimeout(() => setRound(round + 1), retryMs);
      },
    );
    return () => {
      isCurrent = false;
      window.clearTimeout(retry);
    };
  }, [report, story, round]);
  return readings;
}

async function readAll(
  report: ReportDetail,
  story: Opened<Narrative>,
  before: Readings,
  isWanted: () => boolean,
): Promise<Readings> {
  if (story.kind === "closed") return before;
  const read = await loadReader();
  const role = roleOf(report.facts.writer);
  const readings = new Map<TextId, Reading>(before);
  if (!readings.has(storyId)) readings.set(storyId, read(story.value.story, role));
  for (const { id, author, sealed } of report.messages) {
    if (author !== "reporter" || readings.has(id)) continue;
    await pause(); // a long thread must not hold up the page
    if (!isWanted()) break;
    const message = await openThreadMessage(report.id, sealed);
    if (message.kind === "opened") readings.set(id, read(message.value.text, role));
  }
  return readings;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
