import { type ParsedReceipt, parseReceipt, type ReceiptDigits } from "@truong-an/shared/receipt";
import { useState } from "react";
import { text } from "../text/vi.ts";
import { TextField } from "../ui/field.tsx";

export type Code = {
  readonly typed: string;
  readonly error: string | null;
  readonly type: (typed: string) => void;
  readonly check: () => ReceiptDigits | null; // null: `error` says why
};

/** A receipt code being typed: forgiving while typing, exact when asked. */
export function useCode(): Code {
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string | null>(null);
  return {
    typed,
    error,
    type: (next) => {
      setTyped(next);
      setError(null);
    },
    check: () => {
      const parsed = parseReceipt(typed);
      if (parsed.kind === "receipt") return parsed.digits;
      setError(mistakes[parsed.kind]);
      return null;
    },
  };
}

export function CodeField(props: { readonly code: Code; readonly error?: string | null }) {
  const { code } = props;
  return (
    <TextField
      digits
      label={text.thread.code}
      hint={text.thread.codeHint}
      value={code.typed}
      maxLength={60}
      error={code.error ?? props.error ?? null}
      onChange={code.type}
    />
  );
}

const mistakes: Record<Exclude<ParsedReceipt["kind"], "receipt">, string> = {
  "not-digits": text.thread.notDigits,
  "too-short": text.thread.tooShort,
  "too-long": text.thread.tooLong,
  mistyped: text.thread.mistyped,
};
