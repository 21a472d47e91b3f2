import type { InvitationAccepted, Me } from "@truong-an/shared/api/staff";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { copyText } from "../ui/copy-text.ts";
import { TextField } from "../ui/field.tsx";
import { Failure } from "../ui/states.tsx";
import { confirmInvitation } from "./api.ts";
import styles from "./first-code.module.css";
import { unlockNewcomer } from "./keys.ts";
import { parseOneTimeCode } from "./sign-in.ts";
import { text } from "./text/vi.ts";
import layout from "./ui/layout.module.css";
import { QrCode } from "./ui/qr-code.tsx";
import { refusalText } from "./use-action.ts";

/** Connects an authenticator, proves it with its first code, and goes in with the keys already open. */
export function FirstCode(props: {
  readonly accepted: InvitationAccepted;
  readonly token: string;
  readonly onEntered: (me: Me, closedDesks: readonly string[]) => void;
}) {
  const [typed, setTyped] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | undefined>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const code = parseOneTimeCode(typed);
    setProblem(code === undefined ? text.door.codeNeeded : null);
    setFailure(undefined);
    if (isBusy || code === undefined) return;
    setIsBusy(true);
    const answer = await confirmInvitation(props.token, code);
    if (answer.kind === "ok") {
      return props.onEntered(answer.value, await unlockNewcomer(answer.value));
    }
    setIsBusy(false);
    const isWrong = answer.kind === "refused" && answer.code === "sign-in-refused";
    setFailure(isWrong ? text.invitation.codeWrong : refusalText(answer));
  }

  return (
    <Card title={text.invitation.codeTitle}>
      <p>{text.invitation.codeWhy}</p>
      <QrCode words={props.accepted.totpUri} label={text.invitation.qrLabel} />
      <KeyByHand totpSecret={props.accepted.totpSecret} />
      <form className={layout["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={text.invitation.firstCode}
          digits
          autoComplete="one-time-code"
          maxLength={8}
          value={typed}
          onChange={setTyped}
          error={problem}
        />
        {failure !== undefined && <Failure message={failure} />}
        <Button submits wide busy={isBusy}>
          {text.invitation.confirm}
        </Button>
      </form>
    </Card>
  );
}

function KeyByHand({ totpSecret }: { readonly totpSecret: string }) {
  const [isCopied, setIsCopied] = useState<boolean | undefined>();
  return (
    <div>
      <p>{text.invitation.byHand}</p>
      <p className={styles["secret"]}>{totpSecret.match(/.{1,4}/g)?.join(" ")}</p>
      <div className={layout["row"]}>
        <Button kind="secondary" onPress={() => void copyText(totpSecret).then(setIsCopied)}>
          {text.invitation.copy}
        </Button>
        <span role="status">
          {isCopied === true && text.invitation.copied}
          {isCopied === false && text.invitation.copyFailed}
        </span>
      </div>
    </div>
  );
}
