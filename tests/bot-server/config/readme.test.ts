import { readFileSync } from "node:fs";
import { Environment } from "@truong-an/bot-server/config";
import { expect, test } from "vitest";

const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");

/** The first column of the table that begins with this heading, each name by itself. */
function namesUnder(heading: string): readonly string[] {
  const [, table = ""] = readme.split(`\n| ${heading} |`);
  const [rows = ""] = table.split("\n\n");
  const cells = rows.split("\n").map((row) => row.split("|")[1] ?? "");
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name));
}

test("README's table names every setting, once, and none that there is not", () => {
  const described = namesUnder("Variable");

  expect([...described].sort()).toEqual(Object.keys(Environment.shape).sort());
});

test("README names every webhook to register at Zalo, and none that there is not", () => {
  const doors = ["oa", "mini", "bot"].map((name) => {
    const file = new URL(`../../../bot-server/src/doors/${name}-webhook.ts`, import.meta.url);
    return /const path = "([^"]+)"/.exec(readFileSync(file, "utf8"))?.[1];
  });

  expect(namesUnder("Address")).toEqual(doors);
});
