import { say } from "@truong-an/bot-server/chat/say";
import { ZaloUnreachable } from "@truong-an/bot-server/zalo/errors";
import { afterAll, beforeAll, expect, test } from "vitest";
import { zaloPeople } from "../../demo/directory.ts";
import { zaloSettings } from "../../demo/zalo-settings.ts";
import { setBulletin } from "../../support/bulletin-rows.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { startZaloSim, type ZaloSim } from "../../zalo-sim/start.ts";

const parent = "700000000000000200";
const callsPerMinute = 10;

let sim: ZaloSim;
let doorstep: Doorstep;
beforeAll(async () => {
  sim = await startZaloSim({ port: 0, people: zaloPeople, callsPerMinute });
  doorstep = await openDoorstep(zaloSettings(sim.url));
  sim.setClock(doorstep.clock.now());
  sim.putPerson({ id: parent, name: "Phụ huynh" });
});
afterAll(async () => {
  await doorstep.close();
  await sim.stop();
});

test("when a minute's calls are nearly gone, a bulletin waits and what is urgent is still said", async () => {
  const { world } = doorstep;
  const bulletinId = await setBulletin(doorstep.database);
  for (let said = 0; said < 8; said += 1)
    await say(world, { userId: parent, phrase: { say: "menu" } });

  const announced = say(world, { userId: parent, phrase: { say: "bulletin", bulletinId } });
  await expect(announced).rejects.toThrow(ZaloUnreachable);
  await say(world, {
    userId: parent,
    phrase: { say: "danger", help: { kind: "call", topic: "unclear" }, isTelling: false },
  });

  expect(sim.items(parent)).toHaveLength(9);
});
