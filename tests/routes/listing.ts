import { questionsFor } from "@truong-an/shared/form";
import { type Accused, Category, Level, type Writer } from "@truong-an/shared/report";
import type { Situation } from "@truong-an/shared/routing/situations";
import type { NamedPlace } from "./places.ts";
import type { Step, Summary, Way } from "./summary.ts";
import { matterText, routesText } from "./text/vi.ts";

/** A place as lines to read: for each level every way a report may go, and which reports go it. */
export function listingOf(place: NamedPlace, { ways, faults }: Summary): readonly string[] {
  const lacking = place.desks.filter((desk) => desk.lacks.length > 0);
  return [
    place.name,
    ...lacking.map((desk) => indent(1, routesText.lacking(desk.name, desk.lacks))),
    ...[...faults].map(([fault, { runs, example }]) => {
      return indent(1, routesText.fault(fault, runs, example));
    }),
    ...Level.options.flatMap((level) => [
      indent(1, routesText.level(level)),
      ...plainFirst(ways.filter((way) => way.level === level)).flatMap((way) => {
        return linesOf(place, way);
      }),
    ]),
  ];
}

function plainFirst(ways: readonly Way[]): readonly Way[] {
  const isPlain = (way: Way) => way.plain.length > 0;
  return [...ways.filter(isPlain), ...ways.filter((way) => !isPlain(way))];
}

function linesOf(place: NamedPlace, way: Way): readonly string[] {
  const steps = way.steps.map((step) => stepText(place, step));
  const isPlain = way.plain.length > 0;
  const whose = isPlain ? plainTexts(way.plain) : [routesText.only(way.runs, way.example)];
  return [
    indent(2, steps.length === 0 ? routesText.nobody : steps.join(" → ")),
    ...whose.map((line) => indent(4, line)),
  ];
}

function stepText(place: NamedPlace, { desks, soonest, latest }: Step): string {
  const names = desks.map((at) => place.desks[at]?.name ?? "");
  return routesText.told(soonest, latest, names);
}

type Matters = {
  readonly accused: Accused | null;
  readonly categories: readonly Category[];
  readonly writers: readonly Writer[];
};

/** Plain reports in as few lines as hold them exactly. */
function plainTexts(plain: readonly Situation[]): readonly string[] {
  const byMatters = groupsOf(mattersOf(plain), (one) => [one.categories, one.writers].join("|"));
  return byMatters.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const accused = group.map((one) => one.accused);
    const possible = possibleFor(first.accused);
    return matterText(accused, first.categories, possible, first.writers);
  });
}

function mattersOf(plain: readonly Situation[]): readonly Matters[] {
  const cells = groupsOf(plain, ({ facts }) => `${facts.accused} ${facts.categories.join()}`);
  const withWriters = cells.map((cell) => ({
    cell,
    writers: [...new Set(cell.map(({ facts }) => facts.writer))],
  }));
  const rows = groupsOf(withWriters, ({ cell, writers }) => {
    return `${cell[0]?.facts.accused} ${writers.join()}`;
  });
  return rows.map((row) => ({
    accused: row[0]?.cell[0]?.facts.accused ?? null,
    categories: row.flatMap(({ cell }) => cell[0]?.facts.categories ?? []),
    writers: row[0]?.writers ?? [],
  }));
}

/** The matters for which the form asks who did it, or those for which it does not. */
function possibleFor(accused: Accused | null): readonly Category[] {
  return Category.options.filter((category) => {
    const isAsked = questionsFor({ danger: "no", categories: [category] }).includes("who");
    return isAsked === (accused !== null);
  });
}

function groupsOf<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? [];
    groups.set(keyOf(one), group);
    group.push(one);
  }
  return [...groups.values()];
}

function indent(depth: number, line: string): string {
  return " ".repeat(2 * depth) + line;
}
