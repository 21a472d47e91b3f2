import { useId } from "react";
import styles from "./field.module.css";
import { FieldError } from "./field-error.tsx";

/** One of a list that may be long: the browser's own, which every phone shows in its way. */
export function SelectField<Value extends string>(props: {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly placeholder?: string; // shown while nothing is chosen
  readonly value: Value | "";
  readonly error?: string | null;
  readonly onChange: (value: Value) => void;
}) {
  const id = useId();
  const error = `${id}-error`;
  return (
    <div className={styles["field"]}>
      <label className={styles["label"]} htmlFor={id}>
        {props.label}
      </label>
      <select
        id={id}
        className={styles["input"]}
        value={props.value}
        aria-invalid={Boolean(props.error)}
        aria-describedby={props.error ? error : undefined}
        onChange={(event) => {
          const chosen = props.options.find(({ value }) => value === event.target.value);
          if (chosen !== undefined) props.onChange(chosen.value);
        }}
      >
        {props.placeholder !== undefined && (
          <option value="" disabled>
            {props.placeholder}
          </option>
        )}
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <FieldError error={props.error} id={error} />
    </div>
  );
}
