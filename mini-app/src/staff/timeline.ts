import type { TimelineEntry } from "@truong-an/shared/api/staff";

export type TimelineLine = TimelineEntry & { readonly times: number };

/** Each reader's name once, in the order of first reading. */
export function readersOf(timeline: readonly TimelineEntry[]): readonly string[] {
  const names = timeline.filter(isReading).flatMap(({ who }) => (who === null ? [] : [who]));
  return [...new Set(names)];
}

/** The history with each person's readings told once and counted: a page that reloads is no event. */
export function linesOf(timeline: readonly TimelineEntry[]): readonly TimelineLine[] {
  return timeline
    .map((entry, index) => ({ entry, earlier: timeline.slice(0, index) }))
    .filter(({ entry, earlier }) => !isReading(entry) || !earlier.some(isSameAs(entry)))
    .map(({ entry }) => ({
      ...entry,
      times: isReading(entry) ? timeline.filter(isSameAs(entry)).length : 1,
    }));
}

function isReading({ kind }: TimelineEntry): boolean {
  return kind === "report-opened";
}

function isSameAs(entry: TimelineEntry): (other: TimelineEntry) => boolean {
  return ({ kind, who, desk }) => kind === entry.kind && who === entry.who && desk === entry.desk;
}
