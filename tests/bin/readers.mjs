import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { endWithReader, root } from "./place.mjs";

/** Reports from standard input, predictions to standard output. */
export async function predict() {
  endWithReader();
  const triage = await built("triage/predict");
  await triage.predict();
}

/** The figures of the reader on a file of labelled reports. */
export async function score(path) {
  await scoreWith("triage", path);
}

/** Learns from shared/corpus and writes the weights. */
export async function train() {
  const triage = await built("triage/train");
  triage.train(new Date().toISOString().slice(0, 10));
}

/** How well the chat hears a file of lines whose intent is known. */
export async function scoreChat(path) {
  await scoreWith("chat", path);
}

/** Learns from shared/corpus/chat and writes the weights of the reader of intents. */
export async function trainChat() {
  const chat = await built("chat/train");
  chat.train(new Date().toISOString().slice(0, 10));
}

async function scoreWith(reader, path) {
  endWithReader();
  if (path === undefined) throw new Error(`Name the file: npm run ${reader}:score -- FILE`);
  const { score } = await built(`${reader}/score`);
  score(resolve(process.env.INIT_CWD ?? process.cwd(), path));
}

function built(name) {
  return import(pathToFileURL(join(root, `tests/dist/${name}.js`)).href);
}
