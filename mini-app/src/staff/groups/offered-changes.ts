import type { GroupRow } from "@truong-an/shared/api/groups";
import type { ChangeKind } from "@truong-an/shared/group";

/** What can be asked of a group as it stands. Nothing while something else is under way. */
export function offeredChanges(group: GroupRow): readonly ChangeKind[] {
  const { kind, state, isLocked, asksToJoin, requests, change } = group;
  if (change?.status === "waiting") return [];
  if (kind === "bot") return ["delete"];
  switch (state) {
    case "creating":
    case "refused":
      return ["create", "delete"];
    case "disabled":
      return ["use-asset", "delete"];
    case "deleted":
      return [];
    case "enabled":
      return [
        ...(requests > 0 ? (["accept-requests", "reject-requests"] as const) : []),
        isLocked ? "unlock" : "lock",
        asksToJoin ? "join-freely" : "ask-to-join",
        "use-asset",
        "delete",
      ];
  }
}
