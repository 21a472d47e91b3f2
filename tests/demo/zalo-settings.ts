import { defaults } from "../zalo-sim/defaults.ts";
import type { Destinations } from "../zalo-sim/webhooks.ts";

const botSecret = "sim-bot-webhook-secret";
const staticAccessToken = "sim-access-token"; // always good at the simulator

/** The server's settings when the simulator stands where Zalo would: one address for every part of it. */
export function zaloSettings(simUrl: string) {
  const { app, oa, mini, bot, templates } = defaults;
  return {
    ZALO_OA_BASE: simUrl,
    ZALO_OAUTH_BASE: simUrl,
    ZALO_ZNS_BASE: simUrl,
    ZALO_GRAPH_BASE: simUrl,
    ZALO_MINI_BASE: simUrl,
    ZALO_BOT_BASE: simUrl,
    ZALO_APP_ID: app.id,
    ZALO_APP_SECRET: app.secret,
    ZALO_OA_ID: oa.id,
    ZALO_OA_SECRET: oa.secret,
    ZALO_OA_ACCESS_TOKEN: staticAccessToken,
    ZALO_ZNS_TEMPLATE: templates[0]?.id ?? "",
    ZALO_BOT_TOKEN: bot.token,
    ZALO_BOT_SECRET: botSecret,
    ZALO_MINI_APP_ID: mini.appId,
    ZALO_MINI_APP_KEY: mini.key,
    ZALO_MINI_NOTICE_TEMPLATE: mini.noticeTemplates[0] ?? "",
  };
}

/** The server's doors where the simulator's webhooks knock. */
export function webhookDoors(serverUrl: string): Destinations {
  return {
    url: `${serverUrl}/webhooks/zalo`,
    mini: { url: `${serverUrl}/webhooks/zalo-mini` },
    bot: { url: `${serverUrl}/webhooks/zalo-bot`, secret: botSecret },
  };
}
