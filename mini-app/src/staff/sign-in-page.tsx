import type { Me } from "@truong-an/shared/api/staff";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Failure, Loading } from "../ui/states.tsx";
import { parseOneTimeCode, type SignInResult, type SignInStep, signInWith } from "./sign-in.ts";
import { text } from "./text/vi.ts";
import { Frame } from "./ui/frame.tsx";
import layout from "./ui/layout.module.css";
import { PassphraseField } from "./ui/passphrase-field.tsx";
import { refusalText } from "./use-action.ts";

/** Why someone stands at the door. */
export type DoorReason = "fresh" | "left" | "idle" | "reload" | "signed-out";

type Problems = {
  readonly email?: string;
  readonly passphrase?: string;
  readonly oneTimeCode?: string;
};

/** The door: e-mail, passphrase and one-time code. After a lock the e-mail is already known. */
export function SignInPage(props: {
  readonly email: string | null;
  readonly reason: DoorReason;
  readonly onEntered: (me: Me, closedDesks: readonly string[]) => void;
}) {
  const [known, setKnown] = useState(props.email);
  const [typed, setTyped] = useState({ email: "", passphrase: "", oneTimeCode: "" });
  const [problems, setProblems] = useState<Problems>({});
  const [step, setStep] = useState<SignInStep | undefined>();
  const [failure, setFailure] = useState<string | undefined>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (step !== undefined) return;
    const email = known ?? typed.email.trim();
    const oneTimeCode = parseOneTimeCode(typed.oneTimeCode);
    const found = problemsOf({ email, passphrase: typed.passphrase, oneTimeCode });
    setProblems(found);
    setFailure(undefined);
    if (oneTimeCode === undefined || Object.keys(found).length > 0) return;
    try {
      const credentials = { email, passphrase: typed.passphrase, oneTimeCode };
      const result = await signInWith(credentials, setStep);
      if (result.kind === "in") return props.onEntered(result.me, result.closedDesks);
      setTyped((before) => ({ ...before, oneTimeCode: "" }));
      setFailure(failureText(result));
    } catch {
      setFailure(text.door.cannotCompute);
    }
    setStep(undefined);
  }

  return (
    <Frame title={known === null ? text.door.title : text.door.lockedTitle} narrow>
      <DoorNotice reason={props.reason} />
      <Card>
        <form className={layout["form"]} onSubmit={(event) => void submit(event)} noValidate>
          {known === null ? (
            <TextField
              label={text.door.email}
              type="email"
              autoComplete="username"
              value={typed.email}
              onChange={(email) => setTyped({ ...typed, email })}
              maxLength={200}
              error={problems.email ?? null}
            />
          ) : (
            <KnownEmail email={known} onOther={() => setKnown(null)} />
          )}
          <PassphraseField
            label={text.door.passphrase}
            value={typed.passphrase}
            onChange={(passphrase) => setTyped({ ...typed, passphrase })}
            isNew={false}
            error={problems.passphrase ?? null}
          />
          <TextField
            label={text.door.oneTimeCode}
            hint={text.door.oneTimeCodeHint}
            digits
            autoComplete="one-time-code"
            maxLength={8}
            value={typed.oneTimeCode}
            onChange={(oneTimeCode) => setTyped({ ...typed, oneTimeCode })}
            error={problems.oneTimeCode ?? null}
          />
          {failure !== undefined && <Failure message={failure} />}
          {step !== undefined && <Loading label={text.door[step]} />}
          <Button submits wide busy={step !== undefined}>
            {known === null ? text.door.signIn : text.door.unlock}
          </Button>
        </form>
      </Card>
      <p className={layout["quiet"]}>{text.door.forgotten}</p>
    </Frame>
  );
}

function DoorNotice({ reason }: { readonly reason: DoorReason }) {
  if (reason === "fresh") return null;
  const words = reason === "left" ? text.door.left : text.door.locked[reason];
  return (
    <Notice kind={reason === "left" ? "success" : "information"} live>
      <p>{words}</p>
    </Notice>
  );
}

function KnownEmail(props: { readonly email: string; readonly onOther: () => void }) {
  return (
    <div>
      {/* Tells the password manager whose passphrase this is. */}
      <input type="hidden" name="username" autoComplete="username" value={props.email} />
      <p>{props.email}</p>
      <Button kind="quiet" onPress={props.onOther}>
        {text.door.otherPerson}
      </Button>
    </div>
  );
}

function problemsOf(typed: {
  readonly email: string;
  readonly passphrase: string;
  readonly oneTimeCode: string | undefined;
}): Problems {
  return {
    ...(typed.email === "" ? { email: text.door.emailNeeded } : {}),
    ...(typed.passphrase === "" ? { passphrase: text.door.passphraseNeeded } : {}),
    ...(typed.oneTimeCode === undefined ? { oneTimeCode: text.door.codeNeeded } : {}),
  };
}

/** One sentence for every wrong part: never which one. A malformed e-mail is a wrong one too. */
function failureText(result: Exclude<SignInResult, { kind: "in" }>): string {
  if (result.kind === "key-does-not-open") return text.door.keyDoesNotOpen;
  if (result.kind === "unreachable") return text.failed.unreachable;
  const isWrong = result.code === "sign-in-refused" || result.code === "malformed";
  return isWrong ? text.door.refused : refusalText(result);
}
