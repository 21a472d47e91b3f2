import type { Config } from "../config.ts";
import { openBot, type ZaloBot } from "./bot.ts";
import { openZalo, type Zalo } from "./client.ts";
import { openGraph, type ZaloGraph } from "./graph.ts";
import { type MiniNotices, openMiniNotices } from "./mini-notices.ts";
import type { TokenSource } from "./tokens.ts";
import { openZns, type Zns } from "./zns.ts";

/** The ways to Zalo. Each is undefined when the settings that it needs are not given. */
export type ZaloWays = {
  readonly zalo: Zalo | undefined;
  readonly zns: Zns | undefined;
  readonly bot: ZaloBot | undefined;
  readonly notices: MiniNotices | undefined;
  readonly graph: ZaloGraph | undefined;
};

const timeoutMs = 5_000;

/** Opens what the configuration names. Nothing is sent until somebody asks. */
export function openZaloWays(
  config: Config,
  tokens: TokenSource | undefined,
  now: () => number,
): ZaloWays {
  return {
    ...officialAccount(config, tokens, now),
    bot: botOf(config),
    notices: noticesOf(config),
    graph: graphOf(config),
  };
}

function officialAccount(
  config: Config,
  tokens: TokenSource | undefined,
  now: () => number,
): Pick<ZaloWays, "zalo" | "zns"> {
  if (tokens === undefined) return { zalo: undefined, zns: undefined };
  const { ZALO_OA_BASE, ZALO_ZNS_BASE, ZALO_BUTTON_TEMPLATE: buttonTemplate } = config;
  const { ZALO_BUTTON_PRESS: buttonPress } = config;
  return {
    zalo: openZalo(
      { oaBaseUrl: ZALO_OA_BASE, buttonTemplate, buttonPress, timeoutMs, now },
      tokens,
    ),
    zns: openZns({ znsBaseUrl: ZALO_ZNS_BASE, timeoutMs, now }, tokens),
  };
}

function botOf(config: Config): ZaloBot | undefined {
  const { ZALO_BOT_BASE: botBaseUrl, ZALO_BOT_TOKEN: token } = config;
  return token === undefined ? undefined : openBot({ botBaseUrl, token, timeoutMs });
}

function noticesOf(config: Config): MiniNotices | undefined {
  const { ZALO_MINI_BASE: miniBaseUrl, ZALO_MINI_APP_ID: miniAppId } = config;
  const { ZALO_MINI_APP_KEY: key, ZALO_MINI_NOTICE_TEMPLATE: templateId } = config;
  if (miniAppId === undefined || key === undefined || templateId === undefined) return undefined;
  return openMiniNotices({ miniBaseUrl, miniAppId, key, templateId, timeoutMs });
}

function graphOf(config: Config): ZaloGraph | undefined {
  const { ZALO_GRAPH_BASE: graphBaseUrl, ZALO_APP_SECRET: appSecret } = config;
  return appSecret === undefined ? undefined : openGraph({ graphBaseUrl, appSecret, timeoutMs });
}
