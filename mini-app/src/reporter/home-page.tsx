import { lazy, Suspense, useState } from "react";
import { text } from "../text/vi.ts";
import { CallButtons } from "../ui/call-buttons.tsx";
import { Card } from "../ui/card.tsx";
import { EnvelopeIcon, MessageIcon, NewsIcon, SchoolIcon, ShareIcon } from "../ui/icons.tsx";
import { LinkRow } from "../ui/link-row.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { PressRow } from "../ui/press-row.tsx";
import styles from "./home-page.module.css";
import { LeaveQuickly } from "./leave-quickly.tsx";
import { type Shared, shareApp } from "./share.ts";
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
          href="#/bulletins"
          icon={<NewsIcon size={28} />}
          label={text.homePage.bulletins}
          hint={text.homePage.bulletinsHint}
        />
        <LinkRow
          href="#/school"
          icon={<SchoolIcon size={28} />}
          label={school?.name ? text.homePage.school(school.name) : text.homePage.chooseSchool}
          hint={school?.name ? text.homePage.change : text.homePage.choose}
        />
      </nav>
      <ShareRow />
    </Page>
  );
}

type Sharing = Shared | { readonly kind: "idle" } | { readonly kind: "opening" };

/** Passing the app on. No part of it runs before it is pressed. */
function ShareRow() {
  const [sharing, setSharing] = useState<Sharing>({ kind: "idle" });
  const isOpening = sharing.kind === "opening";
  const share = () => {
    setSharing({ kind: "opening" });
    void shareApp().then(setSharing);
  };
  return (
    <>
      <PressRow
        icon={<ShareIcon size={28} />}
        label={text.homePage.share}
        hint={isOpening ? text.homePage.shareOpening : text.homePage.shareHint}
        isBusy={isOpening}
        onPress={share}
      />
      <div role="status">
        {sharing.kind === "copied" && <Notice kind="success">{text.homePage.shareCopied}</Notice>}
        {sharing.kind === "byHand" && (
          <Notice kind="information">
            <p>{text.homePage.shareByHand}</p>
            <p className={styles["link"]}>{sharing.link}</p>
          </Notice>
        )}
      </div>
    </>
  );
}
