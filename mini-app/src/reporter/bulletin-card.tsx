import type { Feed } from "@truong-an/shared/api/bulletins";
import { topicLabels } from "@truong-an/shared/text/bulletin-vi";
import { bulletinsText } from "../text/bulletins-vi.ts";
import styles from "./bulletin-card.module.css";
import { coverUrl } from "./bulletins-api.ts";
import { inVietnam } from "./moments.ts";

/** One bulletin in a list: a link to all of it. */
export function BulletinCard({ card }: { readonly card: Feed["bulletins"][number] }) {
  return (
    <a className={styles["card"]} href={`#/bulletin/${card.id}`}>
      {card.coverAlt !== null && (
        <img
          className={styles["cover"]}
          src={coverUrl(card)}
          alt=""
          crossOrigin="anonymous"
          loading="lazy"
          decoding="async"
        />
      )}
      <span className={styles["topic"]}>{topicLabels[card.topic]}</span>
      <span className={styles["title"]}>{card.title}</span>
      {card.summary !== "" && <span className={styles["summary"]}>{card.summary}</span>}
      <span className={styles["source"]}>
        <span>{card.deskName}</span>
        <span>{bulletinsText.published(inVietnam(card.publishedAt))}</span>
      </span>
    </a>
  );
}
