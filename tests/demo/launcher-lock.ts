import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { birthOf, isAlive } from "./running-process.ts";

const fileName = "launcher";

/**
 * Claims the data folder for this process, so that two launchers never share one database folder.
 * A claim that its process left behind is taken over. Returns the way to give it back.
 */
export async function claimDataDir(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, fileName);
  const claim = `${process.pid} ${await birthOf(process.pid)}\n`;
  for (let tries = 0; tries < 3; tries += 1) {
    if (await wrote(path, claim)) return () => rm(path, { force: true });
    const holder = await liveClaim(dataDir);
    if (holder !== undefined) {
      throw new Error(
        `${dataDir} is already in use by process ${holder}. Stop it first, or set DATA_DIR to another folder.`,
      );
    }
    await rm(path, { force: true });
  }
  throw new Error(`${dataDir} is claimed by several processes at once. Start one of them again.`);
}

/** The process that holds the folder now, if it is still the one that claimed it. */
export async function liveClaim(dataDir: string): Promise<number | undefined> {
  const [pid, birth] = (await readFile(join(dataDir, fileName), "utf8").catch(() => ""))
    .trim()
    .split(" ");
  const holder = Number(pid);
  if (!(Number.isInteger(holder) && holder > 0) || !(await isAlive(holder))) return undefined;
  return birth === (await birthOf(holder)) ? holder : undefined;
}

async function wrote(path: string, claim: string): Promise<boolean> {
  try {
    await writeFile(path, claim, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
