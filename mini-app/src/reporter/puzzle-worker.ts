import type { Puzzle } from "@truong-an/shared/api/reporter";
import { solveChallenge } from "altcha-lib/v1";

/** Counts until the puzzle is solved and answers the number, or null. */
self.onmessage = async (message: MessageEvent<Puzzle>) => {
  const { challenge, salt, algorithm, maxnumber } = message.data;
  const solution = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
  self.postMessage(solution?.number ?? null);
};
