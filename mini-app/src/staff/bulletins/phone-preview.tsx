import type { Topic } from "@truong-an/shared/bulletin";
import { topicLabels } from "@truong-an/shared/text/bulletin-vi";
import { ArticleText } from "../../ui/article.tsx";
import { bulletinsText } from "../text/bulletins-vi.ts";
import styles from "./phone-preview.module.css";

/** The words as wide as on a small phone. Not a page of its own: its headings stay below ours. */
export function PhonePreview(props: {
  readonly topic: Topic;
  readonly title: string;
  readonly body: string;
  readonly deskName: string;
  readonly cover: { readonly url: string; readonly alt: string } | null;
}) {
  return (
    <section className={styles["phone"]} aria-label={bulletinsText.preview}>
      <p className={styles["label"]}>{bulletinsText.preview}</p>
      <div className={styles["screen"]}>
        <p className={styles["title"]}>{props.title}</p>
        <p className={styles["source"]}>
          <span className={styles["topic"]}>{topicLabels[props.topic]}</span>
          <span>{props.deskName}</span>
        </p>
        <div className={styles["paper"]}>
          {props.cover !== null && (
            <img className={styles["cover"]} src={props.cover.url} alt={props.cover.alt} />
          )}
          <ArticleText body={props.body} />
        </div>
      </div>
    </section>
  );
}
