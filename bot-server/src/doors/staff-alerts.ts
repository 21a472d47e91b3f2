import {
  ChannelAddress,
  ChannelOrder,
  LinkCode,
  MyChannels,
  Status,
  TryChannel,
  Unlink,
} from "@truong-an/shared/api/staff-alerts";
import { printLinkCode } from "@truong-an/shared/link-code";
import { z } from "zod";
import { askForTrial, myChannels, setAddress, setOrder } from "../alerts/my-channels.ts";
import { readStatus } from "../alerts/status.ts";
import { newLinkCode, unlinkZalo } from "../people/link-zalo.ts";
import type { World } from "../world.ts";
import { perMinuteAbout } from "./limits.ts";
import type { Doors } from "./schemas.ts";
import { requireStaff, staffOf } from "./staff-session.ts";

const done = { 204: z.null() };

/** How a member wants to be called, and how the ways to call people fare. */
export function staffAlertDoors(app: Doors, world: World): void {
  requireStaff(app, world);

  app.get("/api/staff/status", { schema: { response: { 200: Status } } }, () => readStatus(world));

  app.get("/api/staff/my-channels", { schema: { response: { 200: MyChannels } } }, (request) =>
    myChannels(world, staffOf(request)),
  );

  const onlySo = perMinuteAbout(app, 10, (request) => staffOf(request));
  app.post(
    "/api/staff/my-channels/link-code",
    { schema: { response: { 200: LinkCode } }, preHandler: onlySo },
    async (request) => {
      const { code, expiresAt } = await newLinkCode(world, staffOf(request));
      return { code: printLinkCode(code), expiresAt };
    },
  );

  app.post(
    "/api/staff/my-channels/unlink",
    { schema: { body: Unlink, response: done } },
    async (request, reply) => {
      await unlinkZalo(world, staffOf(request), request.body.channel);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/my-channels/address",
    { schema: { body: ChannelAddress, response: done } },
    async (request, reply) => {
      await setAddress(world, staffOf(request), request.body);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/my-channels/order",
    { schema: { body: ChannelOrder, response: done } },
    async (request, reply) => {
      await setOrder(world, staffOf(request), request.body);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/staff/my-channels/try",
    { schema: { body: TryChannel, response: done } },
    async (request, reply) => {
      await askForTrial(world, staffOf(request), request.body.channel);
      return reply.status(204).send(null);
    },
  );
}
