import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Notice } from "../ui/notice.tsx";
import { text } from "./text/vi.ts";
import layout from "./ui/layout.module.css";

type Way = { readonly label: string; readonly onPress: () => void };

/**
 * Asks a member of staff to decide about a report. Once the report has moved on behind the dialog,
 * nothing can be confirmed any more: the person has not read what they would decide about.
 */
export function DecisionDialog(props: {
  readonly title: string;
  readonly isOld: boolean;
  readonly busy: boolean;
  readonly confirm: Way | null; // null: there is nothing to confirm here, and the words say why
  readonly leave: Way;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { busy, confirm, leave, onClose } = props;
  const isOld = props.isOld && !busy; // while busy, what comes may be what was just decided
  return (
    <Dialog
      title={props.title}
      onClose={onClose}
      actions={
        isOld ? (
          <Button wide onPress={onClose}>
            {text.outdated.leave}
          </Button>
        ) : (
          <>
            {confirm !== null && (
              <Button wide busy={busy} onPress={confirm.onPress}>
                {confirm.label}
              </Button>
            )}
            <Button wide kind="secondary" onPress={leave.onPress}>
              {leave.label}
            </Button>
          </>
        )
      }
    >
      <div className={layout["form"]}>
        {isOld ? (
          <Notice kind="warning" live>
            <p>{text.outdated.message}</p>
          </Notice>
        ) : (
          props.children
        )}
      </div>
    </Dialog>
  );
}
