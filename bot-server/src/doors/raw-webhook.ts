import type { FastifyInstance } from "fastify";
import type { Doors } from "./schemas.ts";

export type RawEvent = {
  readonly body: Buffer | undefined; // as it came: the signature is over these very bytes
  readonly signature: string | readonly string[] | undefined; // undefined: Zalo only probes the address
};

/** A door where Zalo tells signed events: hidden from the schema, and answered with a status alone. */
export function rawWebhook(
  app: Doors,
  { path, bodyBytes }: { readonly path: string; readonly bodyBytes: number },
  answer: (event: RawEvent) => Promise<200 | 403 | 503>,
): void {
  void app.register(async (scope: FastifyInstance) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => {
      done(null, body);
    });
    scope.get(path, { schema: { hide: true } }, async () => "");
    scope.post<{ Body: Buffer | undefined }>(
      path,
      { schema: { hide: true }, bodyLimit: bodyBytes },
      async (request, reply) => {
        const signature = request.headers["x-zevent-signature"];
        const status = await answer({ body: request.body, signature });
        return reply.status(status).send("");
      },
    );
  });
}
