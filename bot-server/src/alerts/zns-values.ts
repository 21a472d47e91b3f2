import { z } from "zod";
import { alertText } from "../text/alerts-vi.ts";
import { misfitsOf, type TemplateParameter } from "../zalo/zns-template.ts";

/** What changes from one alert to the next. Nothing of it tells what has happened. */
export type Sayable = {
  readonly consoleUrl: string;
  readonly code: string; // opaque
  readonly time: string; // when the alert goes out
};

/** The parameters of the alert template, as we keep them. */
export const StoredParameters = z.array(
  z
    .object({
      name: z.string(),
      isRequired: z.boolean(),
      type: z.string(),
      minLength: z.number().optional(),
      maxLength: z.number().optional(),
    })
    .transform(({ minLength, maxLength, ...rest }) => ({ ...rest, minLength, maxLength })),
);

/** Whether an alert can fill the template as last looked up; null when nobody has looked yet. */
export function fitsStored(stored: unknown, consoleUrl: string): boolean | null {
  const parameters = StoredParameters.safeParse(stored);
  if (!parameters.success) return null;
  const any = { consoleUrl, code: "00000000", time: "00:00 01/01/2026" };
  return valuesFor(parameters.data, any) !== undefined;
}

/**
 * What to put into the gaps of a template, told by their names: the same empty words for every
 * desk, level and person. Words give way to a short gap, a link never does: cut, it leads nowhere. Undefined
 * when a gap that must be filled asks for something else, or the link does not fit.
 */
export function valuesFor(
  parameters: readonly TemplateParameter[],
  sayable: Sayable,
): Readonly<Record<string, string>> | undefined {
  const filled = parameters.flatMap(({ name, maxLength }) => {
    const meaning = meanings.find(({ names }) => names.test(name));
    if (meaning === undefined) return [];
    const value = meaning.value(sayable);
    return [[name, meaning.isLink ? value : value.slice(0, maxLength)] as const];
  });
  const values = Object.fromEntries(filled);
  const template = { templateId: "", status: "", parameters };
  return misfitsOf(template, values).length === 0 ? values : undefined;
}

const { template } = alertText;
const meanings: readonly {
  readonly names: RegExp;
  readonly isLink?: boolean;
  readonly value: (sayable: Sayable) => string;
}[] = [
  { names: /link|url|duong_?dan/i, isLink: true, value: ({ consoleUrl }) => consoleUrl },
  { names: /time|date|gio|ngay/i, value: ({ time }) => time },
  { names: /noi_?dung|content|message|status|trang_?thai|viec/i, value: () => alertText.waiting },
  { names: /level|muc/i, value: () => template.level },
  { names: /desk|ban|don_?vi|unit/i, value: () => template.desk },
  { names: /name|ten/i, value: () => template.person },
  { names: /(^|_)(ma|code|id)(_|$)/i, value: ({ code }) => code },
];
