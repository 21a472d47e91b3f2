import { runNode } from "./children.mjs";
import { programs, say } from "./place.mjs";
import { refuseGaps } from "./routes.mjs";

const packages = ["shared", "bot-server", "mini-app", "tests"];
const steps = [
  ["style and lint", programs.biome, ["check", "--error-on-warnings", "."]],
  ["types", programs.tsc, ["-b", ...packages]],
  [
    "who may import whom",
    programs.depcruise,
    [
      "--config",
      ".dependency-cruiser.mjs",
      "shared/src",
      "bot-server/src",
      "mini-app/src",
      "tests",
    ],
  ],
  ["nothing unused", programs.knip, []],
];

/** Every check that needs no running server, in order; the first that fails ends it. */
export async function check() {
  for (const [title, program, args] of steps) {
    say(`── ${title}`);
    const code = await runNode(program, args, { stdout: "inherit" });
    if (code !== 0) {
      say(`The check "${title}" failed.`);
      process.exit(code);
    }
  }
  await refuseGaps();
}
