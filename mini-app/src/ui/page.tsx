import { type ReactNode, useEffect, useRef } from "react";
import { text } from "../text/vi.ts";
import { BackIcon } from "./icons.tsx";
import styles from "./page.module.css";

type PageProps = {
  readonly title: string;
  readonly heading?: string; // the question of this screen, when the bar only names the task
  readonly barAction?: ReactNode; // at the end of the bar, left of Zalo's own buttons
  readonly onBack?: () => void;
  readonly beside?: ReactNode; // under the bar, always in sight: call buttons, leaving quickly
  readonly children: ReactNode;
  readonly actions?: ReactNode; // the primary action, at the end
  readonly wide?: boolean; // for the console on an office screen
};

/** One screen: a bar with its title, the content, and the way forward at the end. */
export function Page(props: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { title, heading: question } = props;
  const focusKey = question ?? title;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen moves the focus to its heading
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [focusKey]);
  useEffect(() => {
    document.title = `${title} · ${text.appName}`;
  }, [title]);
  const isHeading = question === undefined;
  return (
    <div className={props.wide ? styles["wide"] : styles["page"]}>
      <header className={styles["top"]}>
        <div className={styles["bar"]}>
          {props.onBack && (
            <button
              type="button"
              className={styles["back"]}
              aria-label={text.back}
              onClick={props.onBack}
            >
              <BackIcon />
            </button>
          )}
          {isHeading ? (
            <h1 className={styles["title"]} tabIndex={-1} ref={heading}>
              {title}
            </h1>
          ) : (
            <p className={styles["title"]}>{title}</p>
          )}
          {props.barAction}
        </div>
        {props.beside}
      </header>
      <main className={styles["main"]}>
        {question !== undefined && (
          <h1 className={styles["heading"]} tabIndex={-1} ref={heading}>
            {question}
          </h1>
        )}
        {props.children}
      </main>
      {props.actions && <div className={styles["actions"]}>{props.actions}</div>}
    </div>
  );
}
