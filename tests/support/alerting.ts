import { catalogue } from "@truong-an/bot-server/jobs/catalogue";
import { type JobName, type Payload, payloadOf } from "@truong-an/bot-server/jobs/payloads";
import { DeskId, ReportId, StaffId } from "@truong-an/shared/ids";
import type { Facts } from "@truong-an/shared/report";
import { people, zaloPeople } from "../demo/directory.ts";
import { type MailCatcher, startMailCatcher } from "../demo/mail-catcher.ts";
import { zaloSettings } from "../demo/zalo-settings.ts";
import { startZaloSim, type ZaloSim } from "../zalo-sim/start.ts";
import { deskIdOf } from "./demo-ids.ts";
import { type Doorstep, openDoorstep } from "./doorstep.ts";
import { quietFacts, submit } from "./reporter.ts";
import { storedNow } from "./stored.ts";

/** A doorstep with Zalo and mail behind it, whose jobs run only when the test turns the handle. */
export type Alerting = Doorstep & {
  readonly sim: ZaloSim;
  readonly mail: MailCatcher;
  /** Does every job of this name that waits, due or not, in order; answers how many those were. */
  readonly crank: (name: JobName) => Promise<number>;
  readonly waiting: <Name extends JobName>(name: Name) => Promise<readonly Waiting<Name>[]>;
  /** A report whose calls have not begun, with nothing in the queue. */
  readonly report: (facts?: Facts) => Promise<ReportId>;
  /** Calls everyone on duty at the desk about the report, each with one turn. */
  readonly call: (reportId: ReportId, desk: string, round?: number) => Promise<void>;
  /** How calling somebody went so far, in order: "oa-message delivered ok". */
  readonly turns: (reportId: ReportId) => Promise<readonly string[]>;
};

export type Waiting<Name extends JobName> = {
  readonly payload: Payload<Name>;
  readonly inMs: number; // from the test's own clock
  readonly priority: number;
};

export async function openAlerting(
  settings: Readonly<Record<string, string>> = {},
): Promise<Alerting> {
  const sim = await startZaloSim({ port: 0, people: zaloPeople });
  const mail = await startMailCatcher({ port: 0 });
  const doorstep = await openDoorstep({
    ...zaloSettings(sim.url),
    SMTP_HOST: "127.0.0.1",
    SMTP_PORT: String(mail.port),
    SMTP_TLS: "none",
    ...settings,
  });
  const { database, world, clock } = doorstep;

  async function waiting<Name extends JobName>(name: Name): Promise<readonly Waiting<Name>[]> {
    const { rows } = await database.query(
      `select payload, run_at, priority from graphile_worker._private_jobs as jobs
       join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
       where identifier = $1 order by jobs.id`,
      [name],
    );
    return rows.map(({ payload, run_at, priority }) => {
      return { payload: payloadOf(name, payload), inMs: run_at - clock.now(), priority };
    });
  }

  const crank = async (name: JobName, only: object = {}): Promise<number> => {
    const meant = await database.query(
      `delete from graphile_worker._private_jobs as jobs using graphile_worker._private_tasks as tasks
       where tasks.id = task_id and identifier = $1 and payload::jsonb @> $2
       returning payload`,
      [name, only],
    );
    for (const { payload } of meant.rows) await run(name, payloadOf(name, payload));
    return meant.rows.length;
  };
  const run = <Name extends JobName>(name: Name, payload: Payload<Name>): Promise<void> =>
    catalogue[name](world, payload);

  const templates = new Map<Facts, string>();
  const submittedOnce = async (facts: Facts): Promise<string> => {
    const { report } = await submit(doorstep.url, { facts });
    await database.query("delete from graphile_worker._private_jobs");
    return (await storedNow(database, report.submissionId)).id;
  };

  return {
    ...doorstep,
    sim,
    mail,
    crank,
    waiting,
    report: async (facts = quietFacts) => {
      const template = templates.get(facts) ?? (await submittedOnce(facts));
      templates.set(facts, template);
      const { rows } = await database.query(copyReport, [template]);
      await database.query(copyEnvelopes, [template, rows[0].id]);
      return ReportId.parse(rows[0].id);
    },
    call: async (reportId, desk, round = 0) => {
      await run("call-desk", { reportId, deskId: DeskId.parse(deskIdOf(desk)), round });
      await crank("deliver-alert", { reportId, turn: 0 });
    },
    turns: async (reportId) => {
      const { rows } = await database.query<{ how: string }>(
        `select concat_ws(' ', channel, outcome, code) as how
         from alert_attempts where report_id = $1 order by id`,
        [reportId],
      );
      return rows.map(({ how }) => how);
    },
    close: async () => {
      await doorstep.close();
      await Promise.all([sim.stop(), mail.stop()]);
    },
  };
}

/** Another report like one that came in by the door: sealing each anew would take a second. */
const copyReport = `
  insert into reports
  select (jsonb_populate_record(reports, jsonb_build_object('id', gen_random_uuid(),
    'submission_id', gen_random_uuid(),
    'finder_hash', '\\x' || encode(sha256(gen_random_uuid()::text::bytea), 'hex')))).*
  from reports where id = $1 returning id`;

const copyEnvelopes = `
  insert into envelopes
  select (jsonb_populate_record(envelopes, jsonb_build_object('report_id', $2::text))).*
  from envelopes where report_id = $1`;

export function staffIdOf(desk: string): StaffId {
  return StaffId.parse(people.find((one) => one.desk === desk)?.id);
}
