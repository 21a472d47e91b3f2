import type { ReactNode } from "react";
import styles from "./pairs.module.css";

export type Pair = { readonly name: string; readonly value: ReactNode };

/** Names and values, side by side where there is room. */
export function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  return (
    <dl className={styles["pairs"]}>
      {pairs.map(({ name, value }) => (
        <div key={name} className={styles["pair"]}>
          <dt className={styles["name"]}>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
