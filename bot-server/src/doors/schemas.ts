import swagger from "@fastify/swagger";
import { RefusalBody } from "@truong-an/shared/api/refusal";
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
  RouteOptions,
} from "fastify";
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";

/** A Fastify whose routes speak zod: bodies are checked, answers are trimmed to their schema. */
export type Doors = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Every door under `/api` may refuse, always in the same shape. */
function sayHowRefusalsLook(route: RouteOptions): void {
  if (!route.url.startsWith("/api/") || route.schema === undefined) return;
  const answers = route.schema.response;
  route.schema.response = { ...(typeof answers === "object" ? answers : {}), "4xx": RefusalBody };
}

/** Teaches Fastify zod and collects every door under `/api` into `/api/openapi.json`. */
export async function registerSchemas(app: FastifyInstance): Promise<Doors> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.addContentTypeParser(
    "application/octet-stream",
    { parseAs: "buffer" },
    (_request, body, done) => done(null, body),
  );
  app.addHook("onRoute", sayHowRefusalsLook);
  await app.register(swagger, {
    openapi: { info: { title: "Trường An", version: "1" } },
    transform: jsonSchemaTransform,
    hideUntagged: false,
  });
  const doors = app.withTypeProvider<ZodTypeProvider>();
  doors.get("/api/openapi.json", { schema: { hide: true } }, () => app.swagger());
  return doors;
}
