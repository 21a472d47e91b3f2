import type { Me } from "@truong-an/shared/api/staff";
import { useCallback, useEffect, useState } from "react";
import { Loading } from "../ui/states.tsx";
import { signOut, whenSignedOut, whoAmI } from "./api.ts";
import { InvitationPage } from "./invitation-page.tsx";
import { forget } from "./keys.ts";
import { type DoorReason, SignInPage } from "./sign-in-page.tsx";
import { SignedIn } from "./signed-in.tsx";
import { text } from "./text/vi.ts";
import { Frame } from "./ui/frame.tsx";
import { replaceWithQueue, useRoute } from "./use-route.ts";

type Session =
  | { readonly kind: "starting" }
  | { readonly kind: "door"; readonly email: string | null; readonly reason: DoorReason }
  | { readonly kind: "in"; readonly me: Me; readonly closedDesks: readonly string[] };

/** The console: a door, and behind it the pages. Keys and decrypted words exist only behind it. */
export function Console() {
  const route = useRoute();
  const [session, setSession] = useState<Session>({ kind: "starting" });

  const leave = useCallback((reason: DoorReason) => {
    forget();
    setSession((before) => (before.kind === "in" ? doorAfter(before.me, reason) : before));
  }, []);

  const enter = useCallback((me: Me, closedDesks: readonly string[]) => {
    setSession({ kind: "in", me, closedDesks });
  }, []);

  useEffect(() => {
    whenSignedOut(() => leave("signed-out"));
    void whoAmI().then((answer) => {
      const email = answer.kind === "ok" ? answer.value.email : null;
      const reason = answer.kind === "ok" ? "reload" : "fresh";
      setSession((before) =>
        before.kind === "starting" ? { kind: "door", email, reason } : before,
      );
    });
  }, [leave]);

  if (route.page === "invitation") {
    return (
      <InvitationPage
        invitation={route.invitation}
        onEntered={(me, closedDesks) => {
          enter(me, closedDesks);
          replaceWithQueue();
        }}
      />
    );
  }
  switch (session.kind) {
    case "starting":
      return (
        <Frame title={text.console} narrow>
          <Loading label={text.door.starting} />
        </Frame>
      );
    case "door":
      return (
        <SignInPage
          key={`${session.reason} ${session.email}`}
          email={session.email}
          reason={session.reason}
          onEntered={enter}
        />
      );
    case "in":
      return (
        <SignedIn
          me={session.me}
          closedDesks={session.closedDesks}
          route={route}
          onLeave={(reason) => {
            leave(reason);
            void signOut();
          }}
        />
      );
  }
}

/** Someone who only stepped away finds their e-mail filled in; after signing out nothing is left. */
function doorAfter(me: Me, reason: DoorReason): Session {
  return { kind: "door", email: reason === "left" ? null : me.email, reason };
}
