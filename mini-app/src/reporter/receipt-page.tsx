import { printReceipt } from "@truong-an/shared/receipt";
import { useEffect, useState } from "react";
import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { CallButtons } from "../ui/call-buttons.tsx";
import { Card } from "../ui/card.tsx";
import { copyText } from "../ui/copy-text.ts";
import { Dialog } from "../ui/dialog.tsx";
import { CopyIcon } from "../ui/icons.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { currentHash, goTo } from "../ui/use-hash.ts";
import { LeaveQuickly } from "./leave-quickly.tsx";
import { ParcelCard } from "./parcel-card.tsx";
import styles from "./receipt-page.module.css";
import { tell } from "./report-draft.ts";
import { type FreshReceipt, forgetReceipt, freshReceipt } from "./send-report.ts";
import { useOutbox } from "./use-outbox.ts";
import { useUnloadWarning } from "./use-unload-warning.ts";
import { WriteDownCheck } from "./write-down-check.tsx";

const receiptRoute = "/receipt";

/** The code, shown once: in this page's memory only, never in the address or in storage. */
export function ReceiptPage() {
  const [receipt] = useState(freshReceipt);
  useEffect(() => {
    if (receipt !== null) tell({ kind: "emptied" }); // sealed: the words are needed no more
  }, [receipt]);
  return receipt === null ? <ReceiptGone /> : <Receipt receipt={receipt} />;
}

function ReceiptGone() {
  return (
    <Page
      title={text.receipt.title}
      onBack={() => goTo("/")}
      barAction={<LeaveQuickly />}
      actions={
        <Button wide onPress={() => goTo("/thread")}>
          {text.homePage.thread}
        </Button>
      }
    >
      <p>{text.receipt.gone}</p>
      <p>{text.receipt.goneHint}</p>
    </Page>
  );
}

function Receipt({ receipt }: { readonly receipt: FreshReceipt }) {
  const state = useOutbox().get(receipt.submissionId) ?? { kind: "sending" as const };
  const [isLeaving, setLeaving] = useAskingOnce(receipt);
  useUnloadWarning(() => freshReceipt() !== null);
  const level = state.kind === "sent" ? state.level : receipt.level;
  const leave = () => {
    forgetReceipt();
    goTo("/");
  };
  return (
    <Page
      title={text.receipt.title}
      onBack={() => setLeaving(true)}
      barAction={<LeaveQuickly />}
      beside={level === "emergency" ? <CallButtons small /> : undefined}
      actions={
        <Button wide onPress={() => setLeaving(true)}>
          {text.receipt.done}
        </Button>
      }
    >
      <Code receipt={receipt} />
      <ParcelCard title={text.delivery.title} submissionId={receipt.submissionId} state={state} />
      {!receipt.isLasting && state.kind !== "sent" && (
        <Notice kind="warning">
          <p>{text.delivery.memoryOnly}</p>
        </Notice>
      )}
      <Card title={text.delivery.next}>
        <p>{text.whatNext[level]}</p>
      </Card>
      <WriteDownCheck digits={receipt.digits} />
      {isLeaving && (
        <Dialog
          title={text.receipt.leaveTitle}
          onClose={() => setLeaving(false)}
          actions={
            <>
              <Button wide onPress={() => setLeaving(false)}>
                {text.receipt.stay}
              </Button>
              <Button wide kind="quiet" onPress={leave}>
                {text.receipt.leave}
              </Button>
            </>
          }
        >
          <p>{text.receipt.leaveWords}</p>
        </Dialog>
      )}
    </Page>
  );
}

function Code({ receipt }: { readonly receipt: FreshReceipt }) {
  const [said, setSaid] = useState("");
  const printed = printReceipt(receipt.digits);
  const copy = async () => {
    setSaid((await copyText(printed)) ? text.receipt.copied : text.receipt.copyFailed);
  };
  return (
    <Card title={text.receipt.keepThisCode}>
      <p className={styles["code"]}>
        <span className="visually-hidden">{text.receipt.code}: </span>
        {printed.split(" ").map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: five groups that never move
          <span key={index}>{group} </span>
        ))}
      </p>
      <p>{text.receipt.why}</p>
      <div>
        <Button kind="secondary" icon={<CopyIcon size={20} />} onPress={() => void copy()}>
          {text.receipt.copy}
        </Button>
      </div>
      <p role="status">{said}</p>
    </Card>
  );
}

/** The reports whose writer has already been asked: asked once, never held. */
const asked = new Set<string>();

/** The phone's own back button is asked once too: the page returns with its question. */
function useAskingOnce({ submissionId }: FreshReceipt) {
  const [isLeaving, setLeaving] = useState(() => asked.has(submissionId));
  useEffect(
    () => () => {
      if (freshReceipt() === null || currentHash() === receiptRoute) return;
      if (asked.has(submissionId)) forgetReceipt();
      else goTo(receiptRoute);
      asked.add(submissionId);
    },
    [submissionId],
  );
  return [isLeaving, setLeaving] as const;
}
