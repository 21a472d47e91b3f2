import type { FastifyInstance } from "fastify";
import { takeBotMessage } from "../alerts/bot-ear.ts";
import type { World } from "../world.ts";
import { readBotEvent } from "../zalo/read-bot-event.ts";
import { isBotSecret } from "../zalo/webhook.ts";
import type { Doors } from "./schemas.ts";

const path = "/webhooks/zalo-bot";
const bodyBytes = 64 * 1024;

/**
 * Where the Zalo Bot Platform tells what is written to our Bot. Only what carries our secret is
 * read; an update that is nothing for us is answered all the same, or it would come again.
 */
export function botWebhookDoor(app: Doors, world: World): void {
  void app.register(async (scope: FastifyInstance) => {
    scope.post(path, { schema: { hide: true }, bodyLimit: bodyBytes }, async (request, reply) => {
      const secret = request.headers["x-bot-api-secret-token"];
      if (!isBotSecret(world.config, secret)) return reply.status(403).send("");
      const event = readBotEvent(request.body);
      if (event !== undefined) await takeBotMessage(world, event);
      return reply.status(200).send("");
    });
  });
}
