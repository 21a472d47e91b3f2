import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import { dangerFacts, fetchSheet, pilotSchool, seal } from "../support/reporter.ts";
import { puzzleKey } from "./bench-server.ts";

/** A submission as it is sent, and the finding half of its receipt. */
export type Submission = { readonly body: string; readonly finder: string };

/**
 * As many submissions as asked, each of its own. One report is truly sealed (an emergency unless
 * said otherwise, with a story of the smallest bucket); for the others each sealed part is as many random bytes, its
 * ids and hashes are fresh and its puzzle is solved, which is all that a server can tell apart.
 */
export async function makeSubmissions(
  url: string,
  count: number,
  facts = dangerFacts,
): Promise<readonly Submission[]> {
  const sheet = await fetchSheet(url, pilotSchool);
  const { report } = await seal(sheet, { facts });
  return Array.from({ length: count }, () => {
    const finder = randomBytes(32);
    const varied = {
      ...report,
      submissionId: randomUUID(),
      story: sameSize(report.story),
      envelopes: report.envelopes.map((one) => ({ ...one, sealed: sameSize(one.sealed) })),
      receipt: { finderHash: sha256(finder), envelope: sameSize(report.receipt.envelope) },
    };
    const body = JSON.stringify({ report: varied, puzzle: solvedPuzzle() });
    return { body, finder: finder.toString("base64") };
  });
}

function sameSize(base64: string): string {
  const sealed = Buffer.from(base64, "base64");
  const beginning = sealed.subarray(0, "age-encryption.org/v1\n".length); // the server looks for it
  const rest = randomBytes(sealed.length - beginning.length);
  return Buffer.concat([beginning, rest]).toString("base64");
}

function sha256(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What altcha (v1, SHA-256) asks of a phone, made backwards: the answer is chosen first. */
function solvedPuzzle(): string {
  const number = 1;
  const expires = Math.floor(Date.now() / 1000) + 1_200;
  const salt = `${randomBytes(12).toString("hex")}?expires=${expires}&`;
  const challenge = sha256(`${salt}${number}`);
  const signature = createHmac("sha256", puzzleKey).update(challenge).digest("hex");
  const solved = { algorithm: "SHA-256", challenge, number, salt, signature };
  return Buffer.from(JSON.stringify(solved)).toString("base64");
}
