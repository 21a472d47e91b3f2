import type { InvitationAccepted, InvitationOpened, Me } from "@truong-an/shared/api/staff";
import { toBase64Url } from "@truong-an/shared/sealing/bytes";
import type { Invitation } from "@truong-an/shared/sealing/staff-keys";
import { useState } from "react";
import { Card } from "../ui/card.tsx";
import { Failure, Loading } from "../ui/states.tsx";
import { TextLink } from "../ui/text-link.tsx";
import { useQuery } from "../ui/use-query.ts";
import { openInvitation } from "./api.ts";
import { ChoosePassphrase } from "./choose-passphrase.tsx";
import { FirstCode } from "./first-code.tsx";
import { queueHash } from "./routes.ts";
import { text } from "./text/vi.ts";
import { Frame } from "./ui/frame.tsx";
import { refusalText } from "./use-action.ts";

type InvitationPageProps = {
  readonly invitation: Invitation | undefined; // undefined: the link was cut, or its secret already taken out
  readonly onEntered: (me: Me, closedDesks: readonly string[]) => void;
};

/** The first visit: choose a passphrase, make the keys here, connect the one-time codes. */
export function InvitationPage({ invitation, onEntered }: InvitationPageProps) {
  return (
    <Frame title={text.invitation.title} narrow>
      {invitation === undefined ? (
        <Failure message={text.invitation.broken}>
          <TextLink href={queueHash("all")}>{text.invitation.toSignIn}</TextLink>
        </Failure>
      ) : (
        <Opening invitation={invitation} onEntered={onEntered} />
      )}
    </Frame>
  );
}

function Opening(props: { readonly invitation: Invitation } & InvitationPageProps) {
  const token = toBase64Url(props.invitation.token);
  const { query, again } = useQuery(token, () => openInvitation(token));
  if (query.kind === "loading") return <Loading label={text.invitation.opening} />;
  if (query.kind === "failed") {
    return <Failure message={text.failed.unreachable} onRetry={again} />;
  }
  const answer = query.value;
  if (answer.kind === "ok") {
    return (
      <Joining
        opened={answer.value}
        token={token}
        identity={props.invitation.identity}
        onEntered={props.onEntered}
      />
    );
  }
  if (answer.kind === "refused" && answer.code === "invitation-spent") {
    return (
      <Failure message={refusalText(answer)}>
        <TextLink href={queueHash("all")}>{text.invitation.toSignIn}</TextLink>
      </Failure>
    );
  }
  return <Failure message={refusalText(answer)} onRetry={again} />;
}

function Joining(props: {
  readonly opened: InvitationOpened;
  readonly token: string;
  readonly identity: string;
  readonly onEntered: InvitationPageProps["onEntered"];
}) {
  const [accepted, setAccepted] = useState<InvitationAccepted | undefined>();
  const { staffName, email, desk } = props.opened;
  return (
    <>
      <Card title={text.invitation.greeting(staffName)}>
        <p>{text.invitation.desk(desk.name)}</p>
        <p>{email}</p>
      </Card>
      {accepted === undefined ? (
        <ChoosePassphrase
          opened={props.opened}
          token={props.token}
          identity={props.identity}
          onAccepted={setAccepted}
        />
      ) : (
        <FirstCode accepted={accepted} token={props.token} onEntered={props.onEntered} />
      )}
    </>
  );
}
