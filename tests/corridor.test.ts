import { afterAll, beforeAll, expect, test } from "vitest";
import { answer, close, joinDesk, note, take } from "./support/colleague.ts";
import { deskIdOf, zaloIdOf } from "./support/demo-ids.ts";
import { dangerFacts, reply, returnWith, submit } from "./support/reporter.ts";
import { eventually, openStage, type Stage } from "./support/stage.ts";

const quickly = { minutes: 0.03 };
const quickLevel = { secondRung: quickly, thirdRung: { minutes: 0.06 }, repeat: { minutes: 60 } };
const quickClocks = JSON.stringify({
  emergency: quickLevel,
  high: quickLevel,
  normal: quickLevel,
  low: quickLevel,
  not_a_report: quickLevel,
});

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ settings: { CLOCKS: quickClocks } });
});
afterAll(() => stage.close());

test("report → alert → silence → escalate → take → reply → close, through real doors", async () => {
  const { url, sim } = stage;
  const police = await joinDesk(stage, "police-nam-ban");

  const { receipt } = await submit(url, {
    facts: dangerFacts,
    story: "Sau giờ học có bạn bị đánh.",
  });

  // alert: the duty officer's phone shows that something waits, and nothing else
  const alerts = await eventually("an alert on the duty officer's phone", () => {
    const items = sim.items(zaloIdOf("police-nam-ban"));
    return items.length > 0 ? items : undefined;
  });
  expect(JSON.stringify(alerts)).toContain("Có việc cần xem");
  expect(JSON.stringify(alerts)).not.toContain("đánh");

  // silence → escalate: the province's department hears only after the deadline
  await eventually("the next desk's alert", () =>
    sim.items(zaloIdOf("department")).length > 0 ? true : undefined,
  );
  const [row] = await police.queue();
  const reportId = row?.id ?? "";
  expect(row).toMatchObject({ level: "emergency", status: "waiting" });

  // take: the silence is over
  const opened = await police.open(reportId);
  expect(opened.story).toBe("Sau giờ học có bạn bị đánh.");
  expect((await take(police, reportId)).status).toBe(204);
  const jobs = await stage.database.query(
    "select 1 from graphile_worker.jobs where task_identifier = 'escalate'",
  );
  expect(jobs.rowCount).toBe(0);

  // reply, both ways
  expect((await answer(police, reportId, "Chú đang tới. Em ở yên nhé.")).status).toBe(204);
  expect((await note(police, reportId, "Đã gọi cô hiệu phó.")).status).toBe(204);
  const back = await returnWith(url, receipt);
  expect(back.messages).toMatchObject([{ author: "staff", text: "Chú đang tới. Em ở yên nhé." }]);
  expect(back.thread).toMatchObject({ status: "taken", readers: 1 });
  expect((await reply(url, receipt, { text: "Dạ em cảm ơn chú." })).status).toBe(200);
  expect((await police.open(reportId)).messages.at(-1)).toBe("Dạ em cảm ơn chú.");

  // close
  expect((await close(police, reportId, "safe_now")).status).toBe(204);
  expect((await returnWith(url, receipt)).thread.status).toBe("closed");
  const times = await stage.database.query(
    "select received_at::text, closed_at::text from reports where id = $1",
    [reportId],
  );
  expect(times.rows[0].received_at).toMatch(/ 17:00:00\+00$/); // midnight in Viet Nam
  expect(times.rows[0].closed_at).toMatch(/ 17:00:00\+00$/);
  expect(await police.queue()).toEqual([]);
  expect(deskIdOf("police-nam-ban")).toBe(opened.detail.ownerDesk.id);
});
