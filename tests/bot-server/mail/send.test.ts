import { createServer } from "node:net";
import { hostname } from "node:os";
import { type Mail, openMail } from "@truong-an/bot-server/mail/send";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type MailCatcher, startMailCatcher } from "../../demo/mail-catcher.ts";

const letter = {
  to: "truc-ban@cong-an-xa.example",
  subject: "Có việc cần xem",
  text: "Có việc cần xem.\nMở bàn tiếp nhận: https://console.example/console",
};

let catcher: MailCatcher;
let mail: Mail;

beforeEach(async () => {
  catcher = await startMailCatcher({ port: 0 });
  mail = mailTo(catcher.port);
});
afterEach(async () => {
  mail.close();
  await catcher.stop();
});

function mailTo(port: number, timeoutMs = 2_000): Mail {
  return openMail({
    host: "127.0.0.1",
    port,
    tls: "none",
    from: "bao-tin@truong-an.example",
    timeoutMs,
  });
}

test("a letter arrives word for word", async () => {
  const outcome = await mail.sendMail(letter);

  expect(outcome).toEqual({ kind: "delivered" });
  expect(catcher.mails()).toMatchObject([
    {
      from: "bao-tin@truong-an.example",
      to: [letter.to],
      subject: letter.subject,
      text: letter.text,
    },
  ]);
});

test("a letter has only the headers that mail needs, and the machine's name is in none of them", async () => {
  await mail.sendMail(letter);

  const raw = catcher.mails()[0]?.raw ?? "";
  const head = raw.slice(0, raw.indexOf("\r\n\r\n"));
  const names = head.match(/^[A-Za-z-]+(?=:)/gm)?.map((name) => name.toLowerCase());
  expect(new Set(names)).toEqual(
    new Set([
      "from",
      "to",
      "subject",
      "message-id",
      "date",
      "mime-version",
      "content-type",
      "content-transfer-encoding",
    ]),
  );
  expect(head).toMatch(/^Message-ID: <[^@>]+@truong-an\.example>\r?$/m);
  expect(head).not.toContain(hostname());
});

test("a mailbox that does not exist is a refusal with its code", async () => {
  catcher.failNext(1, "refuse");

  expect(await mail.sendMail(letter)).toEqual({ kind: "refused", code: "550" });
  expect(await mail.sendMail(letter)).toEqual({ kind: "delivered" });
});

test("a server that is busy is tried later", async () => {
  catcher.failNext(1, "tempfail");

  expect(await mail.sendMail(letter)).toEqual({ kind: "unreachable", code: "451" });
});

test("an address that is none is a refusal", async () => {
  expect(await mail.sendMail({ ...letter, to: "" })).toEqual({
    kind: "refused",
    code: "EENVELOPE",
  });
});

test("a comma, a name or a line break in an address reaches nobody else", async () => {
  const to = "a@one.example, b@two.example\r\nBcc: c@three.example";

  await mail.sendMail({ ...letter, to });

  expect(catcher.mails().flatMap((caught) => caught.to)).not.toContain("b@two.example");
  expect(
    catcher
      .mails()
      .map((caught) => caught.raw)
      .join(),
  ).not.toMatch(/^Bcc:/m);
});

test("a server that is gone is tried later", async () => {
  const gone = await startMailCatcher({ port: 0 });
  await gone.stop();
  const lonely = mailTo(gone.port);

  expect(await lonely.sendMail(letter)).toMatchObject({ kind: "unreachable" });
  lonely.close();
});

test("a server that never says a word is given up on in time", async () => {
  const mute = createServer();
  await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
  const address = mute.address();
  const patient = mailTo(address !== null && typeof address === "object" ? address.port : 0, 300);

  expect(await patient.sendMail(letter)).toMatchObject({ kind: "unreachable" });
  patient.close();
  await new Promise((resolve) => mute.close(resolve));
});
