import {
  bulletinHash,
  bulletinsHash,
  dutyHash,
  libraryHash,
  newBulletinHash,
  queueHash,
  reportHash,
  routeOf,
} from "@truong-an/mini-app/staff/routes";
import { newInvitation, printInvitation } from "@truong-an/shared/sealing/staff-keys";
import { expect, test } from "vitest";

const reportId = "0b54b0f2-6f55-4c6e-9a3b-5f1f7d0d6a11";

test.each(["", "#", "#/", "#/nowhere", "#/queue/unknown", "#/report/not-an-id", "#/report"])(
  "the address %j leads to the whole queue",
  (hash) => {
    expect(routeOf(hash)).toEqual({ page: "queue", filter: "all" });
  },
);

test.each(["all", "waiting", "mine", "closed"] as const)(
  "the queue's address keeps its filter %s",
  (filter) => {
    expect(routeOf(queueHash(filter))).toEqual({ page: "queue", filter });
  },
);

test("the roster's address names a desk, or leaves it to the page", () => {
  expect(routeOf(dutyHash(reportId))).toEqual({ page: "duty", deskId: reportId });
  expect(routeOf(dutyHash(null))).toEqual({ page: "duty", deskId: null });
  expect(routeOf("#/duty/not-an-id")).toEqual({ page: "duty", deskId: null });
});

test("a report's address leads to the report", () => {
  expect(routeOf(reportHash(reportId))).toEqual({ page: "report", reportId });
});

test("an invitation's link gives both of its parts", () => {
  const invitation = newInvitation();

  const route = routeOf(`#/invitation/${printInvitation(invitation)}`);

  expect(route).toEqual({ page: "invitation", invitation });
});

test.each(["#/invitation", "#/invitation/", "#/invitation/cut.off"])(
  "a link that was cut (%s) leads to the invitation page without an invitation",
  (hash) => {
    expect(routeOf(hash)).toEqual({ page: "invitation", invitation: undefined });
  },
);

test.each([
  [bulletinsHash("draft"), { page: "bulletins", status: "draft" }],
  ["#/bulletins", { page: "bulletins", status: "submitted" }],
  ["#/bulletins/nothing", { page: "bulletins", status: "submitted" }],
  [newBulletinHash(null), { page: "new-bulletin", modelKey: null }],
  [newBulletinHash("fire-at-home"), { page: "new-bulletin", modelKey: "fire-at-home" }],
  [libraryHash(null), { page: "library", modelKey: null }],
  [libraryHash("fire-at-home"), { page: "library", modelKey: "fire-at-home" }],
  ["#/library/<script>", { page: "library", modelKey: null }],
  [bulletinHash(reportId), { page: "bulletin", bulletinId: reportId }],
  ["#/bulletin/not-an-id", { page: "bulletins", status: "submitted" }],
])("the address %s leads to bulletins", (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
});
