/**
 * A Vietnamese mobile number as ZNS wants it, `84…` and nothing but digits, from however a person
 * writes it; undefined when it is none.
 */
export function zaloPhone(written: string): string | undefined {
  const digits = written.normalize("NFKC").replace(/[\s.\-()]/g, "");
  const [, national] = /^(?:\+?84|0)0?([35789]\d{8})$/.exec(digits) ?? [];
  return national === undefined ? undefined : `84${national}`;
}
