import type { ZaloSim } from "./start.ts";

/** For the simulator's own tests: how a client of Zalo asks. */
export type Asking = {
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly get: (path: string, query?: Record<string, string>) => Promise<Answer>;
  readonly upload: (path: string, file: Blob, name?: string) => Promise<Answer>;
};

// biome-ignore lint/suspicious/noExplicitAny: an answer of any shape, looked at by one test
export type Answer = any;

export function asking(sim: ZaloSim): Asking {
  const own = { access_token: "sim-access-token" };
  const json = { ...own, "content-type": "application/json" };
  return {
    post: async (path, body, headers = json) => {
      const init = { method: "POST", headers, body: JSON.stringify(body) };
      return (await fetch(`${sim.url}${path}`, init)).json();
    },
    get: async (path, query = {}) => {
      const search = new URLSearchParams(query);
      return (await fetch(`${sim.url}${path}?${search}`, { headers: own })).json();
    },
    upload: async (path, file, name = "a.jpg") => {
      const body = new FormData();
      body.append("file", file, name);
      return (await fetch(`${sim.url}${path}`, { method: "POST", headers: own, body })).json();
    },
  };
}

/** A small picture that begins as a JPEG does. */
export function aJpeg(bytes = 1_000): Blob {
  return new Blob([Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(bytes)])], {
    type: "image/jpeg",
  });
}
