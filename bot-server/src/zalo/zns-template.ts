/** A gap of a template, as Zalo describes it. */
export type TemplateParameter = {
  readonly name: string;
  readonly isRequired: boolean;
  readonly type: string;
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
};

export type ZnsTemplate = {
  readonly templateId: string;
  readonly status: string; // ENABLE once approved
  readonly parameters: readonly TemplateParameter[];
};

export type Misfit = {
  readonly parameter: string;
  readonly problem: "missing" | "too-short" | "too-long" | "unknown";
};

/** What Zalo would refuse of these values for this template; nothing when they fit. */
export function misfitsOf(
  { parameters }: ZnsTemplate,
  values: Readonly<Record<string, string>>,
): readonly Misfit[] {
  const known = new Set(parameters.map(({ name }) => name));
  const unknown = Object.keys(values).filter((name) => !known.has(name));
  return [
    ...parameters.flatMap((parameter) => misfitOf(parameter, values[parameter.name] ?? "")),
    ...unknown.map((parameter): Misfit => ({ parameter, problem: "unknown" })),
  ];
}

function misfitOf(parameter: TemplateParameter, value: string): readonly Misfit[] {
  const { name, isRequired, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = parameter;
  const { length } = value.normalize("NFC");
  if (length === 0) return isRequired ? [{ parameter: name, problem: "missing" }] : [];
  if (length < minLength) return [{ parameter: name, problem: "too-short" }];
  return length > maxLength ? [{ parameter: name, problem: "too-long" }] : [];
}
