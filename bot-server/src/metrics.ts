import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Counters for the operator. Labels are routes and outcomes; none could single out a report. */
export type Metrics = {
  readonly registry: Registry;
  readonly reportsReceived: Counter;
  readonly messagesReceived: Counter;
  readonly alertAttempts: Counter<"channel" | "outcome">;
  readonly chatEvents: Counter<"event" | "outcome">;
  readonly chatSays: Counter<"outcome">;
  readonly escalations: Counter;
  readonly triageCorrections: Counter<"from" | "to">;
  readonly refusals: Counter<"code">;
  readonly answers: Histogram<"route" | "status">;
  readonly zaloTokenRefreshes: Counter<"outcome">;
  readonly jobsWaiting: Gauge;
  readonly channelFailing: Gauge<"channel">;
  readonly jobsFailed: Counter<"job">;
};

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    reportsReceived: new Counter({
      name: "reports_received_total",
      help: "Sealed reports accepted for the first time",
      registers,
    }),
    messagesReceived: new Counter({
      name: "messages_received_total",
      help: "Sealed messages from reporters",
      registers,
    }),
    alertAttempts: new Counter({
      name: "alert_attempts_total",
      help: "Attempts to reach staff",
      labelNames: ["channel", "outcome"],
      registers,
    }),
    chatEvents: new Counter({
      name: "chat_events_total",
      help: "Events of the Official Account, by name and what became of them",
      labelNames: ["event", "outcome"],
      registers,
    }),
    chatSays: new Counter({
      name: "chat_says_total",
      help: "Messages of the Official Account to one person, by whether Zalo took them",
      labelNames: ["outcome"],
      registers,
    }),
    escalations: new Counter({
      name: "escalations_total",
      help: "Rungs climbed or repeated because nobody took a report",
      registers,
    }),
    triageCorrections: new Counter({
      name: "triage_corrections_total",
      help: "Levels that staff corrected, by the level before and after",
      labelNames: ["from", "to"],
      registers,
    }),
    refusals: new Counter({
      name: "refusals_total",
      help: "Requests refused, by stable code",
      labelNames: ["code"],
      registers,
    }),
    answers: new Histogram({
      name: "http_answer_seconds",
      help: "Time to answer",
      labelNames: ["route", "status"],
      registers,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    }),
    zaloTokenRefreshes: new Counter({
      name: "zalo_token_refreshes_total",
      help: "Times that Zalo was asked for the next pair of tokens",
      labelNames: ["outcome"],
      registers,
    }),
    jobsWaiting: new Gauge({ name: "jobs_waiting", help: "Jobs due and not yet taken", registers }),
    channelFailing: new Gauge({
      name: "channel_failing",
      help: "1 while a channel reaches nobody, by what its last attempts came to",
      labelNames: ["channel"],
      registers,
    }),
    jobsFailed: new Counter({
      name: "jobs_failed_total",
      help: "Attempts of jobs that failed",
      labelNames: ["job"],
      registers,
    }),
  };
}
