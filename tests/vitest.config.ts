import { defineConfig } from "vitest/config";

// Tests read the workspace's TypeScript as it is: no build comes first.
const sources = {
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
};
const exclude = ["**/node_modules/**", "dist/**"];

export default defineConfig({
  ...sources,
  test: {
    globalSetup: ["./support/global-set-up.ts"], // once for both projects
    projects: [
      {
        ...sources,
        test: {
          name: "system",
          include: ["**/*.test.ts"],
          exclude: [...exclude, "browser/**"],
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...sources,
        test: {
          name: "browser",
          include: ["browser/**/*.test.ts"],
          exclude,
          pool: "forks",
          // One browser at a time: two would starve each other of the processor.
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
