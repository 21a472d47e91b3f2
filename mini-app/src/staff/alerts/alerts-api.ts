import type { Channel } from "@truong-an/shared/alert";
import {
  type ChannelAddress,
  type ChannelOrder,
  LinkCode,
  MyChannels,
  Status,
} from "@truong-an/shared/api/staff-alerts";
import { z } from "zod";
import { get, post } from "../api.ts";

export const fetchMyChannels = () => get("my-channels", MyChannels);

export const fetchStatus = () => get("status", Status);

export const askLinkCode = () => post("my-channels/link-code", undefined, LinkCode);

export const unlink = (channel: "oa-message" | "bot") =>
  post("my-channels/unlink", { channel }, z.unknown());

export const saveAddress = (body: ChannelAddress) => post("my-channels/address", body, z.unknown());

export const saveOrder = (body: ChannelOrder) => post("my-channels/order", body, z.unknown());

export const tryChannel = (channel: Channel) => post("my-channels/try", { channel }, z.unknown());
