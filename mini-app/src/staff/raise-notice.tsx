import type { ReportDetail } from "@truong-an/shared/api/staff";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Loading } from "../ui/states.tsx";
import { type Raise, standsFor } from "./raise.ts";
import { inWords } from "./reasons.ts";
import { text } from "./text/vi.ts";

type NoticeProps = {
  readonly raise: Raise;
  readonly report: ReportDetail;
  readonly onAgain: () => void; // tries again, or goes on where a person was asked
};

/** That this browser has read something more serious, and what became of it. */
export function RaiseNotice(props: NoticeProps) {
  const { raise, report } = props;
  if (raise.kind === "none" || !standsFor(raise, report)) return null;
  const { level, reasons } = raise.found;
  const kind = level === "emergency" ? "danger" : "warning";
  return (
    <Notice kind={kind} title={text.reading.title[raise.kind](level)} live>
      <p>{text.reading.why(inWords(reasons))}</p>
      <WhatBecame {...props} raise={raise} />
    </Notice>
  );
}

function WhatBecame(props: NoticeProps & { readonly raise: Exclude<Raise, { kind: "none" }> }) {
  const { raise, report } = props;
  switch (raise.kind) {
    case "held": {
      const offices = raise.offices.map((office) => text.reading.office[office]).join(", ");
      return (
        <>
          <p>{text.reading.held(offices)}</p>
          <p>{text.reading.decide}</p>
          <Again label={text.reading.raiseAnyway(raise.found.level)} onPress={props.onAgain} />
        </>
      );
    }
    case "raising":
      return <Loading label={text.reading.raising} />;
    case "raised": {
      const isOwner = report.ownerDesk.id === report.myDeskId;
      return (
        <>
          <p>{text.reading.raised[report.status === "taken" ? "taken" : "waiting"]}</p>
          <p>{text.reading.mistaken[isOwner ? "owner" : "told"]}</p>
        </>
      );
    }
    case "failed":
      return (
        <>
          <p>{raise.message}</p>
          {raise.retries && <p>{text.reading.retries}</p>}
          <Again label={text.reading.again} onPress={props.onAgain} />
        </>
      );
  }
}

function Again(props: { readonly label: string; readonly onPress: () => void }) {
  return (
    <div>
      <Button kind="secondary" onPress={props.onPress}>
        {props.label}
      </Button>
    </div>
  );
}
