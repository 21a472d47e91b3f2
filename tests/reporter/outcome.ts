import { writeFileSync } from "node:fs";
import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from "vitest/node";

type Outcome = {
  passed: number;
  failed: number;
  readonly skipped: { readonly name: string; readonly reason: string }[];
  /** What failed without being a test: a file that does not load, a set-up, a crashed worker. */
  readonly problems: string[];
};

/**
 * Counts what happened and writes it to the file that TEST_OUTCOME names, for the runner's closing
 * line. Whatever is neither passed nor skipped on purpose counts as failed.
 */
// The test runner loads a reporter by its default export.
// biome-ignore lint/style/noDefaultExport: see above
export default class OutcomeReporter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandledErrors: readonly SerializedError[],
    reason: "passed" | "failed" | "interrupted",
  ): void {
    const path = process.env["TEST_OUTCOME"];
    if (path !== undefined)
      writeFileSync(path, JSON.stringify(outcomeOf(modules, unhandledErrors, reason)));
  }
}

/** What the closing line is made of. */
export function outcomeOf(
  modules: readonly TestModule[],
  unhandledErrors: readonly SerializedError[],
  reason: "passed" | "failed" | "interrupted",
): Outcome {
  const outcome: Outcome = { passed: 0, failed: 0, skipped: [], problems: [] };
  for (const module of modules) {
    for (const test of module.children.allTests()) count(outcome, module, test);
    for (const container of [module, ...module.children.allSuites()])
      blame(outcome, module, container);
  }
  for (const error of unhandledErrors)
    fail(outcome, `unhandled: ${error.name ?? "error"}: ${error.message}`);
  if (reason !== "passed" && outcome.failed === 0) fail(outcome, `the run was ${reason}`);
  return outcome;
}

function count(outcome: Outcome, module: TestModule, test: TestCase): void {
  const name = `${module.relativeModuleId} > ${test.fullName}`;
  const result = test.result();
  if (result.state === "passed") outcome.passed += 1;
  else if (result.state === "failed") outcome.failed += 1;
  else if (result.state === "skipped") {
    outcome.skipped.push({ name, reason: reasonOf(module, result.note) });
  } else fail(outcome, `${name} did not finish`);
}

function blame(outcome: Outcome, module: TestModule, container: TestModule | TestSuite): void {
  const where = container.type === "module" ? module.relativeModuleId : container.fullName;
  for (const error of container.errors()) fail(outcome, `${where}: ${error.message}`);
}

function reasonOf(module: TestModule, note: string | undefined): string {
  const browser = process.env["BROWSER_TESTS"];
  if (note !== undefined) return note;
  if (browser?.startsWith("skip:") && module.project.name === "browser") return browser.slice(5);
  return "no reason given";
}

function fail(outcome: Outcome, problem: string): void {
  outcome.failed += 1;
  outcome.problems.push(problem);
}
