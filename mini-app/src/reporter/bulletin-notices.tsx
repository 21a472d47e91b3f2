import { SchoolId } from "@truong-an/shared/ids";
import { bulletinsText } from "../text/bulletins-vi.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { BellIcon } from "../ui/icons.tsx";
import { Notice } from "../ui/notice.tsx";
import { Failure } from "../ui/states.tsx";
import { goTo } from "../ui/use-hash.ts";
import styles from "./bulletin-notices.module.css";
import type { RememberedSchool } from "./remembered.ts";
import { type NoticesStep, useNotices } from "./use-notices.ts";

const words = bulletinsText.notices;

/**
 * Lets Zalo tell the person of new bulletins, or no more. This phone does not keep which they chose,
 * so either can always be pressed. Only inside Zalo.
 */
export function BulletinNotices(props: {
  readonly school: RememberedSchool | null;
  readonly route: string; // of the page that it stands on
  readonly query: URLSearchParams;
}) {
  const { step, open, close, ask } = useNotices(props);
  const schoolId = SchoolId.safeParse(props.school?.id).data;
  return (
    <div>
      <Button wide kind="secondary" icon={<BellIcon />} onPress={open}>
        {words.open}
      </Button>
      <div role="status" className={styles["said"]}>
        {step.kind === "recorded" && (
          <Notice kind="success">
            <p>{step.wanted ? words.wished : words.stopped}</p>
          </Notice>
        )}
      </div>
      {step.kind === "shut" && <NotNow onClose={close} />}
      {(step.kind === "explaining" || step.kind === "asking") &&
        (schoolId === undefined ? (
          <SchoolFirst onClose={close} />
        ) : (
          <Explained
            name={props.school?.name || words.chosenSchool}
            step={step}
            onAsk={(wanted) => ask({ schoolId, wanted })}
            onClose={close}
          />
        ))}
    </div>
  );
}

function Explained(props: {
  readonly name: string;
  readonly step: Extract<NoticesStep, { kind: "explaining" | "asking" }>;
  readonly onAsk: (wanted: boolean) => void;
  readonly onClose: () => void;
}) {
  const { step, onAsk } = props;
  const asking = step.kind === "asking" ? step.wanted : null;
  const trouble = step.kind === "explaining" ? step.trouble : null;
  const isBusy = asking !== null;
  return (
    <Dialog
      title={words.title}
      onClose={props.onClose}
      actions={
        <>
          <Button wide busy={isBusy} onPress={() => onAsk(true)}>
            {asking === true ? words.wishing : words.wish}
          </Button>
          <Button wide kind="secondary" busy={isBusy} onPress={() => onAsk(false)}>
            {asking === false ? words.stopping : words.stop}
          </Button>
          <Button wide kind="quiet" onPress={props.onClose}>
            {words.later}
          </Button>
        </>
      }
    >
      <div className={styles["words"]}>
        {trouble !== null && <Failure message={trouble} />}
        <p>{words.how}</p>
        <p>{words.kept(props.name)}</p>
        {trouble === null && <p className={styles["quiet"]}>{words.notRemembered}</p>}
      </div>
    </Dialog>
  );
}

function SchoolFirst({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button wide onPress={() => goTo("/school?next=bulletins")}>
            {bulletinsText.chooseSchool}
          </Button>
          <Button wide kind="quiet" onPress={onClose}>
            {words.later}
          </Button>
        </>
      }
    >
      <p>{words.chooseFirst}</p>
    </Dialog>
  );
}

function NotNow({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      actions={
        <Button wide onPress={onClose}>
          {words.close}
        </Button>
      }
    >
      <p>{words.shut}</p>
    </Dialog>
  );
}
