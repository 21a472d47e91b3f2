import type { FastifyReply, FastifyRequest } from "fastify";
import type { PhoneEvent, ShownItem } from "../phones.ts";
import type { Sim } from "../sim.ts";
import { itemHtml, listOf, previewOf } from "./item.ts";

const heartbeatMs = 15_000;

/**
 * A stream of server-sent events with everything that arrives on a phone from now on. A page that lost its
 * connection names the last item it has and gets what came between; a page made before the people or groups
 * changed is told so, and a page of an earlier run to load again.
 */
export function streamPhones(sim: Sim, request: FastifyRequest, reply: FastifyReply): void {
  const { phones } = sim;
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
    if (changesSeen(request) !== phones.changes()) stream.write(changedEvent);
    for (const item of phones.after(known.n)) stream.write(itemEvent(sim, item));
  } else {
    stream.write(reloadEvent);
  }

  const stopWatching = phones.watch((event) => stream.write(eventText(sim, event)));
  const heartbeat = setInterval(() => stream.write(": still here\n\n"), heartbeatMs);
  stream.on("close", () => {
    clearInterval(heartbeat);
    stopWatching();
  });
}

const changedEvent = "event: changed\ndata: {}\n\n";
const reloadEvent = "event: reload\ndata: {}\n\n";

function eventText(sim: Sim, event: PhoneEvent): string {
  return event.kind === "item" ? itemEvent(sim, event.item) : changedEvent;
}

function itemEvent(sim: Sim, item: ShownItem): string {
  const { n, personId } = item;
  const shown = { list: listOf(item), preview: previewOf(item), html: itemHtml(sim, item).html };
  const data = JSON.stringify({ n, personId, ...shown });
  return `id: ${sim.phones.run()}:${n}\nevent: item\ndata: ${data}\n\n`;
}

/** How many changes the page had seen when it was made. */
function changesSeen(request: FastifyRequest): number {
  return Number(new URL(request.url, "http://localhost").searchParams.get("changes"));
}

/** `<run>:<n>` from the browser's own reconnection header, else from the address. */
function lastKnown(request: FastifyRequest): { run: string; n: number } | undefined {
  const fromHeader = request.headers["last-event-id"];
  const fromUrl = new URL(request.url, "http://localhost").searchParams.get("after");
  const match = /^([\w-]+):(\d+)$/.exec(String(fromHeader ?? fromUrl));
  const [run, n] = match?.slice(1) ?? [];
  return run === undefined || n === undefined ? undefined : { run, n: Number(n) };
}
