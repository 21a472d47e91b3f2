import { type ReactNode, useId } from "react";
import styles from "./field.module.css";
import { FieldError } from "./field-error.tsx";

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly maxLength?: number;
  readonly autoComplete?: string;
  readonly placeholder?: string;
};

type TextFieldProps = FieldProps & {
  readonly type?: "text" | "search" | "email" | "password" | "date" | "time";
  readonly digits?: boolean; // a numeric keyboard, and figures that are easy to compare
  readonly autoFocus?: boolean;
};

/** One line of text, with its label, hint and error spoken together. */
export function TextField(props: TextFieldProps) {
  const ids = useFieldIds(props);
  return (
    <div className={styles["field"]}>
      <Label {...props} ids={ids} />
      <input
        id={ids.input}
        className={props.digits ? styles["digits"] : styles["input"]}
        type={props.type ?? "text"}
        inputMode={props.digits ? "numeric" : undefined}
        value={props.value}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        autoComplete={props.autoComplete ?? "off"}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: only where the field is the whole page
        autoFocus={props.autoFocus}
        aria-invalid={Boolean(props.error)}
        aria-describedby={ids.describedBy}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <FieldError error={props.error} id={ids.error} />
    </div>
  );
}

/** Several lines of text. */
export function TextArea(
  props: FieldProps & { readonly rows?: number; readonly onFocus?: () => void },
) {
  const ids = useFieldIds(props);
  return (
    <div className={styles["field"]}>
      <Label {...props} ids={ids} />
      <textarea
        id={ids.input}
        className={styles["input"]}
        rows={props.rows ?? 5}
        value={props.value}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        autoComplete="off"
        aria-invalid={Boolean(props.error)}
        aria-describedby={ids.describedBy}
        onFocus={props.onFocus}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <FieldError error={props.error} id={ids.error} />
    </div>
  );
}

type FieldIds = {
  readonly input: string;
  readonly hint: string;
  readonly error: string;
  readonly describedBy: string | undefined;
};

function useFieldIds(props: FieldProps): FieldIds {
  const id = useId();
  const hint = `${id}-hint`;
  const error = `${id}-error`;
  const described = [props.hint ? hint : "", props.error ? error : ""].filter(
    (part) => part !== "",
  );
  return {
    input: id,
    hint,
    error,
    describedBy: described.length > 0 ? described.join(" ") : undefined,
  };
}

function Label(props: FieldProps & { readonly ids: FieldIds }) {
  return (
    <>
      <label className={styles["label"]} htmlFor={props.ids.input}>
        {props.label}
      </label>
      {props.hint && (
        <div className={styles["hint"]} id={props.ids.hint}>
          {props.hint}
        </div>
      )}
    </>
  );
}
