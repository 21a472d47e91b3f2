import type { Chance } from "./chance.ts";
import type { ZaloEvent } from "./events.ts";

/** The Bot of the Zalo Bot Platform. Its token stands in the address of every call. */
export type BotSettings = { readonly token: string; readonly name: string };

/** An ordinary group of people into which somebody has put the Bot. */
export type BotGroup = {
  readonly chatId: string;
  readonly name: string;
  readonly members: readonly string[];
};

export type BotWebhook = { readonly url: string; readonly secret: string; readonly setAt: number };

export type Bot = BotSettings & {
  readonly webhook: () => BotWebhook | undefined;
  readonly setWebhook: (webhook: BotWebhook | undefined) => void;
  readonly groups: () => readonly BotGroup[];
  readonly putInGroup: (name: string, members: readonly string[]) => BotGroup;
  /** Updates that nobody has fetched; only while no webhook is set. */
  readonly takeUpdate: () => ZaloEvent | undefined;
  readonly keepUpdate: (update: ZaloEvent) => void;
  readonly reset: () => void;
};

/** `configured`: where events go unless a call of the Bot's API says otherwise. */
export function createBot(
  settings: BotSettings,
  chance: Chance,
  configured: () => BotWebhook | undefined,
): Bot {
  let webhook: BotWebhook | "none" | undefined;
  let groups: BotGroup[] = [];
  let updates: ZaloEvent[] = [];
  return {
    ...settings,
    webhook: () => (webhook === "none" ? undefined : (webhook ?? configured())),
    setWebhook: (given) => {
      webhook = given ?? "none";
    },
    groups: () => groups,
    putInGroup: (name, members) => {
      const group = { chatId: chance.hex(16), name, members };
      groups = [...groups, group];
      return group;
    },
    takeUpdate: () => updates.shift(),
    keepUpdate: (update) => {
      updates = [...updates, update];
    },
    reset: () => {
      webhook = undefined;
      groups = [];
      updates = [];
    },
  };
}
