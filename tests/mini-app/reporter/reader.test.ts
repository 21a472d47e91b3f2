import {
  isTrained,
  listenToReader,
  patience,
  readToSend,
  readWith,
} from "@truong-an/mini-app/reporter/reader";
import { expect, test } from "vitest";

const wishToDie = "Em không muốn sống nữa. Tối nay em sẽ đi, đừng ai tìm em.";

/** As if something in the reading broke: the text itself gives way as soon as it is looked into. */
const breaking = { trim: () => "words" } as unknown as string;

// In this order: weights that have once come stay for as long as the page is open.
test("until the weights have come the words alone are read, and it is told that they were", async () => {
  const heard: boolean[] = [];
  listenToReader(() => heard.push(isTrained()));

  const read = await readToSend(wishToDie, "student", 0);

  expect(read.isTrained).toBe(false);
  expect(read.signals).toContain("wish_to_die");
  expect(heard).toEqual([]);

  await expect.poll(() => heard, { timeout: 15_000 }).toEqual([true]);
});

test("with the weights it is read by meaning, at once", async () => {
  const read = await readToSend(wishToDie, "student", 0);

  expect(read.isTrained).toBe(true);
  expect(read.signals).toContain("wish_to_die");
});

test("nothing written says nothing, and needs no weights", async () => {
  expect(await readToSend("  \n", "student", 4_000)).toEqual({ signals: [], isTrained: true });
});

test("a text that breaks the reading says nothing and holds nothing up", async () => {
  expect((await readToSend(breaking, "student", 0)).signals).toEqual([]);
  expect(readWith(breaking, "student")).toMatchObject({ level: "normal", signals: [] });
});

test("the less has been found, the longer it may wait, and an emergency waits for nothing", () => {
  expect(patience("emergency")).toBe(0);
  expect(patience("high")).toBeLessThan(patience("normal"));
  expect(patience("low")).toBe(4_000);
});
