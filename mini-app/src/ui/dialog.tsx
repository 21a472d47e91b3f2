import { type ReactNode, useEffect, useId, useRef } from "react";
import styles from "./dialog.module.css";

/** Asks something before going on. The browser keeps the focus inside; Escape is `onClose`. */
export function Dialog(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions: ReactNode;
  readonly onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    // WebViews before 2022 know the element but not the method.
    if (typeof element.showModal === "function") element.showModal();
    else element.setAttribute("open", "");
    return () => {
      if (typeof element.close === "function") element.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles["dialog"]}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <h2 id={titleId} className={styles["title"]}>
        {props.title}
      </h2>
      {props.children}
      <div className={styles["actions"]}>{props.actions}</div>
    </dialog>
  );
}
