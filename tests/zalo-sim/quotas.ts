import { hour, type SimClock } from "./clock.ts";
import type { Changing } from "./conditions.ts";
import { type Conditions, changing } from "./conditions.ts";
import { vietnamDate } from "./dates.ts";
import type { Person } from "./people.ts";

/** What the Official Account may still send. */
export type Allowances = {
  readonly messages: number; // consultation messages of the package, after the free window
  readonly znsToday: number;
  readonly templateToday: number; // the same for one ZNS template
  readonly notices: number; // Mini App notifications
  readonly botMessages: number;
};

export type Quotas = {
  readonly left: Changing<Allowances>;
  /** Uses one; false when nothing is left. */
  readonly use: (of: keyof Allowances) => boolean;
  /** Pays for one consultation message; nothing when neither the free window nor the package can. */
  readonly payMessage: (person: Person) => MessageQuota | undefined;
  readonly freeRepliesLeft: (person: Person) => number;
  readonly reset: () => void;
};

export type MessageQuota = {
  readonly quota_type: "reply" | "sub_quota";
  readonly remain: string;
  readonly total: string;
  readonly expired_date: string;
  readonly owner_type: "OA";
  readonly owner_id: string;
};

export const messagesInPackage = 500;
export const freeReplies = 8;
const freeWindow = 48 * hour;

const usual: Allowances = {
  messages: messagesInPackage,
  znsToday: 500,
  templateToday: 500,
  notices: 1_000,
  botMessages: 3_000,
};

export function createQuotas(
  oaId: string,
  clock: SimClock,
  conditions: Changing<Conditions>,
): Quotas {
  const left = changing(usual);
  const replies = new Map<string, { readonly since: number; readonly used: number }>();

  const used = (person: Person) => {
    const counted = replies.get(person.id);
    return counted?.since === person.lastInteractionAt ? counted.used : 0;
  };
  const use = (of: keyof Allowances) => {
    const remaining = left.now()[of];
    if (remaining > 0) left.set({ [of]: remaining - 1 });
    return remaining > 0;
  };
  const freeRepliesLeft = (person: Person) => {
    const isOpen = clock.now() - (person.lastInteractionAt ?? 0) <= freeWindow;
    return isOpen ? Math.max(0, freeReplies - used(person)) : 0;
  };
  const isFree = (person: Person) => {
    const isOpen = clock.now() - (person.lastInteractionAt ?? 0) <= freeWindow;
    return isOpen && (conditions.now().replies === "unlimited" || freeRepliesLeft(person) > 0);
  };

  return {
    left,
    use,
    freeRepliesLeft,
    payMessage: (person) => {
      const owner = { owner_type: "OA", owner_id: oaId } as const;
      if (isFree(person)) {
        const since = person.lastInteractionAt ?? 0;
        replies.set(person.id, { since, used: used(person) + 1 });
        return {
          quota_type: "reply",
          remain: String(freeRepliesLeft(person)),
          total: String(freeReplies),
          expired_date: vietnamDate(since + freeWindow),
          ...owner,
        };
      }
      if (!use("messages")) return undefined;
      return {
        quota_type: "sub_quota",
        remain: String(left.now().messages),
        total: String(messagesInPackage),
        expired_date: "31/12/2027",
        ...owner,
      };
    },
    reset: () => {
      left.reset();
      replies.clear();
    },
  };
}
