/** What one request carried to the server and what came back. */
export type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly sentHeaders: Headers;
  readonly sent: Buffer;
  readonly status: number;
  readonly headers: Headers;
  readonly received: Buffer;
};

export type Traffic = {
  readonly exchanges: () => readonly Exchange[];
  readonly stop: () => void;
};

/**
 * Writes down every call that this process makes with `fetch`, and adds headers to each, as a
 * phone, a proxy or a hostile program on the way might.
 */
export function watchTraffic(added: Readonly<Record<string, string>> = {}): Traffic {
  const exchanges: Exchange[] = [];
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    for (const [name, value] of Object.entries(added)) headers.set(name, value);
    const request = new Request(input, { ...init, headers });
    const copy = request.clone();
    const response = await original(request);
    const { pathname, search } = new URL(request.url);
    exchanges.push({
      method: request.method,
      path: pathname + search,
      sentHeaders: headers,
      sent: Buffer.from(await copy.arrayBuffer()),
      status: response.status,
      headers: response.headers,
      received: Buffer.from(await response.clone().arrayBuffer()),
    });
    return response;
  };
  return {
    exchanges: () => exchanges,
    stop: () => {
      globalThis.fetch = original;
    },
  };
}
