import type { Puzzle } from "@truong-an/shared/api/reporter";
import { puzzleNumber } from "./puzzle-number.ts";

/** Counts until the puzzle is solved and answers the number, or null. */
self.onmessage = async (message: MessageEvent<Puzzle>) => {
  self.postMessage(await puzzleNumber(message.data, () => undefined));
};
