import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Parcel } from "./parcel.ts";

interface Schema extends DBSchema {
  parcels: { key: string; value: Parcel };
}

export type OutboxStore = {
  readonly isLasting: boolean; // false: kept in memory, lost when the page closes
  readonly all: () => Promise<readonly Parcel[]>;
  readonly keep: (parcel: Parcel) => Promise<void>;
  readonly remove: (submissionId: string) => Promise<void>;
};

/** IndexedDB where the browser allows it; memory where it is blocked. Never throws for that reason. */
export async function openOutboxStore(): Promise<OutboxStore> {
  try {
    const db = await openDB<Schema>("truong-an", 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore("parcels");
      },
    });
    return lastingStore(db);
  } catch {
    return memoryStore();
  }
}

function lastingStore(db: IDBPDatabase<Schema>): OutboxStore {
  return {
    isLasting: true,
    all: () => db.getAll("parcels"),
    keep: async (parcel) => {
      await db.put("parcels", parcel, parcel.report.submissionId);
    },
    remove: (submissionId) => db.delete("parcels", submissionId),
  };
}

export function memoryStore(): OutboxStore {
  const parcels = new Map<string, Parcel>();
  return {
    isLasting: false,
    all: async () => [...parcels.values()],
    keep: async (parcel) => {
      parcels.set(parcel.report.submissionId, parcel);
    },
    remove: async (submissionId) => {
      parcels.delete(submissionId);
    },
  };
}
