import type { Facts } from "@truong-an/shared/report";
import {
  accusedLabels,
  categoryLabels,
  dangerLabels,
  deskKindLabels,
  whenLabels,
  writerLabels,
} from "@truong-an/shared/text/vi";
import { Card } from "../ui/card.tsx";
import { text } from "./text/vi.ts";
import { type Pair, Pairs } from "./ui/pairs.tsx";

/** What the writer ticked, in words. */
export function FactsPanel(props: { readonly facts: Facts }) {
  return (
    <Card title={text.report.factsTitle}>
      <Pairs pairs={pairsOf(props.facts)} />
    </Card>
  );
}

function pairsOf(facts: Facts): readonly Pair[] {
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
  ];
}
