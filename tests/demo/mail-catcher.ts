import type { AddressInfo } from "node:net";
import { type AddressObject, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type CaughtMail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** The letter as it came over the wire, headers and all. */
  readonly raw: string;
};

export type MailCatcher = {
  readonly port: number;
  readonly mails: () => readonly CaughtMail[];
  /** Calls back for each letter once it is caught; the answer stops that. */
  readonly onMail: (watcher: (mail: CaughtMail) => void) => () => void;
  /** The next `n` letters are turned away: `refuse` for good (550), `tempfail` for now (451). */
  readonly failNext: (n: number, how: "refuse" | "tempfail") => void;
  readonly stop: () => Promise<void>;
};

const keptMails = 1_000;
const maxMailBytes = 256 * 1024;

/** A mail server on this machine only that takes every letter, keeps it in memory and delivers it to nobody else. */
export async function startMailCatcher({ port }: { readonly port: number }): Promise<MailCatcher> {
  let caught: CaughtMail[] = [];
  let failures: { readonly how: "refuse" | "tempfail"; left: number }[] = [];
  const watchers = new Set<(mail: CaughtMail) => void>();

  const takeFailure = () => {
    const failure = failures[0];
    if (failure === undefined) return undefined;
    failure.left -= 1;
    failures = failures.filter(({ left }) => left > 0);
    return failure.how;
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: maxMailBytes,
    onRcptTo: (_address, _session, done) => {
      const how = takeFailure();
      done(how === undefined ? null : smtpFailure(how));
    },
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      readMail(stream, to).then((mail) => {
        caught = [...caught.slice(-(keptMails - 1)), mail];
        for (const watcher of watchers) watcher(mail);
        done();
      }, done);
    },
  });
  // A sender that breaks off in the middle is its own affair; without a listener it would end the process.
  server.on("error", () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });

  return {
    port: (server.server.address() as AddressInfo).port,
    mails: () => caught,
    onMail: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    failNext: (n, how) => {
      if (n > 0) failures.push({ how, left: n });
    },
    stop: async () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function smtpFailure(how: "refuse" | "tempfail"): Error {
  return how === "refuse"
    ? Object.assign(new Error("No such mailbox"), { responseCode: 550 })
    : Object.assign(new Error("Try again later"), { responseCode: 451 });
}

async function readMail(stream: NodeJS.ReadableStream, to: readonly string[]): Promise<CaughtMail> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  const raw = Buffer.concat(chunks);
  const parsed = await simpleParser(raw);
  return {
    from: firstAddress(parsed.from),
    to,
    subject: parsed.subject ?? "",
    text: (parsed.text ?? "").trimEnd(),
    raw: raw.toString("utf8"),
  };
}

function firstAddress(from: AddressObject | undefined): string {
  return from?.value[0]?.address ?? "";
}
