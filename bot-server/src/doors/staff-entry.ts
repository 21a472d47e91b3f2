import {
  AcceptInvitation,
  ConfirmInvitation,
  InvitationAccepted,
  InvitationOpened,
  Me,
  OpenInvitation,
  SignIn,
  SignInStarted,
  StartSignIn,
} from "@truong-an/shared/api/staff";
import { z } from "zod";
import { acceptInvitation, confirmInvitation, openInvitation } from "../people/join.ts";
import { saltFor, signIn, whoIs } from "../people/sign-in.ts";
import type { World } from "../world.ts";
import { perMinute, perMinuteAbout } from "./limits.ts";
import type { Doors } from "./schemas.ts";
import { requireOwnPage, startSession } from "./staff-session.ts";

const AboutAccount = z.object({ email: StartSignIn.shape.email });

/** The doors before the session: invitations and signing in. */
export function staffEntryDoors(app: Doors, world: World): void {
  app.addHook("onRequest", (request) => requireOwnPage(world, request));
  const config = perMinute(30);
  const wholeOffice = perMinute(120); // behind one address
  // From one address: nobody elsewhere can keep an officer from signing in at night.
  const perAccount = () =>
    perMinuteAbout(app, 30, ({ body, ip }) => {
      return `${ip} ${AboutAccount.parse(body).email.toLowerCase()}`;
    });

  app.post(
    "/api/staff/invitations/open",
    { schema: { body: OpenInvitation, response: { 200: InvitationOpened } }, config },
    (request) => openInvitation(world, request.body.token),
  );

  app.post(
    "/api/staff/invitations/accept",
    { schema: { body: AcceptInvitation, response: { 200: InvitationAccepted } }, config },
    (request) => acceptInvitation(world, request.body),
  );

  app.post(
    "/api/staff/invitations/confirm",
    { schema: { body: ConfirmInvitation, response: { 200: Me } }, config },
    async (request, reply) => {
      const { token, oneTimeCode } = request.body;
      const staffId = await confirmInvitation(world, token, oneTimeCode);
      await startSession(world, reply, staffId);
      return whoIs(world, staffId);
    },
  );

  app.post(
    "/api/staff/sign-in/start",
    {
      schema: { body: StartSignIn, response: { 200: SignInStarted } },
      config: wholeOffice,
      preHandler: perAccount(),
    },
    async (request) => ({ salt: await saltFor(world, request.body.email) }),
  );

  app.post(
    "/api/staff/sign-in",
    {
      schema: { body: SignIn, response: { 200: Me } },
      config: wholeOffice,
      preHandler: perAccount(),
    },
    async (request, reply) => {
      const staffId = await signIn(world, request.body);
      await startSession(world, reply, staffId);
      return whoIs(world, staffId);
    },
  );
}
