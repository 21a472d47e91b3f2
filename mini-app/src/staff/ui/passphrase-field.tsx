import { useState } from "react";
import { TextField } from "../../ui/field.tsx";
import { text } from "../text/vi.ts";
import styles from "./passphrase-field.module.css";

/** A passphrase, hidden until the person asks to see it. */
export function PassphraseField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isNew: boolean; // for the browser's password manager
  readonly hint?: string;
  readonly error?: string | null;
}) {
  const [isShown, setIsShown] = useState(false);
  return (
    <div className={styles["passphrase"]}>
      <TextField
        label={props.label}
        type={isShown ? "text" : "password"}
        value={props.value}
        onChange={props.onChange}
        maxLength={200}
        autoComplete={props.isNew ? "new-password" : "current-password"}
        error={props.error ?? null}
        hint={props.hint}
      />
      <button
        type="button"
        className={styles["toggle"]}
        aria-pressed={isShown}
        aria-label={`${isShown ? text.passphrase.hide : text.passphrase.show}: ${props.label}`}
        onClick={() => setIsShown(!isShown)}
      >
        {isShown ? text.passphrase.hide : text.passphrase.show}
      </button>
    </div>
  );
}
