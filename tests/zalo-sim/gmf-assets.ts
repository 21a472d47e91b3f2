import { z } from "zod";
import { day, type SimClock } from "./clock.ts";
import { Impossible } from "./impossible.ts";

/** What pays for one group and limits its size. */
export const ProductType = z.enum(["gmf10", "gmf50", "gmf100", "gmf1000"]);
export const QuotaType = z.enum(["sub_quota", "purchase_quota", "reward_quota"]);

export type NewAsset = {
  readonly id: string;
  readonly productType: z.infer<typeof ProductType>;
  readonly quotaType: z.infer<typeof QuotaType>;
  readonly validDays: number;
};

export type Asset = Omit<NewAsset, "validDays"> & {
  readonly validThrough: number;
  readonly usedBy: string | undefined;
};

export type Assets = {
  readonly all: () => readonly Asset[];
  readonly find: (id: string) => Asset | undefined;
  readonly isValid: (id: string) => boolean;
  readonly give: (id: string, groupId: string | undefined) => void;
  readonly setValidThrough: (id: string, validThrough: number) => void;
  /** As long as they were at the start, still used by the same groups. */
  readonly renew: () => void;
  readonly reset: () => void;
};

/** Members beside the Official Account itself. */
export const maxMembers = { gmf10: 10, gmf50: 50, gmf100: 100, gmf1000: 1_000 } as const;

export function createAssets(initial: readonly NewAsset[], clock: SimClock): Assets {
  const assets = new Map<string, Asset>();
  const change = (id: string, changes: Partial<Asset>) => {
    const asset = assets.get(id);
    if (asset === undefined) throw new Impossible("no asset has this id");
    assets.set(id, { ...asset, ...changes });
  };
  const renew = () => {
    for (const { validDays, ...asset } of initial) {
      const validThrough = clock.now() + validDays * day;
      assets.set(asset.id, { ...asset, validThrough, usedBy: assets.get(asset.id)?.usedBy });
    }
  };
  const reset = () => {
    assets.clear();
    renew();
  };
  reset();

  return {
    all: () => [...assets.values()],
    find: (id) => assets.get(id),
    isValid: (id) => clock.now() <= (assets.get(id)?.validThrough ?? 0),
    give: (id, usedBy) => change(id, { usedBy }),
    setValidThrough: (id, validThrough) => change(id, { validThrough }),
    renew,
    reset,
  };
}
