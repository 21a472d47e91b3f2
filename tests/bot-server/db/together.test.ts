import { together } from "@truong-an/bot-server/db/together";
import { expect, test } from "vitest";

function watched(limits: { most: number; atOnce: number }) {
  const calls: string[][] = [];
  const gates: (() => void)[] = [];
  const ask = together<string, string>(async (inputs) => {
    calls.push([...inputs]);
    await new Promise<void>((resolve) => gates.push(resolve));
    if (inputs.includes("bad")) throw new Error("this one is bad");
    return inputs.map((input) => `${input} done`);
  }, limits);
  const openGates = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) {
      for (const open of gates.splice(0)) open();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { ask, calls, openGates };
}

test("nobody waits for company: the first input goes at once and alone", async () => {
  const { ask, calls, openGates } = watched({ most: 8, atOnce: 1 });

  const answer = ask("a");

  expect(calls).toEqual([["a"]]);
  await openGates();
  expect(await answer).toBe("a done");
});

test("what comes while work is under way goes together, in order, each with its own answer", async () => {
  const { ask, calls, openGates } = watched({ most: 2, atOnce: 1 });

  const answers = ["a", "b", "c", "d"].map(ask);
  await openGates();

  expect(await Promise.all(answers)).toEqual(["a done", "b done", "c done", "d done"]);
  expect(calls).toEqual([["a"], ["b", "c"], ["d"]]);
});

test("as many calls as allowed are under way at the same time", () => {
  const { ask, calls } = watched({ most: 8, atOnce: 2 });

  for (const input of ["a", "b", "c"]) void ask(input);

  expect(calls).toEqual([["a"], ["b"]]);
});

test("one bad input fails alone and spoils none of the others", async () => {
  const { ask, openGates } = watched({ most: 8, atOnce: 1 });

  const answers = Promise.allSettled(["a", "b", "bad", "c"].map(ask));
  await openGates();

  expect((await answers).map((answer) => answer.status)).toEqual([
    "fulfilled",
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
});
