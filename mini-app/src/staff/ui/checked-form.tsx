import { type ReactNode, useEffect, useRef } from "react";
import { FormSpeaks } from "../../ui/field-error.tsx";
import { text } from "../text/vi.ts";
import layout from "./layout.module.css";

/** How often it was sent off, and how many fields were at fault the last time. */
export type Faults = { readonly tries: number; readonly count: number };

export const noFaults: Faults = { tries: 0, count: 0 };

/** What this try found. A new try is told apart from the one before it, so that it is heard again. */
export function faultsAfter(before: Faults, count: number): Faults {
  return { tries: before.tries + 1, count };
}

/**
 * A form whose fields know what is wrong with them. After a try that found faults the first field
 * at fault has the focus, and one sentence says how many there are.
 */
export function CheckedForm(props: {
  readonly faults: Faults;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}) {
  const { faults } = props;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (faults.count > 0) firstAtFault(form.current)?.focus();
  }, [faults]);
  return (
    <form
      ref={form}
      className={layout["form"]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <FormSpeaks.Provider value={true}>{props.children}</FormSpeaks.Provider>
      <p key={faults.tries} role="alert" className={layout["problem"]}>
        {faults.count > 0 ? text.faults(faults.count) : ""}
      </p>
      {props.actions}
    </form>
  );
}

/** Of a group of answers, its first answer. */
function firstAtFault(form: HTMLFormElement | null): HTMLElement | null {
  const found = form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? null;
  return found?.matches("fieldset") ? found.querySelector("input") : found;
}
