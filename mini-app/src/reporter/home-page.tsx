import { lazy, Suspense } from "react";
import { text } from "../text/vi.ts";
import { CallButtons } from "../ui/call-buttons.tsx";
import { Card } from "../ui/card.tsx";
import { EnvelopeIcon, MessageIcon, SchoolIcon } from "../ui/icons.tsx";
import { LinkRow } from "../ui/link-row.tsx";
import { Page } from "../ui/page.tsx";
import styles from "./home-page.module.css";
import { LeaveQuickly } from "./leave-quickly.tsx";
import { useSchool } from "./use-school.ts";

const OutboxNotice = lazy(() =>
  import("./outbox-notice.tsx").then((module) => ({ default: module.OutboxNotice })),
);

/** What this is, the emergency numbers, and the ways forward. */
export function HomePage() {
  const school = useSchool();
  return (
    <Page title={text.appName} barAction={<LeaveQuickly />}>
      <p className={styles["what"]}>{text.homePage.what}</p>
      <Suspense fallback={null}>
        <OutboxNotice />
      </Suspense>
      <Card title={text.homePage.danger}>
        <CallButtons />
        <p className={styles["quiet"]}>{text.homePage.dangerHint}</p>
      </Card>
      <nav className={styles["ways"]} aria-label={text.homePage.choices}>
        <LinkRow
          strong
          href={school === null ? "#/school?next=report" : "#/report"}
          icon={<EnvelopeIcon size={28} />}
          label={text.homePage.report}
          hint={text.homePage.reportHint}
        />
        <LinkRow
          href="#/thread"
          icon={<MessageIcon size={28} />}
          label={text.homePage.thread}
          hint={text.homePage.threadHint}
        />
        <LinkRow
          href="#/school"
          icon={<SchoolIcon size={28} />}
          label={school?.name ? text.homePage.school(school.name) : text.homePage.chooseSchool}
          hint={school?.name ? text.homePage.change : text.homePage.choose}
        />
      </nav>
    </Page>
  );
}
