import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** The built Mini App, seen the same from src/doors and from dist/doors. */
const www = fileURLToPath(new URL("../../../mini-app/www", import.meta.url));

/**
 * The built pages: the Mini App at `/` and, as inside Zalo, at `/zapps/<id>/`; the console at
 * `/console`. File names carry a hash of their content, so they may be kept for ever.
 */
export async function pages(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(www, "assets"),
    prefix: "/assets/",
    immutable: true,
    maxAge: "365d",
    wildcard: false,
  });
  await app.register(fastifyStatic, {
    root: join(www, "assets"),
    prefix: "/zapps/:appId/assets/",
    decorateReply: false,
    immutable: true,
    maxAge: "365d",
  });
  const reporter = await readFile(join(www, "index.html"));
  const console = await readFile(join(www, "console.html"));
  for (const [path, page] of [
    ["/", reporter],
    ["/zapps/:appId/", reporter],
    ["/console", console],
  ] as const) {
    app.get(path, { schema: { hide: true } }, (_request, reply) =>
      reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(page),
    );
  }
}
