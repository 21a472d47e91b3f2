import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newIdentity } from "@truong-an/shared/sealing/age";
import { z } from "zod";

/** What the demonstration keeps in its data folder between starts, readable by its owner only. */
const Secrets = z.object({ SERVER_KEY: z.string(), PUZZLE_KEY: z.string() });
export type Secrets = z.infer<typeof Secrets>;

const Invitations = z.array(
  z.object({ personId: z.string(), zaloId: z.string(), printed: z.string() }),
);
export type Invitations = Readonly<z.infer<typeof Invitations>>;

/** The server's own secrets: made at the first start. In production they come from the environment. */
export async function keptSecrets(dataDir: string): Promise<Secrets> {
  const known = await read(dataDir, "secrets.json");
  if (known !== undefined) return Secrets.parse(known);
  const secrets = {
    SERVER_KEY: await newIdentity(),
    PUZZLE_KEY: randomBytes(32).toString("base64url"),
  };
  await write(dataDir, "secrets.json", secrets);
  return secrets;
}

/** The invitations that the seed wrote. A real administrator hands them over and keeps no copy. */
export async function keptInvitations(dataDir: string, fresh: Invitations): Promise<Invitations> {
  if (fresh.length > 0) await write(dataDir, "invitations.json", fresh);
  return Invitations.parse((await read(dataDir, "invitations.json")) ?? []);
}

async function read(dataDir: string, name: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(dataDir, name), "utf8"));
  } catch {
    return undefined; // not there yet
  }
}

async function write(dataDir: string, name: string, value: unknown): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, name);
  await writeFile(`${path}.new`, JSON.stringify(value), { mode: 0o600 });
  await rename(`${path}.new`, path);
}
