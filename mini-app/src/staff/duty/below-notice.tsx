import { Notice } from "../../ui/notice.tsx";
import { dutyText, momentInWords } from "../text/duty-vi.ts";
import type { RosterView } from "./roster-view.ts";

/** Which desks below this one have a gap ahead. Nothing when none has. */
export function BelowNotice({ view }: { readonly view: RosterView }) {
  const { below } = view.sheet;
  if (below.length === 0) return null;
  return (
    <Notice kind="warning" title={dutyText.below.title}>
      <ul>
        {below.map(({ deskId, deskName, from }) => (
          <li key={deskId}>{dutyText.below.line(deskName, momentInWords(from, view.now))}</li>
        ))}
      </ul>
      <p>{dutyText.below.meaning}</p>
    </Notice>
  );
}
