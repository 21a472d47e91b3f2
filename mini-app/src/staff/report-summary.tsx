import type { ReportDetail } from "@truong-an/shared/api/staff";
import { outcomeLabels, signalLabels, statusLabels } from "@truong-an/shared/text/vi";
import { ContextSignal, type Signal } from "@truong-an/shared/triage/signals";
import { Card } from "../ui/card.tsx";
import { LevelReasons, WordList } from "./level-reasons.tsx";
import { text } from "./text/vi.ts";
import { type Pair, Pairs } from "./ui/pairs.tsx";
import { TimeLeftMark } from "./ui/time-left-mark.tsx";
import { dayAndTime } from "./when.ts";

/** Where a report stands: status, deadline, who holds it, and why it has its level. */
export function ReportSummary(props: { readonly report: ReportDetail; readonly now: number }) {
  const { report, now } = props;
  const toldDesks = report.toldDesks.map(({ name }) => name).join(", ");
  const circumstances = report.signals.filter(isContext).map((signal) => signalLabels[signal]);
  const pairs: readonly Pair[] = [
    { name: text.report.status, value: statusLabels[report.status] },
    ...(report.outcome === null
      ? []
      : [{ name: text.report.outcome, value: outcomeLabels[report.outcome] }]),
    ...(report.acknowledgeBy === null
      ? []
      : [
          {
            name: text.report.deadline,
            value: <TimeLeftMark acknowledgeBy={report.acknowledgeBy} now={now} />,
          },
        ]),
    {
      name: text.report.heldBy,
      value: report.takenByMe ? text.report.me : (report.takenBy ?? text.report.nobody),
    },
    { name: text.report.ownerDesk, value: report.ownerDesk.name },
    { name: text.report.told, value: toldDesks },
    { name: text.report.receivedAt, value: dayAndTime(report.receivedAt, now) },
    { name: text.report.why, value: <LevelReasons report={report} /> },
    ...(circumstances.length === 0
      ? []
      : [{ name: text.report.circumstances, value: <WordList words={circumstances} /> }]),
  ];
  return (
    <Card>
      <Pairs pairs={pairs} />
    </Card>
  );
}

function isContext(signal: Signal): boolean {
  return ContextSignal.safeParse(signal).success;
}
