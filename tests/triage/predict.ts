// `npm run triage`: labelled or unlabelled lines in, predictions out, from the words alone.

import { once } from "node:events";
import { createInterface } from "node:readline";
import { readingOf } from "@truong-an/shared/triage/reading/read";
import { type Weights, weightsFrom } from "@truong-an/shared/triage/reading/weights";
import { trained } from "@truong-an/shared/triage/trained/weights";
import { z } from "zod";
import { outsiderIfAuthority, parsedOf } from "./corpus.ts";

/** The engine may see these three and nothing else of a line. */
const Asked = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  role: z.enum(["student", "parent", "teacher", "other"]).catch("student"),
});

/** Reads reports from standard input, one JSON object a line, and prints one prediction a line. */
export async function predict(): Promise<void> {
  const weights = weightsFrom(trained);
  for await (const line of createInterface({
    input: process.stdin,
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line.trim() === "") continue;
    if (!process.stdout.write(`${JSON.stringify(predictionOf(line, weights))}\n`)) {
      await once(process.stdout, "drain");
    }
  }
}

/** A prediction for one line, or why there is none. Never throws, and never repeats the words. */
export function predictionOf(line: string, weights: Weights): object {
  const parsed = parsedOf(line.replace(/^\ufeff/, "")); // some editors begin a file with a mark
  const asked = Asked.safeParse(parsed);
  if (!asked.success) {
    const id = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(parsed);
    const error = parsed === undefined ? "not-json" : "not-a-report";
    return { id: id.success ? id.data.id : null, error };
  }
  const { id, text, role } = asked.data;
  const { level, categories, accused, signals } = readingOf(text, role, weights);
  return {
    id,
    urgency: level,
    categories,
    accused: outsiderIfAuthority(accused),
    reasons: signals,
  };
}
