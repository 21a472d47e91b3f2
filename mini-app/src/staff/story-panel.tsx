import type { ReportDetail } from "@truong-an/shared/api/staff";
import type { Narrative } from "@truong-an/shared/report";
import type { Reading } from "@truong-an/shared/triage/reading/read";
import { Card } from "../ui/card.tsx";
import { LockIcon } from "../ui/icons.tsx";
import { Notice } from "../ui/notice.tsx";
import type { Opened } from "./keys.ts";
import { PhotoList } from "./photo-list.tsx";
import { ReadingMark } from "./reading-mark.tsx";
import styles from "./story-panel.module.css";
import { text } from "./text/vi.ts";

/** The story, opened in this browser; or plainly why it is not, and what to do then. */
export function StoryPanel(props: {
  readonly report: ReportDetail;
  readonly story: Opened<Narrative>;
  readonly reading: Reading | undefined; // once it has been read
  readonly isOldKey: boolean;
}) {
  const { report, story } = props;
  if (story.kind === "closed") {
    return (
      <Card title={text.report.storyTitle}>
        <Notice kind="warning" title={text.report.closedStory.title}>
          <p>{text.report.closedStory[props.isOldKey ? "rotated" : "damaged"]}</p>
          <p>{text.report.closedStory.whatNow}</p>
        </Notice>
      </Card>
    );
  }
  const words = story.value.story.trim();
  return (
    <Card title={text.report.storyTitle}>
      <p className={styles["only"]}>
        <LockIcon size={16} />
        {text.report.onlyHere}
      </p>
      <p className={words === "" ? styles["only"] : styles["words"]}>
        {words === "" ? text.report.noStory : words}
      </p>
      <ReadingMark reading={props.reading} />
      <PhotoList reportId={report.id} references={story.value.photos} arrived={report.photos} />
    </Card>
  );
}
