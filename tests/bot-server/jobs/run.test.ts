import { afterAll, beforeAll, expect, test } from "vitest";
import { quietFacts, submit } from "../../support/reporter.ts";
import { type ServerProcess, startServerProcess } from "../../support/server-process.ts";
import { type Backdrop, eventually, openBackdrop } from "../../support/stage.ts";

let backdrop: Backdrop;
let server: ServerProcess;
beforeAll(async () => {
  backdrop = await openBackdrop({ settings: { LOG_LEVEL: "debug" } });
  server = await startServerProcess(backdrop.environment);
});
afterAll(async () => {
  await server.kill();
  await backdrop.close();
});

/** What the queue has stored of the job that failed, once it has. */
function failure(name: string): Promise<{ readonly error: string; readonly attempts: number }> {
  return eventually(`the failure of ${name}`, async () => {
    const { rows } = await backdrop.database.query(
      `select last_error as error, attempts from graphile_worker.jobs
       where task_identifier = $1 and last_error is not null`,
      [name],
    );
    return rows[0];
  });
}

test("a job whose payload is not as it should be fails, and its values are told to nobody", async () => {
  await backdrop.database.query("select graphile_worker.add_job('escalate', $1::json)", [
    JSON.stringify({ reportId: "một câu không nên có ở đây" }),
  ]);

  const { error } = await failure("escalate");

  expect(error).toBe("ZodError");
  expect(server.output()).toContain('"msg":"job failed"');
  expect(server.output()).not.toContain("một câu");
});

test("a query that fails in a job leaves the kind of error, not the values that it repeats", async () => {
  await backdrop.database.query("alter table alert_attempts rename to alert_attempts_gone");
  const { report } = await submit(server.url, { facts: quietFacts });

  const { error, attempts } = await failure("deliver-alert");
  await backdrop.database.query("alter table alert_attempts_gone rename to alert_attempts");
  const { rows } = await backdrop.database.query<{ id: string }>(
    "select id from reports where submission_id = $1",
    [report.submissionId],
  );

  expect(error).toMatch(/^\w+$/);
  expect(attempts).toBeGreaterThan(0);
  expect(server.output()).not.toContain(rows[0]?.id ?? "");
  await eventually("the alert, once the table is back", async () => {
    const delivered = await backdrop.database.query(
      "select 1 from alert_attempts where outcome = 'delivered'",
    );
    return delivered.rowCount === 1 ? true : undefined;
  });
});
