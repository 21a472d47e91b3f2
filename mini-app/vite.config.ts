import { resolve } from "node:path";
import { defaultClientConditions, defineConfig, loadEnv, type Plugin } from "vite";

export default defineConfig(({ mode }) => {
  const settings = loadEnv(mode, import.meta.dirname, ["DIRECTORY_KEY", "API_BASE"]);
  const directoryKey = settings["DIRECTORY_KEY"] ?? null;
  return {
    base: "./", // the same files work at "/", under "/zapps/<id>/" and on any host
    resolve: { conditions: ["source", ...defaultClientConditions] },
    define: {
      __DIRECTORY_KEY__: JSON.stringify(directoryKey),
      __API_BASE__: JSON.stringify(settings["API_BASE"] ?? ""),
    },
    worker: { format: "es" },
    build: {
      outDir: "www",
      target: "es2020",
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1_300, // the trained weights: fetched late, in a chunk of their own
      assetsInlineLimit: 0, // a strict content policy allows no data: scripts, fonts or styles
      rolldownOptions: {
        input: [
          resolve(import.meta.dirname, "index.html"),
          resolve(import.meta.dirname, "console.html"),
        ],
      },
    },
    plugins: [writeBuildValues(directoryKey)],
  };
});

/** Says beside the pages which administrator's key they trust, so that a runner can tell a stale build. */
function writeBuildValues(directoryKey: string | null): Plugin {
  return {
    name: "truong-an-build-values",
    apply: "build",
    generateBundle() {
      if (directoryKey === null) {
        this.warn(
          "DIRECTORY_KEY is not set: this build trusts no desk and will refuse to seal a report",
        );
      }
      this.emitFile({
        type: "asset",
        fileName: "build.json",
        source: `${JSON.stringify({ directoryKey })}\n`,
      });
    },
  };
}
