import { text } from "../text/vi.ts";
import { Page } from "../ui/page.tsx";
import { Empty } from "../ui/states.tsx";
import { goTo } from "../ui/use-hash.ts";
import { LeaveQuickly } from "./leave-quickly.tsx";
import { ParcelCard } from "./parcel-card.tsx";
import { useOutbox } from "./use-outbox.ts";

/** Everything sealed on this phone that has not arrived yet. */
export function OutboxPage() {
  const parcels = [...useOutbox()];
  return (
    <Page title={text.outboxPage.title} onBack={() => goTo("/")} barAction={<LeaveQuickly />}>
      {parcels.length === 0 && <Empty message={text.outboxPage.empty} />}
      {parcels.map(([submissionId, state], index) => (
        <ParcelCard
          key={submissionId}
          title={text.outboxPage.one(index + 1)}
          submissionId={submissionId}
          state={state}
        />
      ))}
    </Page>
  );
}
