import { useId } from "react";
import styles from "./select-field.module.css";

/** One of a list that may be long: the browser's own, which every phone shows in its way. */
export function SelectField(props: {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly placeholder?: string; // shown while nothing is chosen
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className={styles["field"]}>
      <label className={styles["label"]} htmlFor={id}>
        {props.label}
      </label>
      <select
        id={id}
        className={styles["select"]}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.placeholder !== undefined && <option value="">{props.placeholder}</option>}
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
