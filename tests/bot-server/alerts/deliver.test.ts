import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Colleague, joinDesk, take } from "../../support/colleague.ts";
import { correct } from "../../support/correcting.ts";
import { emailOf, zaloIdOf } from "../../support/demo-ids.ts";
import { dangerFacts, quietFacts, reply, submit } from "../../support/reporter.ts";
import { eventually, openStage, type Stage } from "../../support/stage.ts";
import { storedNow } from "../../support/stored.ts";

let stage: Stage;
let school: Colleague;
beforeAll(async () => {
  stage = await openStage();
  school = await joinDesk(stage, "cill-cus");
});
afterEach(async () => {
  await stage.database.query("delete from graphile_worker._private_jobs where locked_by is null");
  stage.sim.reset();
});
afterAll(() => stage.close());

const schoolPhone = zaloIdOf("cill-cus");
const failing = (kind: "refuse" | "timeout" | "http500", code?: number) =>
  stage.sim.fail({ next: 1, kind, userId: schoolPhone, ...(code === undefined ? {} : { code }) });

type Attempt = { readonly desk: string; readonly how: string };

/** Every attempt for this submission so far, in order: desk, then channel, outcome and code. */
async function attemptsFor(submissionId: string): Promise<readonly Attempt[]> {
  const { rows } = await stage.database.query<Attempt>(
    `select kind as desk, concat_ws(' ', channel, alert_attempts.outcome, code) as how
     from alert_attempts join reports on reports.id = report_id join desks on desks.id = desk_id
     where submission_id = $1 order by alert_attempts.id`,
    [submissionId],
  );
  return rows;
}

/** The attempts once there are so many, and nothing of this report waits to be delivered. */
function attemptsOnce(count: number, submissionId: string): Promise<readonly string[]> {
  return eventually(`${count} attempts`, async () => {
    const made = await attemptsFor(submissionId);
    return made.length >= count ? made.map(({ how }) => how) : undefined;
  });
}

const lettersTo = (desk: string) =>
  stage.mail.mails().filter(({ to }) => to.includes(emailOf(desk))).length;

describe("one person, channel after channel", () => {
  test("the first that delivers is enough", async () => {
    const before = lettersTo("cill-cus");

    const { report } = await submit(stage.url, { facts: quietFacts });
    const made = await attemptsOnce(1, report.submissionId);

    expect(made).toEqual(["oa-message delivered ok"]);
    expect(lettersTo("cill-cus")).toBe(before);
    expect(stage.sim.items(schoolPhone)).toHaveLength(1);
  });

  test("refused by the Official Account: a letter, and no second try where the answer is no", async () => {
    failing("refuse", -230); // 7 days without a word to the account
    const before = lettersTo("cill-cus");

    const { report } = await submit(stage.url, { facts: quietFacts });
    await attemptsOnce(2, report.submissionId);
    await new Promise((resolve) => setTimeout(resolve, 4_000)); // longer than the first pause of a retry
    const made = await attemptsOnce(2, report.submissionId);

    expect(made).toEqual(["oa-message refused -230", "email delivered ok"]);
    expect(lettersTo("cill-cus")).toBe(before + 1);
  });

  test("no answer from the Official Account: a letter at once, and the account again", async () => {
    failing("timeout");
    const before = lettersTo("cill-cus");

    const { report } = await submit(stage.url, { facts: quietFacts });
    const made = await attemptsOnce(3, report.submissionId);

    expect(made).toEqual([
      "oa-message unreachable timeout",
      "email delivered ok",
      "oa-message delivered ok",
    ]);
    expect(lettersTo("cill-cus")).toBe(before + 1); // one letter, whatever is tried again
    expect(stage.sim.items(schoolPhone)).toHaveLength(1);
  });

  test("neither answers: both are tried again until one does", async () => {
    failing("http500");
    stage.mail.failNext(1, "tempfail");

    const { report } = await submit(stage.url, { facts: quietFacts });
    const made = await attemptsOnce(3, report.submissionId);

    expect(made).toEqual([
      expect.stringMatching(/^oa-message unreachable /),
      "email unreachable 451",
      "oa-message delivered ok",
    ]);
  });

  test("taken in between: nobody is called any more", async () => {
    failing("http500");
    stage.mail.failNext(1, "tempfail");
    const { report } = await submit(stage.url, { facts: quietFacts });
    await attemptsOnce(2, report.submissionId);
    const { id } = await storedNow(stage.database, report.submissionId);

    const taken = await take(school, id);
    await eventually("the end of the calls", async () => {
      const jobs = await stage.database.query("select 1 from graphile_worker.jobs");
      return jobs.rowCount === 0 ? true : undefined;
    });

    expect(taken.status).toBe(204);
    expect(await attemptsFor(report.submissionId)).toHaveLength(2);
    expect(stage.sim.items(schoolPhone)).toEqual([]);
  });

  test("taken, and then a new message: its call goes out", async () => {
    const { report, receipt } = await submit(stage.url, { facts: quietFacts });
    await attemptsOnce(1, report.submissionId);
    const { id } = await storedNow(stage.database, report.submissionId);
    await take(school, id);

    await reply(stage.url, receipt, { text: "Dạ con nhớ thêm." });
    const made = await attemptsOnce(2, report.submissionId);

    expect(made).toEqual(["oa-message delivered ok", "oa-message delivered ok"]);
  });

  test("raised while it is held, and then a new message: the other bodies are still called", async () => {
    const { report, receipt } = await submit(stage.url, { facts: quietFacts });
    await attemptsOnce(1, report.submissionId);
    const { id } = await storedNow(stage.database, report.submissionId);
    await take(school, id);
    stage.sim.fail({ next: 1, kind: "http500", userId: zaloIdOf("police-nam-ban") });
    const raised = await correct(school, id, {
      level: "emergency",
      reason: "danger_is_nearer",
      keeps: true,
    });

    await reply(stage.url, receipt, { text: "Dạ con nhớ thêm." });

    expect(raised.status).toBe(204);
    await eventually("the police's call", async () => {
      const items = stage.sim.items(zaloIdOf("police-nam-ban"));
      return items.length > 0 ? true : undefined;
    });
    expect(await storedNow(stage.database, report.submissionId)).toMatchObject({ status: "taken" });
  });
});

describe("an emergency", () => {
  test("rings every channel of everyone at once", async () => {
    const { report } = await submit(stage.url, { facts: dangerFacts });
    await attemptsOnce(6, report.submissionId);

    const made = await attemptsFor(report.submissionId);

    expect(made.map(({ desk, how }) => `${desk} ${how}`).sort()).toEqual([
      "commune email delivered ok",
      "commune oa-message delivered ok",
      "police email delivered ok",
      "police oa-message delivered ok",
      "school email delivered ok",
      "school oa-message delivered ok",
    ]);
  });

  test("waits for no channel that is slow", async () => {
    failing("timeout");
    const from = Date.now();

    const { report } = await submit(stage.url, { facts: dangerFacts });
    const made = await attemptsOnce(5, report.submissionId);

    expect(made.filter((how) => how === "oa-message delivered ok")).toHaveLength(2);
    expect(made.filter((how) => how === "email delivered ok")).toHaveLength(3);
    expect(Date.now() - from).toBeLessThan(5_000);
  });
});

describe("what an alert says", () => {
  test("the same words and the same link, whatever has happened", async () => {
    const story = "Bạn Bình lớp 8A bị đánh ở cổng sau.";
    await submit(stage.url, { facts: quietFacts, story });
    const loud = await submit(stage.url, { facts: dangerFacts, story });
    await attemptsOnce(6, loud.report.submissionId);

    const messages = stage.sim.requests().map(({ body }) => body as { message: object });
    const letters = stage.mail.mails().map(({ subject, text }) => ({ subject, text }));

    const said = messages.map(({ message }) => JSON.stringify(message));
    const codes = said.map((one) => /#nhan-([0-9a-f]{20})/.exec(one)?.[1]);
    expect(new Set(codes).size).toBe(messages.length); // a code of its own for each call
    expect(new Set(said.map((one) => one.replace(/#nhan-[0-9a-f]{20}/, "#nhan-…")))).toEqual(
      new Set([
        JSON.stringify({
          text: "Có việc cần xem\nBấm “Tôi đã nhận”, hoặc trả lời 1.",
          attachment: {
            type: "template",
            payload: {
              buttons: [
                {
                  title: "Mở bàn tiếp nhận",
                  type: "oa.open.url",
                  payload: { url: "http://127.0.0.1:3000/console" },
                },
                { title: "Tôi đã nhận", type: "oa.query.hide", payload: "#nhan-…" },
              ],
            },
          },
        }),
      ]),
    );
    expect(letters.length).toBeGreaterThan(2);
    expect(new Set(letters.map((letter) => JSON.stringify(letter)))).toEqual(
      new Set([
        JSON.stringify({
          subject: "Có việc cần xem",
          text: "Có việc cần xem.\n\nMở bàn tiếp nhận: http://127.0.0.1:3000/console",
        }),
      ]),
    );
  });
});
