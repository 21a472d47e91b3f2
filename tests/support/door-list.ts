import fc from "fast-check";
import type { Doorstep } from "./doorstep.ts";

/** A JSON schema as the OpenAPI document writes it: as much of it as our doors use. */
export type Schema = {
  readonly type?: "object" | "array" | "string" | "integer" | "number" | "boolean";
  readonly nullable?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
};

export type Door = {
  readonly name: string; // "POST /api/reporter/reports"
  readonly method: string;
  readonly path: string; // with {names}
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly contentType: string | undefined;
};

export type Parameter = {
  readonly in: "path" | "query";
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
};

type Operation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
};
export type OpenApi = {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

/** Every door that the server itself lists: a new one is in every test of this list by itself. */
export async function listDoors({ app }: Doorstep): Promise<readonly Door[]> {
  const answer = await app.inject("/api/openapi.json");
  const document = answer.json<OpenApi>();
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [], requestBody }]) => {
      const [contentType, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
      const name = `${method.toUpperCase()} ${path}`;
      return { name, method, path, parameters, body: content?.schema, contentType };
    }),
  );
}

/** What the router really serves, as "GET /path/:name", whether or not the document tells of it. */
export function namesOfServed({ app }: Doorstep): readonly string[] {
  const above: string[] = [];
  const lines = app.printRoutes({ commonPrefix: false, includeHooks: false }).split("\n");
  return lines.flatMap((line) => {
    const [, indent = "", part = "", methods = ""] =
      /^([│ ]*)[├└]── (\S+) \((.+)\)$/.exec(line) ?? [];
    if (part === "") return [];
    const depth = indent.length / 4;
    const path = `${above[depth - 1] ?? ""}${part}`;
    above[depth] = path;
    const named = methods.split(", ").filter((method) => method !== "HEAD");
    return named.map((method) => `${method} ${path}`);
  });
}

/** A value that fits the schema. Always the same one. */
export function sampleOf(schema: Schema): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, field]) => [name, sampleOf(field)]),
      );
    case "array":
      return schema.items === undefined
        ? []
        : Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () =>
            sampleOf(schema.items ?? {}),
          );
    case "string":
      return sampleText(schema);
    case "integer":
    case "number":
      return schema.minimum ?? 1;
    case "boolean":
      return false;
    default:
      return {};
  }
}

function sampleText({ format, pattern, minLength = 0 }: Schema): string {
  if (format === "email") return "nobody@truong-an.invalid";
  if (format === "base64") return "A".repeat(Math.ceil(Math.max(4, minLength) / 4) * 4);
  if (pattern === undefined) return "a".repeat(Math.max(1, minLength));
  const known = sampled.get(pattern);
  if (known !== undefined) return known;
  const [text = ""] = fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 1, seed: 1 });
  sampled.set(pattern, text);
  return text;
}

const sampled = new Map<string, string>(); // by pattern: to find one takes a tenth of a second

/** Whether any text of a fitting length is fine here: a field for what a person types. */
export function isFreeText(schema: Schema): boolean {
  const isClosed = [schema.enum, schema.format, schema.pattern].some((rule) => rule !== undefined);
  return schema.type === "string" && !isClosed;
}
