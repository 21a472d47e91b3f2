// `npm run routes`: every report that every school of a directory could get, who hears of it, and when.
import { once } from "node:events";
import { Clocks, standardClocks } from "@truong-an/shared/routing/clocks";
import { listingOf } from "./listing.ts";
import { demoPlaces, type NamedPlace } from "./places.ts";
import { recordOf } from "./record.ts";
import { storedPlaces } from "./stored-places.ts";
import { runsIn, type Summary, summaryOf } from "./summary.ts";
import { routesText } from "./text/vi.ts";

type Print = (line: string) => Promise<void>;

/**
 * Prints who hears of what and when: in the directory of the database that DATABASE_URL names, else
 * in that of the demonstration. With `--json` every combination is one line, with `--gaps` only the
 * schools where a promise is broken are told. The last line sums up. Answers whether all are kept.
 */
export async function routes(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
  print: Print = toStandardOutput,
): Promise<boolean> {
  const unknown = args.find((arg) => arg !== "--json" && arg !== "--gaps");
  if (unknown !== undefined) {
    throw new Error(`npm run routes knows --json and --gaps, not ${unknown}.`);
  }
  const { DATABASE_URL: url = "", CLOCKS: clocks = "" } = environment;
  const rules = clocks === "" ? standardClocks : Clocks.parse(JSON.parse(clocks));
  const places = url === "" ? demoPlaces() : await storedPlaces(url);
  if (args.includes("--json")) return printRecords(places, rules, print);
  await print(url === "" ? routesText.demo : routesText.stored);
  return printListing(places, rules, print, args.includes("--gaps"));
}

async function printListing(
  places: readonly NamedPlace[],
  clocks: Clocks,
  print: Print,
  gapsOnly: boolean,
): Promise<boolean> {
  const known = new Map<string, Summary>();
  const figures = { schools: places.length, runs: 0, ways: 0, faults: 0 };
  for (const place of places) {
    const summary = known.get(shapeOf(place)) ?? summaryOf(place, clocks);
    known.set(shapeOf(place), summary);
    figures.runs += summary.runs;
    figures.ways += summary.ways.length;
    for (const fault of summary.faults.values()) figures.faults += fault.runs;
    if (gapsOnly && summary.faults.size === 0) continue;
    for (const line of listingOf(place, summary)) await print(line);
  }
  await print(places.length === 0 ? routesText.noSchools : routesText.summary(figures));
  return places.length > 0 && figures.faults === 0;
}

async function printRecords(
  places: readonly NamedPlace[],
  clocks: Clocks,
  print: Print,
): Promise<boolean> {
  const figures = { schools: places.length, combinations: 0, faults: 0 };
  for (const place of places) {
    for (const run of runsIn(place, clocks)) {
      figures.combinations += 1;
      figures.faults += run.plan.faults.length;
      await print(JSON.stringify(recordOf(place, run)));
    }
  }
  await print(JSON.stringify({ summary: figures }));
  return places.length > 0 && figures.faults === 0;
}

/**
 * All that the rules can see of a place: its desks by their position, since an id is only ever
 * compared with another. A province has many schools and few shapes.
 */
function shapeOf({ stage, desks }: NamedPlace): string {
  const people = [...new Set(desks.flatMap((desk) => desk.keyHolders))];
  const seats = desks.map(({ kind, isLive, keyHolders }) => {
    return [kind, isLive, keyHolders.map((one) => people.indexOf(one))];
  });
  return JSON.stringify([stage, seats]);
}

async function toStandardOutput(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
}
