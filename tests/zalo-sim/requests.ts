import type { FastifyRequest } from "fastify";

/** What arrived at one of Zalo's own addresses, for tests to look at. */
export type RecordedRequest = {
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
};

export type Requests = {
  readonly record: (request: FastifyRequest, at: number) => void;
  readonly all: () => readonly RecordedRequest[];
  readonly reset: () => void;
};

const keptRequests = 2_000;

export function createRequests(): Requests {
  let requests: RecordedRequest[] = [];
  return {
    record: ({ method, url, headers, body }, at) => {
      const recorded = { at, method, url, headers: { ...headers }, body };
      requests = [...requests.slice(-(keptRequests - 1)), recorded];
    },
    all: () => requests,
    reset: () => {
      requests = [];
    },
  };
}
