import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { percentile } from "./figure.ts";

/** What the load process is asked to do. */
export type LoadOrder = {
  readonly port: number;
  readonly path: string;
  readonly method: "GET" | "POST";
  /** Bodies are sent once each, in turn; a GET has `requests` of none. */
  readonly bodies: readonly string[];
  /** One header line for each body, in the same order. */
  readonly headers?: readonly string[];
  readonly requests: number;
  readonly connections: number;
  readonly mostSeconds: number;
  /** Gives every request an address of its own, as a proxy in front of the server would. */
  readonly asManyAddresses?: boolean;
};

export type LoadAnswer = {
  readonly seconds: number;
  readonly tookMs: readonly number[]; // of every answer with status 200
  readonly others: Readonly<Record<string, number>>; // every other status, with how often
};

export type Load = {
  readonly answers: number; // with status 200, as are all the figures
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly others: number;
};

/** Sends the load from a process of its own over keep-alive connections, one request at a time on each. */
export async function load(order: LoadOrder): Promise<Load> {
  const generator = fileURLToPath(new URL("./load-generator.js", import.meta.url));
  const child = fork(generator, { serialization: "advanced" });
  const ended = once(child, "exit");
  const answered = once(child, "message");
  child.send(order);
  const [answer] = (await answered) as [LoadAnswer];
  await ended;
  const others = Object.values(answer.others).reduce((sum, count) => sum + count, 0);
  if (others > 0) console.error("answers other than 200:", answer.others);
  return {
    answers: answer.tookMs.length,
    perSecond: answer.tookMs.length / answer.seconds,
    p50: percentile(answer.tookMs, 0.5),
    p99: percentile(answer.tookMs, 0.99),
    others,
  };
}
