import { BulletinStatus } from "@truong-an/shared/bulletin";
import { type Invitation, parseInvitation } from "@truong-an/shared/sealing/staff-keys";
import { type GroupsView, groupsViewOf } from "./groups/group-routes.ts";

export const queueFilters = ["all", "waiting", "mine", "closed"] as const;
export type QueueFilter = (typeof queueFilters)[number];

export type Route =
  | { readonly page: "queue"; readonly filter: QueueFilter }
  | { readonly page: "report"; readonly reportId: string }
  | { readonly page: "duty"; readonly deskId: string | null } // null: the first of my desks
  | { readonly page: "bulletins"; readonly status: BulletinStatus }
  | { readonly page: "bulletin"; readonly bulletinId: string }
  | { readonly page: "new-bulletin"; readonly modelKey: string | null } // null: from an empty sheet
  | { readonly page: "library"; readonly modelKey: string | null } // null: all of it
  | { readonly page: "groups"; readonly view: GroupsView }
  | { readonly page: "my-channels" }
  | { readonly page: "status" }
  | { readonly page: "invitation"; readonly invitation: Invitation | undefined };

/** Which page a hash names. A hash that names none leads to the queue: nobody meets a dead end. */
export function routeOf(hash: string): Route {
  const [page, rest, more] = hash.replace(/^#\/?/, "").split("/");
  if (page === "invitation") return { page, invitation: parseInvitation(rest ?? "") };
  if (page === "report" && rest !== undefined && uuid.test(rest)) return { page, reportId: rest };
  if (page === "duty") return { page, deskId: rest !== undefined && uuid.test(rest) ? rest : null };
  const ofBulletins = bulletinRoute(page, rest ?? "", more ?? "");
  if (ofBulletins !== undefined) return ofBulletins;
  if (page === "groups") return { page, view: groupsViewOf(rest, more) };
  if (page === "my-channels" || page === "status") return { page };
  const filter = queueFilters.find((known) => page === "queue" && known === rest);
  return { page: "queue", filter: filter ?? "all" };
}

function bulletinRoute(page: string | undefined, rest: string, more: string): Route | undefined {
  switch (page) {
    case "library":
      return { page, modelKey: modelKeyOf(rest) };
    case "bulletin":
      if (rest === "new") return { page: "new-bulletin", modelKey: modelKeyOf(more) };
      if (uuid.test(rest)) return { page, bulletinId: rest };
      return { page: "bulletins", status: "submitted" };
    case "bulletins":
      return { page, status: BulletinStatus.safeParse(rest).data ?? "submitted" };
    default:
      return undefined;
  }
}

export function queueHash(filter: QueueFilter): string {
  return `#/queue/${filter}`;
}

export function reportHash(reportId: string): string {
  return `#/report/${reportId}`;
}

export function dutyHash(deskId: string | null): string {
  return deskId === null ? "#/duty" : `#/duty/${deskId}`;
}

export function bulletinsHash(status: BulletinStatus): string {
  return `#/bulletins/${status}`;
}

export function bulletinHash(bulletinId: string): string {
  return `#/bulletin/${bulletinId}`;
}

/** A new bulletin, from an empty sheet or from one of the library. */
export function newBulletinHash(modelKey: string | null): string {
  return modelKey === null ? "#/bulletin/new" : `#/bulletin/new/${modelKey}`;
}

export function libraryHash(modelKey: string | null): string {
  return modelKey === null ? "#/library" : `#/library/${modelKey}`;
}

function modelKeyOf(part: string): string | null {
  return /^[a-z-]{1,60}$/.test(part) ? part : null;
}

export const myChannelsHash = "#/my-channels";
export const statusHash = "#/status";

/** Where an invitation's link ends up once its secret has been taken out of the address bar. */
export const invitationHash = "#/invitation";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
