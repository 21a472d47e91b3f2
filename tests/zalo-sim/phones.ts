import { randomUUID } from "node:crypto";

/** A button under a message. It opens a page, dials, or says something as the person's own words. */
export type PhoneButton = {
  readonly title: string;
  readonly url: string | undefined;
  readonly says: string | undefined;
  /** What it says is not shown in the chat (`oa.query.hide`). */
  readonly saysQuietly: boolean;
  readonly dials: string | undefined;
};

export type PhoneAttachment =
  | { readonly kind: "image"; readonly url: string }
  | { readonly kind: "file"; readonly name: string; readonly url: string }
  | { readonly kind: "sticker"; readonly url: string }
  | { readonly kind: "location"; readonly latitude: string; readonly longitude: string }
  | { readonly kind: "asks-contact"; readonly title: string; readonly subtitle: string }
  | { readonly kind: "list"; readonly rows: readonly ListRow[] };

export type ListRow = { readonly title: string; readonly subtitle: string; readonly url: string };

/** One line of a chat in Zalo. */
export type ZaloItem = {
  readonly app: "zalo";
  /** With the Official Account (ZNS arrives there too), in a group, with the Bot, or the Mini App's notices. */
  readonly chat: "oa" | "group" | "bot" | "notices";
  readonly groupId: string | undefined;
  /** `admin`: a human who answers for the Official Account; `member`: another person in a group. */
  readonly from: "oa" | "admin" | "bot" | "notices" | "me" | "member";
  readonly senderId: string | undefined;
  readonly messageId: string;
  readonly isZns: boolean;
  readonly text: string;
  readonly buttons: readonly PhoneButton[];
  readonly attachment: PhoneAttachment | undefined;
};

/** One thing that lights up on a person's phone. */
export type PhoneItem =
  | ZaloItem
  | { readonly app: "mail"; readonly from: string; readonly subject: string; readonly text: string }
  | { readonly app: "sms"; readonly text: string; readonly url: string };

export type ShownItem = PhoneItem & {
  readonly n: number;
  readonly personId: string;
  readonly at: number;
};

export type PhoneEvent =
  | { readonly kind: "item"; readonly item: ShownItem }
  | { readonly kind: "changed" };

/** What lies on every phone, in order of arrival, and who is watching. */
export type Phones = {
  /** Names this run: numbers of items count from 1 in each. */
  readonly run: () => string;
  readonly show: (personId: string, at: number, item: PhoneItem) => ShownItem;
  readonly items: (personId?: string) => readonly ShownItem[];
  readonly after: (n: number) => readonly ShownItem[];
  /** Says that the people or groups themselves changed, so that watchers look again at everything. */
  readonly changed: () => void;
  /** How often that was said in this run: a page made before the last time is out of date. */
  readonly changes: () => number;
  readonly watch: (watcher: (event: PhoneEvent) => void) => () => void;
  readonly reset: () => void;
};

const keptItems = 2_000;

export function createPhones(): Phones {
  let run: string = randomUUID();
  let last = 0;
  let changes = 0;
  let items: ShownItem[] = [];
  const watchers = new Set<(event: PhoneEvent) => void>();
  const tell = (event: PhoneEvent) => {
    for (const watcher of watchers) watcher(event);
  };

  return {
    run: () => run,
    show: (personId, at, item) => {
      last += 1;
      const shown = { ...item, n: last, personId, at };
      items = [...items.slice(-(keptItems - 1)), shown];
      tell({ kind: "item", item: shown });
      return shown;
    },
    items: (personId) =>
      items.filter((item) => personId === undefined || item.personId === personId),
    after: (n) => items.filter((item) => item.n > n),
    changed: () => {
      changes += 1;
      tell({ kind: "changed" });
    },
    changes: () => changes,
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    reset: () => {
      run = randomUUID();
      last = 0;
      items = [];
      tell({ kind: "changed" });
    },
  };
}

/** A line of a chat; what is left out is not there. */
export function chatLine(
  line: Pick<ZaloItem, "chat" | "from" | "text" | "messageId"> & Partial<ZaloItem>,
): ZaloItem {
  return {
    app: "zalo",
    groupId: undefined,
    senderId: undefined,
    isZns: false,
    buttons: [],
    attachment: undefined,
    ...line,
  };
}
