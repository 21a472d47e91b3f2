import type { FastifyReply, FastifyRequest } from "fastify";
import type { PhoneEvent, Phones, ShownItem } from "../phones.ts";
import { itemHtml } from "./item.ts";

const heartbeatMs = 15_000;

/**
 * A stream of server-sent events with everything that arrives on a phone from now on. A page that lost its
 * connection names the last item it has and gets what came between; a page of an earlier run is told to load again.
 */
export function streamPhones(phones: Phones, request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  const stream = reply.raw;
  stream.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  stream.write("retry: 1500\n\n");

  const known = lastKnown(request);
  if (known?.run === phones.run()) {
    for (const item of phones.after(known.n)) stream.write(itemEvent(phones, item));
  } else {
    stream.write(reloadEvent);
  }

  const stopWatching = phones.watch((event) => stream.write(eventText(phones, event)));
  const heartbeat = setInterval(() => stream.write(": still here\n\n"), heartbeatMs);
  stream.on("close", () => {
    clearInterval(heartbeat);
    stopWatching();
  });
}

const reloadEvent = "event: reload\ndata: {}\n\n";

function eventText(phones: Phones, event: PhoneEvent): string {
  return event.kind === "item" ? itemEvent(phones, event.item) : reloadEvent;
}

function itemEvent(phones: Phones, item: ShownItem): string {
  const { n, personId, app } = item;
  const data = JSON.stringify({ n, personId, app, html: itemHtml(item).html });
  return `id: ${phones.run()}:${n}\nevent: item\ndata: ${data}\n\n`;
}

/** `<run>:<n>` from the browser's own reconnection header, else from the address. */
function lastKnown(request: FastifyRequest): { run: string; n: number } | undefined {
  const fromHeader = request.headers["last-event-id"];
  const fromUrl = new URL(request.url, "http://localhost").searchParams.get("after");
  const match = /^([\w-]+):(\d+)$/.exec(String(fromHeader ?? fromUrl));
  const [run, n] = match?.slice(1) ?? [];
  return run === undefined || n === undefined ? undefined : { run, n: Number(n) };
}
