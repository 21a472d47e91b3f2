import { type ReactNode, useEffect, useRef } from "react";
import { text } from "../text/vi.ts";
import styles from "./frame.module.css";

type FrameProps = {
  readonly title: string;
  readonly titleMark?: ReactNode; // the level of a report, before its title
  readonly emergencies?: number; // waiting emergencies, for the browser's tab
  readonly bar?: ReactNode; // who is signed in, and the way out
  readonly narrow?: boolean; // one column for the door and the invitation
  readonly children: ReactNode;
};

/** One page of the console: the bar, a heading that takes the focus, and the content. */
export function Frame(props: FrameProps) {
  const { title, emergencies = 0 } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page moves the focus to its heading
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [title]);
  useEffect(() => {
    document.title = text.title(title, emergencies);
  }, [title, emergencies]);
  return (
    <div className={props.narrow ? styles["narrow"] : styles["frame"]}>
      <header className={styles["bar"]}>
        <p className={styles["brand"]}>
          <strong>{text.appName}</strong> <span className={styles["quiet"]}>{text.console}</span>
        </p>
        {props.bar}
      </header>
      <main className={styles["main"]}>
        <div className={styles["heading"]}>
          {props.titleMark}
          <h1 ref={heading} tabIndex={-1} className={styles["title"]}>
            {title}
          </h1>
        </div>
        {props.children}
      </main>
    </div>
  );
}
