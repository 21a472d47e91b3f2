import type { InvitationAccepted, InvitationOpened } from "@truong-an/shared/api/staff";
import { CannotOpen } from "@truong-an/shared/sealing/age";
import { toBase64 } from "@truong-an/shared/sealing/bytes";
import { newSalt, passphraseKeys, passphraseProblem } from "@truong-an/shared/sealing/staff-keys";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Failure, Loading } from "../ui/states.tsx";
import { type Answer, acceptInvitation } from "./api.ts";
import { join } from "./keys.ts";
import { letPaint } from "./sign-in.ts";
import { text } from "./text/vi.ts";
import layout from "./ui/layout.module.css";
import { PassphraseField } from "./ui/passphrase-field.tsx";
import { refusalText } from "./use-action.ts";

type ChoosePassphraseProps = {
  readonly opened: InvitationOpened;
  readonly token: string;
  readonly identity: string; // the secret part of the link, which opens the desk's key
  readonly onAccepted: (accepted: InvitationAccepted) => void;
};

/** A passphrase typed twice; from it the newcomer's keys are made in this browser. */
export function ChoosePassphrase(props: ChoosePassphraseProps) {
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [isAsked, setIsAsked] = useState(false);
  const [isMaking, setIsMaking] = useState(false);
  const [failure, setFailure] = useState<string | undefined>();

  const problem = passphraseProblem(first);
  const firstProblem = problem === undefined ? null : text.passphrase.problem[problem];
  const secondProblem =
    first.normalize("NFC") === second.normalize("NFC") ? null : text.passphrase.different;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsAsked(true);
    setFailure(undefined);
    if (isMaking || firstProblem !== null || secondProblem !== null) return;
    setIsMaking(true);
    try {
      const answer = await makeKeys(props, first);
      if (answer.kind === "ok") return props.onAccepted(answer.value);
      setFailure(refusalText(answer));
    } catch (error) {
      setFailure(error instanceof CannotOpen ? text.invitation.wrongKey : text.door.cannotCompute);
    } finally {
      setIsMaking(false);
    }
  }

  return (
    <Card title={text.invitation.whyTitle}>
      <p>{text.invitation.why}</p>
      <form className={layout["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <input type="hidden" name="username" autoComplete="username" value={props.opened.email} />
        <PassphraseField
          label={text.invitation.first}
          hint={
            first !== "" && firstProblem === null ? text.passphrase.fine : text.invitation.example
          }
          value={first}
          onChange={setFirst}
          isNew
          error={isAsked ? firstProblem : null}
        />
        <PassphraseField
          label={text.invitation.second}
          value={second}
          onChange={setSecond}
          isNew
          error={isAsked ? secondProblem : null}
        />
        {failure !== undefined && <Failure message={failure} />}
        {isMaking && <Loading label={text.invitation.making} />}
        <Button submits wide busy={isMaking}>
          {text.invitation.accept}
        </Button>
      </form>
    </Card>
  );
}

/** Throws `CannotOpen` when the link's secret does not open the key of the desk it names. */
async function makeKeys(
  { opened, token, identity }: ChoosePassphraseProps,
  passphrase: string,
): Promise<Answer<InvitationAccepted>> {
  await letPaint();
  const salt = newSalt();
  const keys = await passphraseKeys(passphrase, salt);
  const joined = await join({
    invitationIdentity: identity,
    unlockKey: keys.unlockIdentity,
    desk: opened.desk,
    deskKeyEnvelope: opened.deskKeyEnvelope,
  });
  return acceptInvitation({
    token,
    salt: toBase64(salt),
    signInHalf: toBase64(keys.signInHalf),
    ...joined,
  });
}
