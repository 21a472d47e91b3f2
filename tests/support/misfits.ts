import { isFreeText, type Schema, sampleOf } from "./door-list.ts";

/** What does not fit a schema, written as JSON: for knocking at doors with it. */

export const marker = "em-la-Nguyen-Thi-Tram-lop-7A";
const deep = 10_000;

export const nestedArrays = "[".repeat(deep) + "]".repeat(deep);
export const nestedObjects = `${'{"a":'.repeat(deep)}1${"}".repeat(deep)}`;
const huge = marker + "x".repeat(200_000);

/** Written JSON that does not fit a field of this schema, with what is wrong with it. */
export function misfits(schema: Schema): readonly (readonly [string, string])[] {
  const wrong: [string, string][] = [
    ["a far too long text", JSON.stringify(huge)],
    ["nested arrays", nestedArrays],
    ["nested objects", nestedObjects],
    ["a number beyond all numbers", "1e999"],
    ["a huge number", "9007199254740993000"],
    ["a fraction", "0.5"],
  ];
  if (schema.nullable !== true) wrong.push(["null", "null"]);
  if (schema.type !== "boolean") wrong.push(["a boolean", "true"]);
  if (schema.type !== "object") wrong.push(["an object", JSON.stringify({ [marker]: marker })]);
  if (schema.type !== "array") wrong.push(["an array", JSON.stringify([marker])]);
  if (!isFreeText(schema)) {
    wrong.push(
      ["a text", JSON.stringify(marker)],
      ["an empty text", '""'],
      ["a NUL character", JSON.stringify(`${marker}\u0000`)],
      ["half a character", `"${marker}\\ud800"`],
    );
  }
  if (schema.type === "array") {
    const tooMany = Array.from({ length: (schema.maxItems ?? 0) + 1 }, () =>
      sampleOf(schema.items ?? {}),
    );
    wrong.push(["too many", JSON.stringify(tooMany)]);
  }
  return wrong;
}

export type Field = { readonly path: readonly (string | number)[]; readonly schema: Schema };

/** Every field of a body, at any depth; of a list, its first entry. */
export function fieldsOf(schema: Schema, path: Field["path"] = []): readonly Field[] {
  const inside = Object.entries(schema.properties ?? {}).map(
    ([name, field]) => [name, field] as const,
  );
  const entries = schema.items === undefined ? inside : [...inside, [0, schema.items] as const];
  return entries.flatMap(([name, field]) => [
    { path: [...path, name], schema: field },
    ...fieldsOf(field, [...path, name]),
  ]);
}

const hole = "a-hole-to-be-filled";

/** The written body with one place holding `written` instead, or nothing at all. */
export function withAt(body: unknown, path: Field["path"], written: string | undefined): string {
  const copy = structuredClone(body) as Record<string | number, unknown>;
  const [last, ...before] = [...path].reverse();
  let place = copy;
  for (const step of before.reverse()) place = place[step] as Record<string | number, unknown>;
  if (written === undefined) delete place[last ?? ""];
  else place[last ?? ""] = hole;
  return JSON.stringify(copy).replace(JSON.stringify(hole), () => written ?? "");
}

/** Whether the field has a name, unlike an entry of a list. */
export function isNamed({ path }: Field): boolean {
  return typeof path.at(-1) === "string";
}
