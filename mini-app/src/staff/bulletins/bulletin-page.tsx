import type { BulletinDetail, BulletinVersion } from "@truong-an/shared/api/bulletins";
import { findingsIn, publishedWords } from "@truong-an/shared/bulletin-check";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Failure, Loading } from "../../ui/states.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { useQuery } from "../../ui/use-query.ts";
import { groupsHash } from "../groups/group-routes.ts";
import { bulletinsHash } from "../routes.ts";
import type { Shell } from "../signed-in.tsx";
import { bulletinsText } from "../text/bulletins-vi.ts";
import { Frame } from "../ui/frame.tsx";
import layout from "../ui/layout.module.css";
import { refusalText } from "../use-action.ts";
import { draftOf } from "./bulletin-draft.ts";
import { BulletinFacts, BulletinHistory } from "./bulletin-facts.tsx";
import styles from "./bulletin-form.module.css";
import { BulletinForm } from "./bulletin-form.tsx";
import { fetchBulletin, versionCoverUrl } from "./bulletins-api.ts";
import { FindingsNotice } from "./findings-notice.tsx";
import { type Offer, offersFor, type WayToWrite } from "./offers.ts";
import { PhonePreview } from "./phone-preview.tsx";
import { saveEdit } from "./save.ts";
import { StepDialog } from "./step-dialog.tsx";

type PageProps = { readonly id: string; readonly now: number; readonly shell: Shell };

/** One bulletin: what it says, who answers for it, and what may be done with it now. */
export function BulletinPage({ id, now, shell }: PageProps) {
  const { query, again } = useQuery(id, () => fetchBulletin(id));
  const [done, setDone] = useState<string | null>(null);
  const answer = query.kind === "ready" ? query.value : null;
  return (
    <Frame title={bulletinsText.title} bar={shell.bar} emergencies={shell.emergencies}>
      {shell.notices}
      <p>
        <TextLink href={bulletinsHash(answer?.kind === "ok" ? answer.value.status : "submitted")}>
          {bulletinsText.back}
        </TextLink>
      </p>
      {done !== null && (
        <Notice kind="success" live>
          <p>{done}</p>
        </Notice>
      )}
      {query.kind === "loading" && <Loading label={bulletinsText.loading} />}
      {query.kind === "failed" && <Failure message={bulletinsText.failed} onRetry={again} />}
      {answer !== null && answer.kind !== "ok" && (
        <Failure message={refusalText(answer)} onRetry={again} />
      )}
      {answer?.kind === "ok" && (
        <OpenBulletin
          detail={answer.value}
          now={now}
          onDone={(words) => {
            setDone(words);
            again();
          }}
        />
      )}
    </Frame>
  );
}

function OpenBulletin(props: {
  readonly detail: BulletinDetail;
  readonly now: number;
  readonly onDone: (words: string) => void;
}) {
  const { detail, now, onDone } = props;
  const { front, steps, edit, waitsForColleague } = offersFor(detail);
  const [isWriting, setIsWriting] = useState(false);
  const [deciding, setDeciding] = useState<Offer | null>(null);
  if (front === undefined) return null;
  const coverUrl = versionCoverUrl(detail.id, front.number);
  if (isWriting) {
    const seen = { version: front.number, writtenAt: front.written.at };
    return (
      <BulletinForm
        start={draftOf(detail.desk.id, front, coverUrl)}
        desks={[detail.desk]}
        save={(draft) => saveEdit(detail.id, draft, seen)}
        onSaved={() => onDone(bulletinsText.form.saved)}
        onLeave={() => setIsWriting(false)}
      />
    );
  }
  return (
    <div className={styles["columns"]}>
      <div className={styles["right"]}>
        <Preview detail={detail} version={front} coverUrl={coverUrl} />
      </div>
      <div className={layout["form"]}>
        <BulletinFacts detail={detail} version={front} now={now} />
        <Card>
          <Ways
            detail={detail}
            steps={steps}
            edit={edit}
            onDecide={setDeciding}
            onWrite={() => setIsWriting(true)}
          />
          {waitsForColleague && <p>{bulletinsText.waitsForColleague}</p>}
        </Card>
        <FindingsNotice findings={findingsIn(publishedWords(front))} />
        <BulletinHistory versions={detail.versions} now={now} />
      </div>
      {deciding !== null && (
        <StepDialog
          bulletinId={detail.id}
          offer={deciding}
          onDone={() => {
            setDeciding(null);
            onDone(bulletinsText.steps[deciding.step].done);
          }}
          onClose={() => setDeciding(null)}
        />
      )}
    </div>
  );
}

function Ways(props: {
  readonly detail: BulletinDetail;
  readonly steps: readonly Offer[];
  readonly edit: WayToWrite | null;
  readonly onDecide: (offer: Offer) => void;
  readonly onWrite: () => void;
}) {
  const { detail, steps, edit } = props;
  const button = (offer: Offer) => (
    <Button key={offer.step} kind={kinds[offer.step]} onPress={() => props.onDecide(offer)}>
      {bulletinsText.steps[offer.step].action}
    </Button>
  );
  return (
    <>
      <div className={layout["row"]}>
        {steps.filter(isOnward).map(button)}
        {edit !== null && (
          <Button kind="secondary" onPress={props.onWrite}>
            {bulletinsText[edit]}
          </Button>
        )}
        {steps.filter((offer) => !isOnward(offer)).map(button)}
      </div>
      {edit === "correct" && (
        <>
          <p className={layout["quiet"]}>{bulletinsText.correctHint}</p>
          <p>
            <TextLink href={groupsHash({ kind: "send", bulletinId: detail.id })}>
              {bulletinsText.toGroups}
            </TextLink>
          </p>
        </>
      )}
      {edit === null && (
        <p className={layout["quiet"]}>{bulletinsText.notMyDesk(detail.desk.name)}</p>
      )}
    </>
  );
}

function isOnward({ step }: Offer): boolean {
  return step !== "discard" && step !== "withdraw";
}

const kinds = {
  submit: "primary",
  approve: "primary",
  publish: "primary",
  return: "secondary",
  discard: "quiet",
  withdraw: "danger",
} as const;

function Preview(props: {
  readonly detail: BulletinDetail;
  readonly version: BulletinVersion;
  readonly coverUrl: string;
}) {
  const { detail, version } = props;
  const { cover } = version;
  return (
    <PhonePreview
      topic={version.topic}
      title={version.title}
      body={version.body}
      deskName={detail.desk.name}
      cover={cover === null ? null : { url: props.coverUrl, alt: cover.alt }}
    />
  );
}
