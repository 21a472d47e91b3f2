import { randomUUID } from "node:crypto";

export type PhoneButton = { readonly title: string; readonly url: string | undefined };

/** One thing that lights up on a person's phone. */
export type PhoneItem =
  | { readonly app: "zalo"; readonly text: string; readonly buttons: readonly PhoneButton[] }
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
  /** Says that the people themselves changed, so that watchers look again at everything. */
  readonly changed: () => void;
  readonly watch: (watcher: (event: PhoneEvent) => void) => () => void;
  readonly reset: () => void;
};

const keptItems = 2_000;

export function createPhones(): Phones {
  let run: string = randomUUID();
  let last = 0;
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
    changed: () => tell({ kind: "changed" }),
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
