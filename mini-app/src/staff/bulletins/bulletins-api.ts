import {
  BulletinDetail,
  BulletinPlaces,
  BulletinRows,
  CoverTaken,
  type EditBulletin,
  type SeenVersion,
  type WriteBulletin,
} from "@truong-an/shared/api/bulletins";
import type { BulletinStatus } from "@truong-an/shared/bulletin";
import { z } from "zod";
import { get, post, putBytes } from "../api.ts";

export const fetchBulletins = (status: BulletinStatus) =>
  get(`bulletins?status=${status}`, BulletinRows);

export const fetchBulletin = (id: string) => get(`bulletins/${id}`, BulletinDetail);

export const fetchPlaces = (deskId: string, search: string) =>
  get(`bulletin-places?deskId=${deskId}&search=${encodeURIComponent(search)}`, BulletinPlaces);

export const writeBulletin = (body: z.input<typeof WriteBulletin>) =>
  post("bulletins", body, z.unknown());

export const editBulletin = (id: string, body: z.input<typeof EditBulletin>) =>
  post(`bulletins/${id}/edit`, body, z.unknown());

export const sendCover = (id: string, jpeg: Uint8Array<ArrayBuffer>) =>
  putBytes(`bulletins/${id}/cover`, jpeg, CoverTaken);

export const takeStep = (
  id: string,
  step: "submit" | "return" | "approve" | "publish",
  seen: SeenVersion,
) => post(`bulletins/${id}/${step}`, seen, z.unknown());

export const withdrawVersion = (id: string, version: number) =>
  post(`bulletins/${id}/withdraw`, { version }, z.unknown());

export function versionCoverUrl(id: string, version: number): string {
  return `/api/staff/bulletins/${id}/versions/${version}/cover`;
}
