// The pages straight from their sources, for `npm run dev`: a process of its own, because Vite ends
// its process at once when asked to, and the database needs a moment. It ends with its parent.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, say } from "./place.mjs";

const miniApp = join(root, "mini-app");
const vitePath = createRequire(join(miniApp, "package.json")).resolve("vite");
const { createServer } = await import(pathToFileURL(vitePath).href);

process.on("disconnect", () => process.exit());
const pages = await createServer({
  root: miniApp,
  configFile: join(miniApp, "vite.config.ts"),
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: { "/api": `http://127.0.0.1:${process.env.PORT ?? "3000"}` },
  },
});
await pages.listen();
say(`Pages from their sources: ${pages.resolvedUrls?.local[0] ?? "http://127.0.0.1:5173/"}`);
