import { createTransport } from "nodemailer";
import { z } from "zod";

export type MailSettings = {
  readonly host: string;
  readonly port: number;
  /** `implicit`: TLS from the first byte. `required`: STARTTLS or nothing. `none`: for a mail server on this machine. */
  readonly tls: "implicit" | "required" | "none";
  readonly login?: { readonly user: string; readonly password: string };
  /** The sender's bare address; its domain also names us to the mail server and in message ids. */
  readonly from: string;
  readonly timeoutMs: number;
};

export type Letter = { readonly to: string; readonly subject: string; readonly text: string };

export type MailOutcome =
  | { readonly kind: "delivered" } // the mail server has taken it
  | { readonly kind: "refused"; readonly code: string } // it said no for good
  | { readonly kind: "unreachable"; readonly code: string }; // try again later

export type Mail = {
  /** Hands one letter to the mail server. Never throws: how it ended is the answer, without any of the letter in it. */
  readonly sendMail: (letter: Letter) => Promise<MailOutcome>;
  readonly close: () => void;
};

/**
 * Opens a small pool of connections to one SMTP server. A letter holds what the caller gave and the
 * headers that mail needs (From, To, Subject, Date, Message-ID, MIME); the machine's own name is in none of them.
 */
export function openMail(settings: MailSettings): Mail {
  const transport = createTransport(transportOptions(settings));

  return {
    sendMail: async ({ to, subject, text }) => {
      try {
        // An address given as an object is one address, whatever commas or names are in it.
        await transport.sendMail({
          from: settings.from,
          to: { name: "", address: to },
          subject,
          text,
        });
        return { kind: "delivered" };
      } catch (failure) {
        return outcomeOf(failure);
      }
    },
    close: () => transport.close(),
  };
}

function transportOptions(settings: MailSettings) {
  const { login, timeoutMs } = settings;
  return {
    pool: true as const,
    maxConnections: 2,
    maxRequeues: 0, // the job queue is what tries again
    host: settings.host,
    port: settings.port,
    secure: settings.tls === "implicit",
    requireTLS: settings.tls === "required",
    ignoreTLS: settings.tls === "none",
    name: settings.from.slice(settings.from.lastIndexOf("@") + 1),
    ...(login === undefined ? {} : { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const SmtpFailure = z.looseObject({
  responseCode: z.number().int().optional(), // what the mail server said, e.g. 550
  code: z.string().optional(), // what the library says when the server said nothing, e.g. ETIMEDOUT
});

/** Only codes are taken from the failure: its message quotes addresses. */
function outcomeOf(failure: unknown): MailOutcome {
  const { responseCode, code } = SmtpFailure.catch({}).parse(failure);
  const shown = String(responseCode ?? code ?? "unknown");
  const isFinal = responseCode === undefined ? code === "EENVELOPE" : responseCode >= 500; // EENVELOPE: no usable address
  return { kind: isFinal ? "refused" : "unreachable", code: shown };
}
