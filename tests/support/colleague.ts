import { readFileSync } from "node:fs";
import type { Me, ReportDetail } from "@truong-an/shared/api/staff";
import type { SheetDesk } from "@truong-an/shared/directory";
import { newIdentity, recipientOf } from "@truong-an/shared/sealing/age";
import { fromBase64, toBase64, toBase64Url } from "@truong-an/shared/sealing/bytes";
import { signedPlaceSheet } from "@truong-an/shared/sealing/place-sheet";
import { newSubmissionId } from "@truong-an/shared/sealing/random";
import {
  openEnvelope,
  openMessage,
  openStory,
  resealEnvelopes,
  sealMessage,
  sealNote,
} from "@truong-an/shared/sealing/report";
import {
  lockIdentity,
  newSalt,
  openDeskKey,
  parseInvitation,
  passphraseKeys,
  sealDeskKey,
  unlockIdentity,
} from "@truong-an/shared/sealing/staff-keys";
import { Secret, TOTP } from "otpauth";
import { desks, people } from "../demo/directory.ts";
import type { Stage } from "./stage.ts";

/** A member of a desk with a browser: the console's own steps, over plain HTTP. */
export type Colleague = {
  readonly me: Me;
  readonly totpSecret: string;
  readonly passphrase: string;
  readonly deskIdentity: string;
  readonly call: (method: string, path: string, body?: unknown) => Promise<Answer>;
  readonly queue: () => Promise<readonly QueueRow[]>;
  readonly open: (reportId: string) => Promise<Opened>;
};

export type Answer = { readonly status: number; readonly body: unknown };
export type QueueRow = {
  readonly id: string;
  readonly level: string;
  readonly status: string;
  readonly unread: boolean;
  readonly takenBy: string | null;
};
export type Opened = {
  readonly detail: ReportDetail;
  readonly identity: string;
  readonly story: string;
  readonly messages: readonly string[];
};

const keyFile = new URL("../demo/administrator-key.json", import.meta.url);
const administrator: { readonly publicKey: string } = JSON.parse(readFileSync(keyFile, "utf8"));

const usualPassphrase = "con đường làng quê tôi";

/** Where someone joins: a server that answers, and the invitations that the administrator wrote. */
export type Workplace = Pick<Stage, "url" | "invitations">;

/** Accepts this person's invitation, with a key of their own and a second factor, and signs in. */
export function joinDesk(
  stage: Workplace,
  desk: string,
  passphrase = usualPassphrase,
): Promise<Colleague> {
  return joinAs(stage, people.find((one) => one.desk === desk)?.id ?? "", passphrase);
}

/** The same by the person, where several sit at one desk. */
export async function joinAs(
  stage: Workplace,
  personId: string,
  passphrase = usualPassphrase,
): Promise<Colleague> {
  const printed = stage.invitations.find((one) => one.personId === personId)?.printed ?? "";
  const invitation = parseInvitation(printed);
  if (invitation === undefined) throw new Error("no such invitation");
  const browser = openBrowser(stage.url);
  const token = toBase64Url(invitation.token);
  const opened = await browser.ok<{
    desk: { id: string; keyNumber: number; recipient: string };
    deskKeyEnvelope: string;
  }>("POST", "/api/staff/invitations/open", { token });
  const { id: deskId, keyNumber, recipient } = opened.desk;
  const deskIdentity = await openDeskKey(invitation.identity, fromBase64(opened.deskKeyEnvelope), {
    deskId,
    keyNumber,
    recipient,
  });

  const salt = newSalt();
  const keys = await passphraseKeys(passphrase, salt);
  const identity = await newIdentity();
  const own = await recipientOf(identity);
  const accepted = await browser.ok<{ totpSecret: string }>(
    "POST",
    "/api/staff/invitations/accept",
    {
      token,
      salt: toBase64(salt),
      signInHalf: toBase64(keys.signInHalf),
      recipient: own,
      lockedIdentity: toBase64(await lockIdentity(identity, keys.unlockIdentity)),
      deskKeyEnvelope: toBase64(await sealDeskKey({ deskId, keyNumber, deskIdentity }, own)),
    },
  );
  const me = await browser.ok<Me>("POST", "/api/staff/invitations/confirm", {
    token,
    oneTimeCode: oneTimeCode(accepted.totpSecret),
  });
  return colleagueOf(browser, me, { deskIdentity, totpSecret: accepted.totpSecret, passphrase });
}

/** Signs in again with passphrase and one-time code, as from another computer. */
export async function signInAgain(stage: Workplace, colleague: Colleague, code: string) {
  const browser = openBrowser(stage.url);
  const { email } = colleague.me;
  const { salt } = await browser.ok<{ salt: string }>("POST", "/api/staff/sign-in/start", {
    email,
  });
  const keys = await passphraseKeys(colleague.passphrase, fromBase64(salt));
  const body = { email, signInHalf: toBase64(keys.signInHalf), oneTimeCode: code };
  const answer = await browser.call("POST", "/api/staff/sign-in", body);
  return { answer, keys, browser };
}

export function oneTimeCode(secret: string, secondsFromNow = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 });
  return totp.generate({ timestamp: Date.now() + secondsFromNow * 1000 });
}

function openBrowser(url: string) {
  let cookie = "";
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        cookie,
        "x-truong-an-console": "1",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return { status: response.status, body: isJson ? JSON.parse(bytes.toString()) : bytes };
  };
  const ok = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
    const answer = await call(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status}`);
    return answer.body as Body;
  };
  return { call, ok };
}

function colleagueOf(
  browser: ReturnType<typeof openBrowser>,
  me: Me,
  secrets: Pick<Colleague, "deskIdentity" | "totpSecret" | "passphrase">,
): Colleague {
  const { deskIdentity } = secrets;
  return {
    me,
    ...secrets,
    call: browser.call,
    queue: async () => {
      const queue = await browser.ok<{ reports: QueueRow[] }>("GET", "/api/staff/reports");
      return queue.reports;
    },
    open: async (reportId) => {
      const detail = await browser.ok<ReportDetail>("GET", `/api/staff/reports/${reportId}`);
      const { submissionId, recipient, envelope } = detail;
      const { deskId } = envelope;
      const sealed = fromBase64(envelope.sealed);
      const expected = { submissionId, deskId, recipient };
      const identity = await openEnvelope(deskIdentity, sealed, expected);
      const story = (await openStory(identity, fromBase64(detail.story))) as { story: string };
      const messages = await Promise.all(
        detail.messages.map(async (message) => {
          const body = await openMessage(identity, fromBase64(message.sealed));
          return (body as { text: string }).text;
        }),
      );
      return { detail, identity, story: story.story, messages };
    },
  };
}

/** Unlocks a key as the console does after signing in: nothing but the passphrase opens it. */
export function unlock(me: Me, unlockKey: string): Promise<string> {
  return unlockIdentity(fromBase64(me.lockedIdentity), unlockKey);
}

export function take(colleague: Colleague, reportId: string): Promise<Answer> {
  return colleague.call("POST", `/api/staff/reports/${reportId}/take`);
}

export async function answer(colleague: Colleague, reportId: string, text: string) {
  const { detail } = await colleague.open(reportId);
  const { sealed } = await sealMessage(detail.recipient, { text }, []);
  const messageId = newSubmissionId();
  return colleague.call("POST", `/api/staff/reports/${reportId}/messages`, {
    messageId,
    sealed: toBase64(sealed),
  });
}

export async function note(colleague: Colleague, reportId: string, text: string) {
  const { detail } = await colleague.open(reportId);
  const told = detail.toldDesks.map((desk) => desk.id);
  const readers = desksOnSheet(detail).filter((desk) => told.includes(desk.id));
  const sealed = await sealNote(
    readers.map((desk) => desk.recipient),
    text,
  );
  return colleague.call("POST", `/api/staff/reports/${reportId}/notes`, {
    noteId: newSubmissionId(),
    sealed: toBase64(sealed),
  });
}

export async function handOverTo(colleague: Colleague, reportId: string, desk: string) {
  const { detail, identity } = await colleague.open(reportId);
  const toDeskId = desks.find((one) => one.key === desk)?.id ?? "";
  const target = detail.handOverDesks.find((one) => one.id === toDeskId);
  const needy = desksOnSheet(detail).filter(
    ({ id }) => target !== undefined && target.id === id && !target.holdsEnvelope,
  );
  const keys = needy.map(({ id, keyNumber, recipient }) => ({ deskId: id, keyNumber, recipient }));
  const { submissionId, recipient } = detail;
  const [envelope] = await resealEnvelopes(identity, submissionId, recipient, keys);
  return colleague.call("POST", `/api/staff/reports/${reportId}/hand-over`, {
    toDeskId,
    envelope: envelope === undefined ? null : { ...envelope, sealed: toBase64(envelope.sealed) },
  });
}

/** The desks of the report's place as the administrator signed them. */
export function desksOnSheet(detail: ReportDetail): readonly SheetDesk[] {
  return signedPlaceSheet(administrator.publicKey, detail.sheet)?.desks ?? [];
}

/** Closes as from the console: with the page, and so everything that came, before one's eyes. */
export async function close(
  colleague: Colleague,
  reportId: string,
  outcome: string,
): Promise<Answer> {
  const { body } = await colleague.call("GET", `/api/staff/reports/${reportId}`);
  const readThrough = readThroughOf(body as Partial<ReportDetail>);
  return colleague.call("POST", `/api/staff/reports/${reportId}/close`, { outcome, readThrough });
}

/** The number of the last message on the page; 0 when there is none, or no page at all. */
export function readThroughOf({ messages = [] }: Partial<ReportDetail>): number {
  return Math.max(0, ...messages.map(({ number }) => number));
}
