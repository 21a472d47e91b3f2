import styles from "./part-links.module.css";

type Part = { readonly hash: string; readonly label: string; readonly isCurrent: boolean };

/** The parts of one page, each at its own address; the one in sight is marked. */
export function PartLinks(props: { readonly label: string; readonly parts: readonly Part[] }) {
  return (
    <nav className={styles["links"]} aria-label={props.label}>
      {props.parts.map(({ hash, label, isCurrent }) => (
        <a
          key={hash}
          className={styles["link"]}
          href={hash}
          aria-current={isCurrent ? "page" : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
