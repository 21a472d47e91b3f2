import type { Level } from "@truong-an/shared/report";
import { useEffect, useSyncExternalStore } from "react";
import { isTrained, listenToReader, patience, readToSend, shortMomentMs } from "./reader.ts";
import { tell } from "./report-draft.ts";
import type { ReportForm } from "./report-form.ts";
import { roleOf, writerNow } from "./writer.ts";

/**
 * Reads the finished story and keeps what it says with the draft: these screens and the sealing
 * agree. By the words alone when the trained weights are late, and once more when they come;
 * meanwhile what was read first stands.
 */
export function useReading({ story, read }: ReportForm): void {
  const isWeighed = useSyncExternalStore(listenToReader, isTrained);
  const isRead = read !== null && (read.isTrained || !isWeighed);
  useEffect(() => {
    if (!isRead) void readDraft(story, shortMomentMs);
  }, [story, isRead]);
}

/** The last reading before the draft is sealed, with the weights if they come in the time that is left. */
export async function readLast({ story, read }: ReportForm, levelSoFar: Level): Promise<void> {
  if (!read?.isTrained) await readDraft(story, patience(levelSoFar));
}

async function readDraft(story: string, mostMs: number): Promise<void> {
  tell({ kind: "read", story, read: await readToSend(story, roleOf(writerNow()), mostMs) });
}
