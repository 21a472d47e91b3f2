import type { Cover } from "@truong-an/shared/duty/roster";
import { dutyText } from "../text/duty-vi.ts";
import { CoverDialog } from "./cover-dialog.tsx";
import { DatedCard } from "./dated-card.tsx";
import { withdrawCover } from "./duty-api.ts";
import type { RosterView } from "./roster-view.ts";

/** Who stands in for whom, and when. A lead arranges it; what I have handed over I may take back. */
export function CoversCard(props: { readonly view: RosterView; readonly onChanged: () => void }) {
  const { view, onChanged } = props;
  return (
    <DatedCard
      words={dutyText.covers}
      lines={view.sheet.covers.map((cover) => lineOf(cover, view))}
      now={view.now}
      withdraw={(id) => withdrawCover(view.deskId, id)}
      mayAdd={view.isLead}
      dialog={(close, done) => <CoverDialog view={view} onClose={close} onDone={done} />}
      onChanged={onChanged}
    />
  );
}

function lineOf({ id, staffId, insteadOf, from, to }: Cover, { nameOf, isLead, me }: RosterView) {
  const who = nameOf(staffId);
  const words =
    insteadOf === null
      ? dutyText.covers.extra(who)
      : dutyText.covers.instead(who, nameOf(insteadOf));
  const undo = {
    label: dutyText.covers.withdraw,
    fullLabel: dutyText.covers.withdrawLabel(words),
  };
  return { id, words, from, to, undo: isLead || insteadOf === me ? undo : null };
}
