export type JsonSchema = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly contentEncoding?: string;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly additionalProperties?: unknown;
};

/** Every place of the schema where a text may stand, with what binds it. */
export function stringLeavesOf(
  schema: JsonSchema,
  path: string,
): readonly (readonly [string, JsonSchema])[] {
  if (schema.type === "string") return [[path, schema]];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
      stringLeavesOf(inner, `${path}.${name}`),
    ),
    ...(schema.items === undefined ? [] : stringLeavesOf(schema.items, `${path}[]`)),
    ...(schema.anyOf ?? []).flatMap((inner) => stringLeavesOf(inner, path)),
  ];
}

/** Every object of the schema, itself included. */
export function objectsIn(schema: JsonSchema): readonly JsonSchema[] {
  const inner = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items === undefined ? [] : [schema.items]),
    ...(schema.anyOf ?? []),
  ].flatMap(objectsIn);
  return schema.type === "object" ? [schema, ...inner] : inner;
}

/** Words that a phone forgot to seal, as they would arrive. */
const inBase64 = Buffer.from("Bạn Bình lớp 8A bị đánh").toString("base64");

/** A closed list, an id, or letters of a code: nothing in which a sentence keeps its spaces and marks. */
export function isClosed(leaf: JsonSchema): boolean {
  if (leaf.enum !== undefined || leaf.format === "uuid") return true;
  if (leaf.pattern === undefined) return false;
  const pattern = new RegExp(leaf.pattern);
  return !["một câu", "mot cau", "Bình", "đánh", "", inBase64].some((words) => pattern.test(words));
}

export type Path = readonly (string | number)[];

/** Every value of a report, every list and every object: where somebody could try to put words. */
export function placesForWords(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return path.length === 0 ? [] : [path];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const inner = entries.flatMap(([key, each]) => placesForWords(each, [...path, key]));
  return [...inner, [...path, Array.isArray(value) ? value.length : "words"]];
}

/** The same report with words at this place. */
export function put(target: unknown, path: Path, words: string): unknown {
  const copy: unknown = structuredClone(target);
  let place = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
  place[path.at(-1) ?? ""] = words;
  return copy;
}
