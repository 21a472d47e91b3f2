import type { ReactNode } from "react";
import { text } from "../text/vi.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";
import styles from "./states.module.css";

/** Work is going on; spoken once. */
export function Loading(props: { readonly label?: string }) {
  return (
    <p className={styles["loading"]} role="status">
      <span className={styles["ring"]} aria-hidden="true" />
      {props.label ?? text.loading}
    </p>
  );
}

/** It did not work, and what to do now. Never shown as an empty list. */
export function Failure(props: {
  readonly message: string;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}) {
  return (
    <Notice kind="warning" live>
      <p>{props.message}</p>
      {props.children}
      {props.onRetry && (
        <div>
          <Button kind="secondary" onPress={props.onRetry}>
            {text.tryAgain}
          </Button>
        </div>
      )}
    </Notice>
  );
}

/** There is nothing, and that is fine. */
export function Empty(props: { readonly message: string; readonly children?: ReactNode }) {
  return (
    <div className={styles["empty"]}>
      <p>{props.message}</p>
      {props.children}
    </div>
  );
}
