import styles from "./progress.module.css";

/** How far along: in words, with a bar that only repeats them. */
export function Progress(props: {
  readonly at: number;
  readonly of: number;
  readonly label: string;
}) {
  const steps = Array.from({ length: props.of }, (_, index) => index + 1);
  return (
    <div className={styles["progress"]}>
      <p className={styles["label"]}>{props.label}</p>
      <div className={styles["bar"]} aria-hidden="true">
        {steps.map((step) => (
          <span key={step} className={step <= props.at ? styles["done"] : styles["open"]} />
        ))}
      </div>
    </div>
  );
}
