import styles from "./problem-line.module.css";

/** What a form still lacks, spoken as soon as it is said. */
export function ProblemLine({ words }: { readonly words: string | undefined }) {
  return words === undefined ? null : (
    <p role="alert" className={styles["problem"]}>
      {words}
    </p>
  );
}
