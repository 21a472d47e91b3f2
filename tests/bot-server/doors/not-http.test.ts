import { once } from "node:events";
import { connect } from "node:net";
import { RefusalBody } from "@truong-an/shared/api/refusal";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";

const marker = "em-la-Nguyen-Thi-Tram-lop-7A";

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep();
});
afterAll(() => doorstep.close());

/** Sends bytes as they are and reads until the server hangs up. */
async function sendBytes(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(doorstep.url).port), "127.0.0.1");
  const received: Buffer[] = [];
  socket.on("data", (part) => received.push(part));
  socket.on("error", () => undefined); // a server may hang up before it has read everything
  socket.write(bytes);
  await once(socket, "close");
  return Buffer.concat(received).toString();
}

const host = "Host: 127.0.0.1\r\nConnection: close\r\n";

test.each([
  ["a broken escape in the address", `GET /api/%zz${marker} HTTP/1.1\r\n${host}\r\n`, 400],
  ["half a character in the address", `GET /api/${marker}%ed%a0%80 HTTP/1.1\r\n${host}\r\n`, 400],
  [
    "a far too long name in the address",
    `GET /api/public/schools/${marker}${"x".repeat(500)}/sheet HTTP/1.1\r\n${host}\r\n`,
    400,
  ],
  ["a far too long address", `GET /${marker}${"x".repeat(30_000)} HTTP/1.1\r\n${host}\r\n`, 413],
  ["far too long headers", `GET / HTTP/1.1\r\n${host}X-A: ${marker.repeat(1_000)}\r\n\r\n`, 413],
  ["words", `${marker}\r\n\r\n`, 400],
  ["an unknown method", `${marker.toUpperCase()} / HTTP/1.1\r\n${host}\r\n`, 400],
  ["a control character in a header", `GET / HTTP/1.1\r\n${host}X-A: ${marker}\u0001\r\n\r\n`, 400],
  [
    "two lengths of one body",
    `POST /api/reporter/threads/open HTTP/1.1\r\n${host}Content-Length: 5\r\nContent-Length: 6\r\n\r\n${marker}`,
    400,
  ],
  [
    "a length and chunks at once",
    `POST /api/reporter/threads/open HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n${marker}`,
    400,
  ],
  [
    "a chunk without a size",
    `POST /api/reporter/threads/open HTTP/1.1\r\n${host}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${marker}\r\n`,
    400,
  ],
])("%s is refused in our own words and repeated nowhere", async (_what, bytes, status) => {
  const answer = await sendBytes(bytes);
  const [head = "", body = ""] = answer.split("\r\n\r\n");

  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(RefusalBody.parse(JSON.parse(body)).message).toMatch(/\.$/);
  expect(answer).not.toContain(marker);
  expect(doorstep.logged()).not.toContain(marker);
});

test("whoever hangs up in the middle of a report leaves no trace and troubles nobody", async () => {
  const socket = connect(Number(new URL(doorstep.url).port), "127.0.0.1");
  socket.write(
    `POST /api/reporter/reports HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 90000\r\n\r\n{"${marker}`,
  );
  await once(socket, "connect");
  socket.destroy();
  await once(socket, "close");

  const alive = await fetch(`${doorstep.url}/health/live`);
  const kept = await doorstep.database.query("select 1 from reports");

  expect(alive.status).toBe(200);
  expect(kept.rowCount).toBe(0);
  expect(doorstep.logged()).not.toContain(marker);
});
