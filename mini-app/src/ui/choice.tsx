import { type ReactNode, useId } from "react";
import styles from "./choice.module.css";
import { FieldError } from "./field-error.tsx";

export type Option<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
};

type GroupProps<Value extends string> = {
  readonly label: string;
  readonly hideLabel?: boolean; // when the page's heading already asks the question
  readonly options: readonly Option<Value>[];
  readonly hint?: string;
  readonly error?: string | null;
};

/** One answer of several. */
export function ChooseOne<Value extends string>(
  props: GroupProps<Value> & {
    readonly value: Value | null;
    readonly onChange: (value: Value) => void;
  },
) {
  const name = useId();
  const error = `${name}-error`;
  return (
    <fieldset
      className={styles["group"]}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: HTML allows it, and no other group can be invalid
      role="radiogroup"
      aria-invalid={Boolean(props.error)}
      aria-describedby={props.error ? error : undefined}
    >
      <Legend {...props} />
      {props.options.map((option) => (
        <label key={option.value} className={styles["option"]}>
          <input
            type="radio"
            className={styles["mark"]}
            name={name}
            checked={props.value === option.value}
            onChange={() => props.onChange(option.value)}
          />
          <OptionWords option={option} />
        </label>
      ))}
      <FieldError error={props.error} id={error} />
    </fieldset>
  );
}

/** Several answers, at most `most`. */
export function ChooseSome<Value extends string>(
  props: GroupProps<Value> & {
    readonly values: readonly Value[];
    readonly onToggle: (value: Value) => void;
    readonly most: number;
  },
) {
  const isFull = props.values.length >= props.most;
  const error = useId();
  return (
    <fieldset className={styles["group"]} aria-describedby={props.error ? error : undefined}>
      <Legend {...props} />
      {props.options.map((option) => {
        const isChosen = props.values.includes(option.value);
        return (
          <label key={option.value} className={styles["option"]}>
            <input
              type="checkbox"
              className={styles["mark"]}
              checked={isChosen}
              disabled={isFull && !isChosen}
              aria-invalid={Boolean(props.error)}
              onChange={() => props.onToggle(option.value)}
            />
            <OptionWords option={option} />
          </label>
        );
      })}
      <FieldError error={props.error} id={error} />
    </fieldset>
  );
}

/** One statement to tick. */
export function Tick(props: {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const option = { value: "", label: props.label, ...(props.hint ? { hint: props.hint } : {}) };
  return (
    <label className={styles["option"]}>
      <input
        type="checkbox"
        className={styles["mark"]}
        checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <OptionWords option={option} />
    </label>
  );
}

function Legend(props: {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly hint?: string;
}) {
  return (
    <legend className={props.hideLabel ? "visually-hidden" : styles["legend"]}>
      {props.label}
      {props.hint && <span className={styles["hint"]}>{props.hint}</span>}
    </legend>
  );
}

function OptionWords({ option }: { readonly option: Option<string> }) {
  return (
    <>
      {option.icon && <span className={styles["icon"]}>{option.icon}</span>}
      <span className={styles["words"]}>
        {option.label}
        {option.hint && <span className={styles["hint"]}>{option.hint}</span>}
      </span>
    </>
  );
}
