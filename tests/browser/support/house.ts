import { createServer } from "node:net";
import { people } from "../../demo/directory.ts";
import { openBackdrop, openStage, type Stage, type StageOptions } from "../../support/stage.ts";

/** Shows on each phone of the simulator what the demonstration shows: invitations and letters. */
export async function openHouse({ settings = {}, ...rest }: StageOptions = {}): Promise<Stage> {
  const stage = await openStage({ ...rest, settings: { ...(await ownAddress()), ...settings } });
  furnish(stage, stage.url);
  return stage;
}

/** A house whose server is another process: it can be killed, and come back at the same address. */
export async function openHouseWithoutServer(settings: Readonly<Record<string, string>> = {}) {
  const address = await ownAddress();
  const backdrop = await openBackdrop({ settings: { ...address, ...settings } });
  furnish(backdrop, address.PUBLIC_URL);
  return { ...backdrop, url: address.PUBLIC_URL };
}

/** The id of the person who sits at this desk. */
export function personAt(desk: string) {
  const person = people.find((one) => one.desk === desk);
  if (person === undefined) throw new Error("nobody sits at this desk");
  return person;
}

function furnish(
  { sim, mail, invitations }: Pick<Stage, "sim" | "mail" | "invitations">,
  url: string,
): void {
  mail.onMail((letter) => sim.showMail(letter));
  for (const { zaloId, printed } of invitations) {
    sim.invite(zaloId, { text: "Lời mời", url: `${url}/console#/invitation/${printed}` });
  }
}

/** Alerts and the console's same-origin check need to know the address before the server starts. */
async function ownAddress(): Promise<{ PORT: string; PUBLIC_URL: string }> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return { PORT: String(address.port), PUBLIC_URL: `http://127.0.0.1:${address.port}` };
}
