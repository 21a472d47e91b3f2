import type { Facts } from "@truong-an/shared/report";
import {
  accusedLabels,
  categoryLabels,
  dangerLabels,
  deskKindLabels,
  signalLabels,
  whenLabels,
  writerLabels,
} from "@truong-an/shared/text/vi";
import type { Signal } from "@truong-an/shared/triage/signals";
import { Card } from "../ui/card.tsx";
import { text } from "./text/vi.ts";
import { type Pair, Pairs } from "./ui/pairs.tsx";

/** What the writer ticked, in words. */
export function FactsPanel(props: { readonly facts: Facts; readonly signals: readonly Signal[] }) {
  return (
    <Card title={text.report.factsTitle}>
      <Pairs pairs={pairsOf(props.facts, props.signals)} />
    </Card>
  );
}

function pairsOf(facts: Facts, signals: readonly Signal[]): readonly Pair[] {
  const { accused, when, excluded } = facts;
  const always: readonly Pair[] = [
    { name: text.facts.danger, value: dangerLabels[facts.danger] },
    {
      name: text.facts.categories,
      value: facts.categories.map((category) => categoryLabels[category]).join("; "),
    },
    {
      name: text.facts.accused,
      value: accused === null ? text.facts.notAsked : accusedLabels[accused],
    },
    { name: text.facts.when, value: when === null ? text.facts.notAsked : whenLabels[when] },
    { name: text.facts.writer, value: writerLabels[facts.writer] },
  ];
  return [
    ...always,
    ...(facts.wantsPolice ? [{ name: text.facts.wantsPolice, value: text.facts.yes }] : []),
    ...(excluded === null ? [] : [{ name: text.facts.excluded, value: deskKindLabels[excluded] }]),
    ...(signals.length === 0
      ? []
      : [
          {
            name: text.facts.signals,
            value: signals.map((signal) => signalLabels[signal]).join("; "),
          },
        ]),
  ];
}
