import type { Gap } from "@truong-an/shared/duty/gaps";
import type { Instant } from "@truong-an/shared/time";
import { Notice } from "../../ui/notice.tsx";
import { dutyText, momentInWords, spanInWords } from "../text/duty-vi.ts";
import type { RosterView } from "./roster-view.ts";

const mostNamed = 3;

/** The gaps of the next fortnight, in words. Nothing when there is none. */
export function GapsNotice({ view }: { readonly view: RosterView }) {
  const { gaps, now } = view;
  if (gaps.length === 0) return null;
  return (
    <Notice kind="danger" title={dutyText.gaps.title(gaps.length)}>
      <ul>
        {gaps.slice(0, mostNamed).map((gap) => (
          <li key={gap.from}>{gapInWords(gap, now)}</li>
        ))}
        {gaps.length > mostNamed && <li>{dutyText.gaps.more(gaps.length - mostNamed)}</li>}
      </ul>
      <p>{dutyText.gaps.meaning}</p>
    </Notice>
  );
}

export function gapInWords({ from, to }: Gap, now: Instant): string {
  return to === null ? dutyText.gaps.open(momentInWords(from, now)) : spanInWords(from, to, now);
}
