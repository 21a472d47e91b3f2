import { askForBotUpdates, registerBot } from "@truong-an/bot-server/alerts/register-bot";
import { afterEach, expect, test } from "vitest";
import { type Alerting, openAlerting } from "../../support/alerting.ts";

let house: Alerting;
afterEach(() => house.close());

test("a worker that starts has the Bot's updates sent here, however often it starts", async () => {
  house = await openAlerting({ PUBLIC_URL: "https://truong-an.example.vn" });
  await askForBotUpdates(house.world);
  await askForBotUpdates(house.world);

  const done = await house.crank("register-bot");
  await registerBot(house.world);

  const asked = house.sim.requests().filter(({ url }) => url.endsWith("/setWebhook"));
  expect(done).toBe(1);
  expect(asked.map(({ body }) => body)).toEqual(
    [1, 2].map(() => ({
      url: "https://truong-an.example.vn/webhooks/zalo-bot",
      secret_token: house.world.config.ZALO_BOT_SECRET,
    })),
  );
});

test("an address that Zalo cannot reach is not told to it", async () => {
  house = await openAlerting({ PUBLIC_URL: "http://127.0.0.1:3000" });

  await askForBotUpdates(house.world);

  expect(await house.waiting("register-bot")).toEqual([]);
});
