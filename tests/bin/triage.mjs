import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { endWithReader, root } from "./place.mjs";

/** Reports from standard input, predictions to standard output. */
export async function predict() {
  endWithReader();
  const triage = await built("predict");
  await triage.predict();
}

/** The figures of the reader on a file of labelled reports. */
export async function score(path) {
  endWithReader();
  if (path === undefined) throw new Error("Name the file: npm run triage:score -- FILE");
  const triage = await built("score");
  triage.score(resolve(process.env.INIT_CWD ?? process.cwd(), path));
}

/** Learns from shared/corpus and writes the weights. */
export async function train() {
  const triage = await built("train");
  triage.train(new Date().toISOString().slice(0, 10));
}

function built(name) {
  return import(pathToFileURL(join(root, `tests/dist/triage/${name}.js`)).href);
}
