/** Something that happened at Zalo and that somebody's webhook should hear. */
export type ZaloEvent = {
  readonly door: "oa" | "mini" | "bot";
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** ZNS events share the Official Account's address and say so in a header. */
  readonly isZns: boolean;
};

export type Events = {
  readonly emit: (event: ZaloEvent) => void;
  readonly all: () => readonly ZaloEvent[];
  readonly listen: (listener: (event: ZaloEvent) => void) => void;
  readonly reset: () => void;
};

const keptEvents = 2_000;

export function createEvents(): Events {
  let events: ZaloEvent[] = [];
  const listeners: ((event: ZaloEvent) => void)[] = [];
  return {
    emit: (event) => {
      events = [...events.slice(-(keptEvents - 1)), event];
      for (const listener of listeners) listener(event);
    },
    all: () => events,
    listen: (listener) => listeners.push(listener),
    reset: () => {
      events = [];
    },
  };
}
