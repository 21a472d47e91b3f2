import { useState } from "react";
import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Page } from "../ui/page.tsx";
import { Failure, Loading } from "../ui/states.tsx";
import { goTo } from "../ui/use-hash.ts";
import { CodeField, useCode } from "./code-field.tsx";
import { LeaveQuickly } from "./leave-quickly.tsx";
import {
  keysOf,
  type OpenedThread,
  type OpenOutcome,
  readThread,
  type ThreadKeys,
} from "./thread.ts";
import { ThreadView } from "./thread-view.tsx";

type Open = { readonly keys: ThreadKeys; readonly opened: OpenedThread };

/** Enter a code, read, answer. Keys and words are this page's own: leaving it forgets them. */
export function ThreadPage() {
  const [open, setOpen] = useState<Open | null>(null);
  if (open === null) return <EnterCode onOpen={setOpen} />;
  return <ThreadView keys={open.keys} first={open.opened} onForget={() => setOpen(null)} />;
}

function EnterCode(props: { readonly onOpen: (open: Open) => void }) {
  const code = useCode();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const open = async () => {
    const digits = code.check();
    if (digits === null) return;
    setBusy(true);
    setProblem(null);
    try {
      const keys = await keysOf(digits);
      const outcome = await readThread(keys);
      if (outcome.kind === "open") props.onOpen({ keys, opened: outcome.opened });
      else setProblem(problemWords(outcome));
    } catch {
      setProblem(text.thread.damaged); // a browser without WebAssembly, or short of memory
    }
    setBusy(false);
  };
  return (
    <Page title={text.thread.enterTitle} onBack={() => goTo("/")} barAction={<LeaveQuickly />}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void open();
        }}
      >
        <Card>
          <CodeField code={code} />
          {problem !== null && <Failure message={problem} />}
          {isBusy && <Loading label={text.thread.opening} />}
          <Button submits wide busy={isBusy}>
            {text.thread.open}
          </Button>
        </Card>
      </form>
    </Page>
  );
}

function problemWords(outcome: Exclude<OpenOutcome, { readonly kind: "open" }>): string {
  switch (outcome.kind) {
    case "unreachable":
      return text.network.unreachable;
    case "damaged":
      return text.thread.damaged;
    case "refused":
      return outcome.code === "no-such-receipt" ? text.thread.unknown : outcome.message;
  }
}
