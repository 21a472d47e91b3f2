import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type SlowLink = {
  /** The same database, by the slow way. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

/**
 * A way to a database on which every answer comes `delayMs` later than it would: what a busy or
 * distant database looks like. Nothing else changes; the order of bytes is kept.
 */
export async function openSlowLink(databaseUrl: string, delayMs: number): Promise<SlowLink> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      open.add(socket.setNoDelay(true));
      socket.on("error", () => undefined); // "close" follows
      socket.on("close", () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on("data", (bytes) => far.write(bytes));
    far.on("data", (bytes) => {
      setTimeout(() => near.write(bytes), delayMs);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const slow = new URL(databaseUrl);
  slow.hostname = "127.0.0.1";
  slow.port = String((server.address() as AddressInfo).port);
  return {
    url: slow.href,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
