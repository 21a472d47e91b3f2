import type { BulletinRow } from "@truong-an/shared/api/bulletins";
import { BulletinStatus } from "@truong-an/shared/bulletin";
import { bulletinStatusLabels, topicLabels } from "@truong-an/shared/text/bulletin-vi";
import { Empty, Failure, Loading } from "../../ui/states.tsx";
import { useQuery } from "../../ui/use-query.ts";
import { bulletinHash, bulletinsHash, libraryHash, newBulletinHash } from "../routes.ts";
import type { Shell } from "../signed-in.tsx";
import { bulletinsText } from "../text/bulletins-vi.ts";
import { Frame } from "../ui/frame.tsx";
import { PartLinks } from "../ui/part-links.tsx";
import { dayAndTime } from "../when.ts";
import { fetchBulletins } from "./bulletins-api.ts";
import styles from "./bulletins-page.module.css";

/** The bulletins of the places that my desks write for, by how far they have come. */
export function BulletinsPage(props: {
  readonly status: BulletinStatus;
  readonly now: number;
  readonly shell: Shell;
}) {
  const { status, shell } = props;
  return (
    <Frame title={bulletinsText.title} bar={shell.bar} emergencies={shell.emergencies}>
      {shell.notices}
      <div className={styles["top"]}>
        <PartLinks
          label={bulletinsText.statuses}
          parts={BulletinStatus.options.map((each) => ({
            hash: bulletinsHash(each),
            label: bulletinStatusLabels[each],
            isCurrent: each === status,
          }))}
        />
        <div className={styles["ways"]}>
          <a className={styles["write"]} href={newBulletinHash(null)}>
            {bulletinsText.write}
          </a>
          <a className={styles["other"]} href={libraryHash(null)}>
            {bulletinsText.library.open}
          </a>
        </div>
      </div>
      <Rows status={status} now={props.now} />
    </Frame>
  );
}

function Rows({ status, now }: { readonly status: BulletinStatus; readonly now: number }) {
  const { query, again } = useQuery(status, () => fetchBulletins(status));
  if (query.kind === "loading") return <Loading label={bulletinsText.loading} />;
  if (query.kind === "failed" || query.value.kind !== "ok") {
    return <Failure message={bulletinsText.failed} onRetry={again} />;
  }
  const { bulletins } = query.value.value;
  if (bulletins.length === 0) return <Empty message={bulletinsText.noneAt[status]} />;
  return (
    <ul className={styles["rows"]} aria-label={bulletinStatusLabels[status]}>
      {bulletins.map((row) => (
        <li key={`${row.id} ${row.version}`}>
          <Row row={row} now={now} />
        </li>
      ))}
    </ul>
  );
}

function Row({ row, now }: { readonly row: BulletinRow; readonly now: number }) {
  return (
    <a className={styles["row"]} href={bulletinHash(row.id)}>
      <span className={styles["topic"]}>{topicLabels[row.topic]}</span>
      <span className={styles["title"]}>{row.title}</span>
      <span className={styles["quiet"]}>
        {bulletinsText.forPlace(row.placeName)} · {row.deskName}
      </span>
      <span className={styles["quiet"]}>
        {bulletinsText.writtenBy(row.writtenBy, dayAndTime(row.writtenAt, now))}
      </span>
    </a>
  );
}
