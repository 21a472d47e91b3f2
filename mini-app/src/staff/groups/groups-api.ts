import {
  type AnswerPost,
  type AskChange,
  type AttachBot,
  type AttachGroup,
  BroadcastList,
  BroadcastRow,
  type CreateGroup,
  GroupList,
  GroupPlaces,
  type PlacesAsked,
  Poster,
} from "@truong-an/shared/api/groups";
import { z } from "zod";
import { get, post } from "../api.ts";

export const fetchGroups = () => get("groups", GroupList);

export const fetchPlaces = (purpose: PlacesAsked["purpose"], search: string) =>
  get(`group-places?${new URLSearchParams({ purpose, search })}`, GroupPlaces);

export const createGroup = (body: z.input<typeof CreateGroup>) => post("groups", body, z.unknown());

export const attachBot = (body: z.input<typeof AttachBot>) =>
  post("groups/bots", body, z.unknown());

export const attachGroup = (groupId: string, body: z.input<typeof AttachGroup>) =>
  post(`groups/${groupId}/attach`, body, z.unknown());

export const askChange = (groupId: string, body: z.input<typeof AskChange>) =>
  post(`groups/${groupId}/changes`, body, z.unknown());

export const askSync = () => post("groups/sync", undefined, z.unknown());

export const fetchPoster = (schoolId: string) => get(`posters/${schoolId}`, Poster);

export const fetchBroadcasts = () => get("broadcasts", BroadcastList);

export const fetchBroadcast = (bulletinId: string) => get(`broadcasts/${bulletinId}`, BroadcastRow);

export const broadcast = (bulletinId: string, act: "start" | "retry" | "stop") =>
  post(`broadcasts/${bulletinId}/${act}`, undefined, z.unknown());

export const answerPost = (bulletinId: string, body: z.input<typeof AnswerPost>) =>
  post(`broadcasts/${bulletinId}/answer`, body, z.unknown());
