// `npm run chat:score -- FILE`: how well the chat hears lines whose intent is known.
import { hear } from "@truong-an/shared/chat/hear";
import { intents } from "@truong-an/shared/chat/intents";
import { trained as intentsTrained } from "@truong-an/shared/chat/trained/intents";
import { weightsFrom } from "@truong-an/shared/triage/reading/weights";
import { trained as reportsTrained } from "@truong-an/shared/triage/trained/weights";
import { type Line, readLines } from "./lines.ts";
import { figuresOf, isAlarm, isUnderstood, nameOf } from "./measure.ts";

/** Prints every figure, the share understood of each intent, and every line that was not. */
export function score(path: string): void {
  const ears = [weightsFrom(reportsTrained), weightsFrom(intentsTrained)] as const;
  const lines = readLines(path);
  const say = (line: string) => process.stdout.write(`${line}\n`);

  for (const [name, figure] of Object.entries(figuresOf(lines, ...ears))) {
    say(`${name.padEnd(14)} ${name === "lines" ? figure : figure.toFixed(3)}`);
  }
  const misheard = lines.flatMap((line) => {
    const heard = hear(line.text, "student", ...ears);
    const as = `${nameOf(heard.move)}${isAlarm(heard) ? ", urgent" : ""}`;
    return isUnderstood(line.intent, heard) ? [] : [{ ...line, as }];
  });
  for (const intent of intents) {
    const of = (all: readonly Line[]) => all.filter((line) => line.intent === intent).length;
    if (of(lines) > 0) say(`${intent.padEnd(14)} ${of(lines) - of(misheard)} of ${of(lines)}`);
  }
  for (const { intent, as, text } of misheard) say(`${intent}, heard as ${as}: ${text}`);
}
