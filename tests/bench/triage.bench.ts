import { gzipSync } from "node:zlib";
import { weightsFrom } from "@truong-an/shared/triage/reading/weights";
import { trained } from "@truong-an/shared/triage/trained/weights";
import { chromium } from "playwright-core";
import { readCorpus } from "../triage/corpus.ts";
import { settings } from "../triage/learn.ts";
import { measured, type Size, shippedSize, trainedOn } from "../triage/train.ts";
import { type Emit, figuresOf, loadAverage, median, percentile } from "./figure.ts";
import { bundled, serve, slowdown, slowPage } from "./slow-page.ts";
import { type ReadingTimes, timeReading } from "./triage-run.ts";

/** Sizes that were weighed against each other. */
const sizes: readonly Size[] = [
  { features: 10_000, rank: 16, trainings: 1 },
  { features: 16_000, rank: 32, trainings: 1 },
  { ...shippedSize, trainings: 1 },
  shippedSize,
  { features: 60_000, rank: 59, trainings: 1 },
];

/** Reading a report: time on Node and on a slow phone, bytes to fetch, and what the bytes buy. */
export async function bench(emit: Emit): Promise<void> {
  const say = figuresOf("triage", emit);
  say("load average before", loadAverage(), "processes");
  timeReading(20);
  report("Node", timeReading(100));
  await inChromium();
  await weigh();
  compareSizes();

  function report(where: string, times: ReadingTimes): void {
    say(`${where}, one report, p50`, median(times.reading), "ms");
    say(`${where}, one report, p99`, percentile(times.reading, 0.99), "ms");
    say(`${where}, making the weights ready`, times.opening, "ms");
    say(`${where}, 100,000 characters`, median(times.long), "ms");
    say(`${where}, 100,000 characters to 10,000`, median(times.long) / median(times.short), "×");
    for (const { shape, long, short } of times.awkward) {
      say(`${where}, 100,000 characters to 10,000, ${shape}`, long / short, "×");
    }
  }

  async function inChromium(): Promise<void> {
    const path = process.env["CHROMIUM_PATH"];
    if (path === undefined) {
      say(
        "Chromium",
        null,
        process.env["BROWSER_TESTS"] ?? "not measured: CHROMIUM_PATH is not set",
      );
      return;
    }
    const site = await serve(await bundled("triage-page.ts"));
    const browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox"] });
    try {
      const page = await slowPage(browser, site.url, "timeReading");
      const first = await page.evaluate<ReadingTimes>("timeReading(1)");
      say(`Chromium, ${slowdown}× slower, the very first report`, first.reading[0] ?? null, "ms");
      report(`Chromium, ${slowdown}× slower`, await page.evaluate<ReadingTimes>("timeReading(20)"));
    } finally {
      await browser.close();
      site.close();
    }
  }

  async function weigh(): Promise<void> {
    const rules = await bundled("triage-rules-page.ts");
    say("words, rules and reader, gzipped", gzipSync(rules, { level: 9 }).length / 1024, "KiB");
    say("weights, gzipped", gzipped(trained) / 1024, "KiB");
  }

  function compareSizes(): void {
    const corpus = readCorpus();
    const training = corpus.filter(({ part }) => part === "train");
    const unseen = corpus.filter(({ writer }) => writer === "writer-dev");
    const byWords = measured(unseen, undefined);
    say("words alone, emergency recall", byWords.emergencyRecall, "of 1");
    say("words alone, emergency precision", byWords.emergencyPrecision, "of 1");
    for (const size of sizes) {
      const small = trainedOn(training, settings, size);
      const figures = measured(unseen, weightsFrom(small));
      const name = `${size.features} features × ${size.rank}, mean of ${size.trainings}`;
      say(`${name}, gzipped`, gzipped(small) / 1024, "KiB");
      say(`${name}, emergency recall`, figures.emergencyRecall, "of 1");
      say(`${name}, emergency precision`, figures.emergencyPrecision, "of 1");
      say(`${name}, urgency macro-F1`, figures.urgencyMacroF1, "of 1");
      say(`${name}, category micro-F1`, figures.categoryMicroF1, "of 1");
    }
  }
}

function gzipped(weights: object): number {
  return gzipSync(JSON.stringify(weights), { level: 9 }).length;
}
