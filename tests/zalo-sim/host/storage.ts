import { z } from "zod";

/** A Mini App's own storage on each phone (`processActionMPDS`). */
export type HostStorage = {
  readonly request: (personId: string, request: string) => string;
  readonly kept: (personId: string) => Readonly<Record<string, string>>;
  readonly reset: () => void;
};

const keys = z.array(z.string());
const Request = z.discriminatedUnion("mpds_action", [
  z.object({
    mpds_action: z.literal("mpds.set"),
    mpds_data: z.object({ map: z.record(z.string(), z.string()) }),
  }),
  z.object({ mpds_action: z.literal("mpds.get"), mpds_data: z.object({ keys }) }),
  z.object({ mpds_action: z.literal("mpds.remove.key"), mpds_data: z.object({ keys }) }),
  z.object({ mpds_action: z.literal("mpds.clear.appData") }),
  z.object({ mpds_action: z.literal("mpds.get.size") }),
]);
type Request = z.infer<typeof Request>;

const unknownAction = { error_code: -3_000, error_message: "" };

export function createHostStorage(): HostStorage {
  const phones = new Map<string, Map<string, string>>();
  const on = (personId: string) => {
    const kept = phones.get(personId) ?? new Map<string, string>();
    phones.set(personId, kept);
    return kept;
  };
  return {
    request: (personId, text) => {
      const request = Request.safeParse(JSON.parse(text));
      if (!request.success) return JSON.stringify(unknownAction);
      const mpds_data = carriedOut(on(personId), request.data);
      return JSON.stringify({ error_code: 0, data: { mpds_data } });
    },
    kept: (personId) => Object.fromEntries(on(personId)),
    reset: () => phones.clear(),
  };
}

function carriedOut(kept: Map<string, string>, request: Request): object {
  switch (request.mpds_action) {
    case "mpds.set":
      for (const [key, value] of Object.entries(request.mpds_data.map)) kept.set(key, value);
      return { error_keys: [] };
    case "mpds.get":
      return {
        map: Object.fromEntries(
          request.mpds_data.keys.flatMap((key) => (kept.has(key) ? [[key, kept.get(key)]] : [])),
        ),
      };
    case "mpds.remove.key":
      for (const key of request.mpds_data.keys) kept.delete(key);
      return { error_keys: [] };
    case "mpds.clear.appData":
      kept.clear();
      return {};
    case "mpds.get.size":
      return { size: [...kept].reduce((sum, [key, value]) => sum + key.length + value.length, 0) };
  }
}
