import { text } from "../text/vi.ts";
import { Notice } from "../ui/notice.tsx";
import { TextLink } from "../ui/text-link.tsx";
import { ParcelStatus } from "./parcel-status.tsx";
import { useOutbox } from "./use-outbox.ts";

/** On the first page: what is still waiting on this phone. Nothing when nothing waits. */
export function OutboxNotice() {
  const open = [...useOutbox()].filter(([, state]) => state.kind !== "sent");
  const [first] = open;
  if (first === undefined) return null;
  const [, state] = first;
  return (
    <Notice kind="information" title={text.homePage.outboxTitle}>
      <ParcelStatus state={state} />
      <p>
        <TextLink href="#/outbox">{text.homePage.outboxOpen}</TextLink>
      </p>
    </Notice>
  );
}
