import { skipOf } from "@truong-an/shared/alert-choice";
import { and, eq } from "drizzle-orm";
import { channelTests } from "../db/alert-tables.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import { channels } from "./channels.ts";
import { noteOutcome } from "./health.ts";
import { standingFor } from "./standing.ts";

/**
 * Sends a test alert to a member who asked for one, tried even where it cannot work by what is
 * known: that is what they want to see. How it ended is kept for their page.
 */
export async function tryChannel(
  world: World,
  { staffId, channel }: Payload<"try-channel">,
): Promise<void> {
  const { addresses, standings } = await standingFor(world, staffId);
  const address = addresses.get(channel);
  if (address === undefined) return;
  const now = world.now();
  const skip = skipOf({ channel, hasAddress: true }, standings, now);
  const delivery = await channels[channel](world, { address, code: null });
  await noteOutcome(world, { channel, staffId, delivery });
  const code = delivery.kind === "delivered" ? "ok" : (skip?.why ?? delivery.code);
  await world.db
    .update(channelTests)
    .set({ outcome: delivery.kind, code })
    .where(and(eq(channelTests.staffId, staffId), eq(channelTests.channel, channel)));
}
