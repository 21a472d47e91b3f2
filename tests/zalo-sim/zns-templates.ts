import { z } from "zod";
import type { Problem } from "./oa-api.ts";

/** A message that Zalo has read beforehand, with gaps to fill. */
export const Template = z.strictObject({
  id: z.string().regex(/^\d{1,20}$/),
  name: z.string(),
  status: z.enum(["PENDING_REVIEW", "ENABLE", "REJECT", "DISABLE"]),
  /** With `{{name}}` for every parameter. */
  text: z.string(),
  params: z.array(
    z.strictObject({
      name: z.string(),
      require: z.boolean(),
      type: z.enum(["STRING", "NUMBER", "DATE"]),
      maxLength: z.number().int(),
      minLength: z.number().int(),
    }),
  ),
  button: z.strictObject({ title: z.string(), url: z.url() }).optional(),
  /** May also be sent to a Zalo id (`/v3.0/oa/message/template`). */
  byUserId: z.boolean(),
  /** Another Official Account's. */
  isForeign: z.boolean(),
});
export type Template = z.infer<typeof Template>;

export type Templates = {
  readonly all: () => readonly Template[];
  readonly find: (id: string) => Template | undefined;
  readonly put: (template: Template) => void;
  readonly reset: () => void;
};

export function createTemplates(initial: readonly Template[]): Templates {
  const templates = new Map<string, Template>();
  const reset = () => {
    templates.clear();
    for (const template of initial) templates.set(template.id, template);
  };
  reset();
  return {
    all: () => [...templates.values()],
    find: (id) => templates.get(id),
    put: (template) => templates.set(template.id, template),
    reset,
  };
}

/** What is wrong with the values for a template's gaps, as ZNS says it. */
export function valuesProblem(
  template: Template,
  values: Readonly<Record<string, unknown>>,
): Problem | undefined {
  for (const param of template.params) {
    const value = values[param.name];
    if (value === undefined || value === "") {
      if (param.require) return [-1122, `Template data is missing: ${param.name}`];
      continue;
    }
    const text = String(value);
    if (text.length > param.maxLength) return [-1121, `Template data is too long: ${param.name}`];
    const hasFormat = text.length >= param.minLength && formats[param.type].test(text);
    if (!hasFormat) return [-1124, `Template data has a wrong format: ${param.name}`];
  }
  return undefined;
}

/** The template's words with its gaps filled. */
export function filled(template: Template, values: Readonly<Record<string, unknown>>): string {
  return template.text.replace(/\{\{(\w+)\}\}/g, (_gap, name: string) =>
    String(values[name] ?? ""),
  );
}

const formats = {
  STRING: /^[^\n]*$/,
  NUMBER: /^\d+$/,
  DATE: /^(\d\d:\d\d(:\d\d)? )?\d\d\/\d\d\/\d{4}$/,
} as const;
