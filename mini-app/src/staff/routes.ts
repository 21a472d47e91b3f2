import { type Invitation, parseInvitation } from "@truong-an/shared/sealing/staff-keys";

export const queueFilters = ["all", "waiting", "mine", "closed"] as const;
export type QueueFilter = (typeof queueFilters)[number];

export type Route =
  | { readonly page: "queue"; readonly filter: QueueFilter }
  | { readonly page: "report"; readonly reportId: string }
  | { readonly page: "duty"; readonly deskId: string | null } // null: the first of my desks
  | { readonly page: "invitation"; readonly invitation: Invitation | undefined };

/** Which page a hash names. A hash that names none leads to the queue: nobody meets a dead end. */
export function routeOf(hash: string): Route {
  const [page, rest] = hash.replace(/^#\/?/, "").split("/");
  if (page === "invitation") return { page, invitation: parseInvitation(rest ?? "") };
  if (page === "report" && rest !== undefined && uuid.test(rest)) return { page, reportId: rest };
  if (page === "duty") return { page, deskId: rest !== undefined && uuid.test(rest) ? rest : null };
  const filter = queueFilters.find((known) => page === "queue" && known === rest);
  return { page: "queue", filter: filter ?? "all" };
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

/** Where an invitation's link ends up once its secret has been taken out of the address bar. */
export const invitationHash = "#/invitation";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
