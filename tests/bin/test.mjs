import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browserEnvironment } from "./browser.mjs";
import { runNode } from "./children.mjs";
import { programs, root } from "./place.mjs";

/**
 * Runs the tests, all or those whose path is named, and closes with one line of counts. Ends with
 * an error when one failed, when the run itself broke, or when no test ran at all.
 */
export async function test(args) {
  const folder = mkdtempSync(join(tmpdir(), "truong-an-outcome-"));
  const outcomePath = join(folder, "outcome.json");
  const env = {
    ...process.env,
    ...(needBrowser(args) ? await browserEnvironment() : {}),
    TEST_OUTCOME: outcomePath,
  };
  const reporters = ["--reporter=default", `--reporter=${join(root, "tests/reporter/outcome.ts")}`];
  const code = await runNode(programs.vitest, ["run", "--root", "tests", ...reporters, ...args], {
    env,
    stdout: "inherit",
  });
  const outcome = readOutcome(outcomePath, code);
  rmSync(folder, { recursive: true, force: true });
  for (const { name, reason } of outcome.skipped) print(`skipped: ${name} (${reason})`);
  for (const problem of outcome.problems) print(`failed: ${problem}`);
  const ran = outcome.passed + outcome.failed;
  if (ran === 0) print("failed: no test ran");
  print(`${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped.length} skipped`);
  process.exitCode = outcome.failed === 0 && ran > 0 && code === 0 ? 0 : code || 1;
}

/** The closing line when the tests could not even begin. */
export function closeUnstarted() {
  print("0 passed, 1 failed, 0 skipped");
}

function needBrowser(args) {
  if (!existsSync(join(root, "tests/browser"))) return false;
  const paths = args.filter((arg) => !arg.startsWith("-"));
  return paths.length === 0 || paths.some((path) => path.includes("browser"));
}

/** A run that ended badly counts as a failure of its own, also when it left no outcome at all. */
function readOutcome(path, code) {
  const told = existsSync(path)
    ? JSON.parse(readFileSync(path, "utf8"))
    : { passed: 0, failed: 0, skipped: [], problems: [] };
  if (code === 0 || told.failed > 0) return told;
  const problem = `the test run ended with code ${code}`;
  return { ...told, failed: 1, problems: [...told.problems, problem] };
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
