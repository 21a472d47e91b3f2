import type { Chance } from "./chance.ts";
import { day, type SimClock } from "./clock.ts";

/** Something the Official Account has uploaded, to be named in a message within seven days. */
export type Upload = {
  readonly id: string;
  readonly kind: "image" | "gif" | "file";
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  readonly uploadedAt: number;
};

export type Uploads = {
  readonly add: (upload: Pick<Upload, "kind" | "name" | "type" | "bytes">) => Upload;
  readonly find: (id: string) => Upload | undefined;
  readonly isUsable: (upload: Upload) => boolean;
  readonly left: () => number;
  readonly setLeft: (left: number) => void;
  readonly reset: () => void;
};

const life = 7 * day;
const uploadsPerMonth = 5_000;

export function createUploads(clock: SimClock, chance: Chance): Uploads {
  const uploads = new Map<string, Upload>();
  let left = uploadsPerMonth;
  return {
    add: (given) => {
      const upload = { ...given, id: chance.hex(32), uploadedAt: clock.now() };
      uploads.set(upload.id, upload);
      left -= 1;
      return upload;
    },
    find: (id) => uploads.get(id),
    isUsable: (upload) => clock.now() - upload.uploadedAt <= life,
    left: () => left,
    setLeft: (given) => {
      left = given;
    },
    reset: () => {
      uploads.clear();
      left = uploadsPerMonth;
    },
  };
}
