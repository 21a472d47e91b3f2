import {
  DutySheet,
  type HandOverDuty,
  type SavePlan,
  type WriteAbsence,
  type WriteCover,
} from "@truong-an/shared/api/duty";
import { z } from "zod";
import { get, post } from "../api.ts";

export const fetchDuty = (deskId: string) => get(`desks/${deskId}/duty`, DutySheet);

export const savePlan = (deskId: string, body: z.input<typeof SavePlan>) =>
  post(`desks/${deskId}/duty/plan`, body, z.unknown());

export const handOverDuty = (deskId: string, body: z.input<typeof HandOverDuty>) =>
  post(`desks/${deskId}/duty/hand-over`, body, z.unknown());

export const writeCover = (deskId: string, body: z.input<typeof WriteCover>) =>
  post(`desks/${deskId}/duty/covers`, body, z.unknown());

export const withdrawCover = (deskId: string, id: string) =>
  post(`desks/${deskId}/duty/covers/${id}/withdraw`, undefined, z.unknown());

export const writeAbsence = (deskId: string, body: z.input<typeof WriteAbsence>) =>
  post(`desks/${deskId}/duty/absences`, body, z.unknown());

export const withdrawAbsence = (deskId: string, id: string) =>
  post(`desks/${deskId}/duty/absences/${id}/withdraw`, undefined, z.unknown());
