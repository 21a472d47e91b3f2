import { createContext, useContext } from "react";
import styles from "./field-error.module.css";

/** Whether a form speaks for its fields: then each is silent, and is heard when it has the focus. */
export const FormSpeaks = createContext(false);

/** What is wrong with one field, tied to it by its id. */
export function FieldError(props: {
  readonly error?: string | null | undefined;
  readonly id: string;
}) {
  const isSilent = useContext(FormSpeaks);
  return (
    <div id={props.id} className={styles["error"]} role={isSilent ? undefined : "alert"}>
      {props.error}
    </div>
  );
}
