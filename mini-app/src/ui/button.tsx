import type { ReactNode } from "react";
import ZaloButton from "zmp-ui/button";
import "zmp-ui/button/styles/button.css";
import styles from "./button.module.css";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

type ButtonProps = {
  readonly children: ReactNode;
  readonly kind?: ButtonKind;
  readonly onPress?: () => void;
  readonly submits?: boolean; // submits the form around it
  readonly busy?: boolean; // keeps its place and its focus, and does nothing
  readonly disabled?: boolean;
  readonly wide?: boolean;
  readonly icon?: ReactNode;
  readonly describedBy?: string;
};

const variants = {
  primary: { variant: "primary", type: "highlight" },
  secondary: { variant: "secondary", type: "highlight" },
  quiet: { variant: "tertiary", type: "highlight" },
  danger: { variant: "primary", type: "danger" },
} as const;

/** Zalo's own button, made to grow with large text and to show its focus. */
export function Button(props: ButtonProps) {
  const { kind = "primary", busy = false, submits = false } = props;
  return (
    <ZaloButton
      {...variants[kind]}
      className={styles["button"] ?? ""}
      htmlType={submits ? "submit" : "button"}
      fullWidth={props.wide ?? false}
      disabled={props.disabled ?? false}
      prefixIcon={props.icon}
      aria-disabled={busy}
      aria-describedby={props.describedBy}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else props.onPress?.();
      }}
    >
      {props.children}
    </ZaloButton>
  );
}
