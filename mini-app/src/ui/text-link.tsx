import type { ReactNode } from "react";
import styles from "./text-link.module.css";

/** A link that stands alone, high enough to be touched. Within a sentence a bare one does. */
export function TextLink(props: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a className={styles["link"]} href={props.href}>
      {props.children}
    </a>
  );
}
