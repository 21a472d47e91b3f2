import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type Parcel, submissionIdOf } from "./parcel.ts";

interface Schema extends DBSchema {
  parcels: { key: string; value: Parcel };
}

/** Parcels on this phone. Nothing here fails, and no change takes longer than three seconds. */
export type OutboxStore = {
  /** What an earlier visit left, whenever the phone gives it out. Nothing where storage is blocked. */
  readonly all: () => Promise<readonly Parcel[]>;
  /** Whether it is kept beyond this page. False when the phone refuses or is too slow to say. */
  readonly keep: (parcel: Parcel) => Promise<boolean>;
  readonly remove: (submissionId: string) => Promise<void>;
};

const longestWaitMs = 3_000;

/**
 * IndexedDB, where the browser allows it. A change that takes too long is still made when it can
 * be, in its turn: later changes never overtake it.
 */
export function openOutboxStore(open: () => Promise<ParcelsDb> = openParcels): OutboxStore {
  const opening = open();
  const change = (write: (db: ParcelsDb) => Promise<unknown>) => inTime(opening.then(write));
  return {
    all: () => opening.then((db) => db.getAll("parcels")).catch(() => []),
    keep: (parcel) => change((db) => db.put("parcels", parcel, submissionIdOf(parcel))),
    remove: async (submissionId) => {
      await change((db) => db.delete("parcels", submissionId));
    },
  };
}

/** The part of the database that the outbox uses. */
export type ParcelsDb = Pick<IDBPDatabase<Schema>, "getAll" | "put" | "delete">;

async function openParcels(): Promise<ParcelsDb> {
  return openDB<Schema>("truong-an", 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore("parcels");
    },
  });
}

/** Whether the work was done, and in time. */
function inTime(work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), longestWaitMs);
    const settle = (isDone: boolean) => {
      clearTimeout(timer);
      resolve(isDone);
    };
    work.then(
      () => settle(true),
      () => settle(false),
    );
  });
}
