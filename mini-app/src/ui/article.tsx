import { type Block, blocksOf, type Run } from "@truong-an/shared/bulletin-body";
import styles from "./article.module.css";

/** A bulletin's text, as everyone reads it. */
export function ArticleText({ body }: { readonly body: string }) {
  return (
    <div className={styles["text"]}>
      {blocksOf(body).map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text is shown whole, in its order
        <ArticleBlock key={at} block={block} />
      ))}
    </div>
  );
}

function ArticleBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "heading":
      return (
        <h2 className={styles["heading"]}>
          <Runs runs={block.runs} />
        </h2>
      );
    case "paragraph":
      return (
        <p>
          {block.lines.map((runs, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text is shown whole, in its order
            <span key={at} className={styles["line"]}>
              <Runs runs={runs} />
            </span>
          ))}
        </p>
      );
    case "list":
      return (
        <ul className={styles["list"]}>
          {block.entries.map((runs, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text is shown whole, in its order
            <li key={at}>
              <Runs runs={runs} />
            </li>
          ))}
        </ul>
      );
  }
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, at) => {
    if (run.href !== undefined) {
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text is shown whole, in its order
        <a key={at} href={run.href} target="_blank" rel="noreferrer">
          {run.words}
        </a>
      );
    }
    // biome-ignore lint/suspicious/noArrayIndexKey: a text is shown whole, in its order
    if (run.bold) return <strong key={at}>{run.words}</strong>;
    return run.words;
  });
}
