import type { AlarmSubject, Channel } from "@truong-an/shared/alert";
import { type DestinationStream, pino } from "pino";

/** Everything that may ever stand in a log line. A field that is not here cannot be logged. */
export type LogFields = {
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly code?: string;
  readonly took?: number; // milliseconds
  readonly job?: string;
  readonly attempt?: number;
  readonly count?: number;
  readonly port?: number;
  readonly role?: string;
  readonly channel?: Channel;
  readonly subject?: AlarmSubject;
  readonly at?: readonly string[]; // stack frames: places in our code, no message
};

export type Log = {
  readonly info: (message: LogMessage, fields?: LogFields) => void;
  readonly warn: (message: LogMessage, fields?: LogFields) => void;
  readonly error: (message: LogMessage, fields?: LogFields) => void;
};

/** The closed list of things we say: a template with a value in it would not type-check. */
export type LogMessage =
  | "answered"
  | "failed"
  | "listening"
  | "stopped"
  | "migrated"
  | "worker started"
  | "job done"
  | "job failed"
  | "jobs of a dead worker released"
  | "database connection lost"
  | "event ignored"
  | "a conversation cannot be read"
  | "a story cannot be sent"
  | "an event has a wrong signature"
  | "nobody could be reached"
  | "a notice was refused"
  | "zalo takes our refresh token no more"
  | "zalo token not renewed"
  | "zalo token not stored"
  | "zalo token overtaken by another"
  | "zalo token renewed"
  | "a channel fails for everyone"
  | "the operator is alarmed"
  | "an alarm is over"
  | "Zalo told nothing of the account";

/** Lines of JSON, to the standard output unless another destination is named. */
export function openLog(level: string, destination?: DestinationStream): Log {
  const logger = pino({ level, base: null }, destination);
  return {
    info: (message, fields) => logger.info(fields ?? {}, message),
    warn: (message, fields) => logger.warn(fields ?? {}, message),
    error: (message, fields) => logger.error(fields ?? {}, message),
  };
}

/**
 * What may be told of an error: its kind and where it happened. Never its message, which may
 * hold a value (a failed query repeats its parameters).
 */
export function traceOf(error: unknown): LogFields {
  if (!(error instanceof Error)) return { code: typeof error };
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : cause.name;
  return { code, at: framesOf(cause).slice(0, 8) };
}

/** The frames alone: a message stands before them in the stack, and one of its lines may look like a frame. */
function framesOf({ message, stack = "" }: Error): readonly string[] {
  const begin = stack.indexOf(message);
  const afterMessage = begin === -1 ? stack : stack.slice(begin + message.length);
  const lines = afterMessage.split("\n").map((line) => line.trim());
  return lines.filter((line) => /^at (.+ \()?[^()]+(:\d+:\d+)?\)?$/.test(line));
}
