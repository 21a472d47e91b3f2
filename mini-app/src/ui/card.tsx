import type { ReactNode } from "react";
import styles from "./card.module.css";

/** A white card; with a title it is a section of its own. */
export function Card(props: { readonly title?: string; readonly children: ReactNode }) {
  if (props.title === undefined) return <div className={styles["card"]}>{props.children}</div>;
  return (
    <section className={styles["card"]}>
      <h2 className={styles["title"]}>{props.title}</h2>
      {props.children}
    </section>
  );
}
