import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { LoadAnswer, LoadOrder } from "./load.ts";

// The client shares the machine's processors with what it measures, so it does as little as it can:
// requests are bytes before the clock starts, and an answer is read as far as its status and length.

process.once("message", (order: LoadOrder) => {
  void run(order).then((answer) => {
    process.send?.(answer, () => process.exit(0));
  });
});

async function run(order: LoadOrder): Promise<LoadAnswer> {
  const requests = requestsOf(order);
  const others: Record<string, number> = {};
  const tookMs: number[] = [];
  const sockets = Array.from({ length: order.connections }, () => connect(order.port, "127.0.0.1"));
  await Promise.all(sockets.map((socket) => once(socket.setNoDelay(true), "connect")));

  let next = 0;
  const start = performance.now();
  const until = start + order.mostSeconds * 1000;
  await Promise.all(sockets.map(worker));
  const seconds = (performance.now() - start) / 1000;
  for (const socket of sockets) socket.destroy();
  return { seconds, tookMs, others };

  async function worker(socket: Socket): Promise<void> {
    const exchange = exchangeOn(socket);
    for (;;) {
      const request = requests[next];
      const sentAt = performance.now();
      if (request === undefined || sentAt > until) return;
      next += 1;
      const status = await exchange(request);
      if (status === "200") tookMs.push(performance.now() - sentAt);
      else others[status] = (others[status] ?? 0) + 1;
    }
  }
}

function requestsOf(order: LoadOrder): readonly Buffer[] {
  const { method, path, bodies, requests } = order;
  const start = `${method} ${path} HTTP/1.1\r\nhost: bench\r\n`;
  if (method === "GET") return Array<Buffer>(requests).fill(Buffer.from(`${start}\r\n`));
  return bodies.map((body, index) => {
    const from = order.asManyAddresses === true ? `x-forwarded-for: ${address(index)}\r\n` : "";
    const own = order.headers === undefined ? "" : `${order.headers[index]}\r\n`;
    const length = Buffer.byteLength(body);
    const head = `${start}${from}${own}content-type: application/json\r\ncontent-length: ${length}`;
    return Buffer.from(`${head}\r\n\r\n${body}`);
  });
}

function address(index: number): string {
  return `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
}

/** One request at a time: answers its status once the whole answer is here. */
function exchangeOn(socket: Socket): (request: Buffer) => Promise<string> {
  let received: Buffer = Buffer.alloc(0);
  let answered: (status: string) => void = () => undefined;
  socket.on("data", (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const headEnd = received.indexOf("\r\n\r\n");
    if (headEnd < 0) return;
    const head = received.toString("latin1", 0, headEnd);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (received.length < headEnd + 4 + length) return;
    received = Buffer.alloc(0);
    answered(head.slice(9, 12));
  });
  socket.on("error", () => answered("connection lost"));
  return (request) => {
    const answer = new Promise<string>((resolve) => {
      answered = resolve;
    });
    socket.write(request);
    return answer;
  };
}
