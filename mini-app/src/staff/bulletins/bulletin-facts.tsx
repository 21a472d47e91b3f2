import type { BulletinDetail, BulletinVersion } from "@truong-an/shared/api/bulletins";
import type { VersionStatus } from "@truong-an/shared/bulletin";
import {
  bulletinStatusLabels,
  readerLabels,
  topicLabels,
} from "@truong-an/shared/text/bulletin-vi";
import { Card } from "../../ui/card.tsx";
import { bulletinsText } from "../text/bulletins-vi.ts";
import { Pairs } from "../ui/pairs.tsx";
import { dayAndTime } from "../when.ts";
import styles from "./bulletin-facts.module.css";

const { facts } = bulletinsText;

/** Of one version: where it stands, for whom it is, and who answers for it. */
export function BulletinFacts(props: {
  readonly detail: BulletinDetail;
  readonly version: BulletinVersion;
  readonly now: number;
}) {
  const { detail, version, now } = props;
  const acts = [
    { name: facts.written, act: version.written },
    { name: facts.approved, act: version.approved },
    { name: facts.published, act: version.published },
    { name: facts.withdrawn, act: version.withdrawn },
  ];
  return (
    <Card title={facts.title}>
      <Pairs
        pairs={[
          { name: facts.status, value: <strong>{statusWords(version.status)}</strong> },
          { name: facts.version, value: String(version.number) },
          { name: facts.desk, value: detail.desk.name },
          { name: facts.place, value: version.placeName },
          {
            name: facts.readers,
            value: version.readers.map((one) => readerLabels[one]).join(", "),
          },
          { name: facts.topic, value: topicLabels[version.topic] },
          ...acts
            .filter(({ name, act }) => act !== null || name !== facts.withdrawn)
            .map(({ name, act }) => ({ name, value: inWords(act, now) })),
        ]}
      />
    </Card>
  );
}

/** Every version, the newest first; nothing while there is only one. */
export function BulletinHistory(props: {
  readonly versions: readonly BulletinVersion[];
  readonly now: number;
}) {
  if (props.versions.length < 2) return null;
  return (
    <Card title={bulletinsText.history}>
      <ol className={styles["history"]} reversed>
        {props.versions.map(({ number, status, title, written }) => (
          <li key={number}>
            <p>{title}</p>
            <p className={styles["quiet"]}>
              {bulletinsText.historyLine(
                number,
                statusWords(status),
                written.who,
                dayAndTime(written.at, props.now),
              )}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function statusWords(status: VersionStatus): string {
  return status === "replaced" ? bulletinsText.replaced : bulletinStatusLabels[status];
}

function inWords(act: BulletinVersion["approved"], now: number): string {
  if (act === null) return facts.none;
  return facts.act(act.isMe ? facts.mine(act.who) : act.who, dayAndTime(act.at, now));
}
