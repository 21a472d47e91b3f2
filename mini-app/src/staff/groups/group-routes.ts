/** The pages under `#/groups`. */
export type GroupsView =
  | { readonly kind: "list" }
  | { readonly kind: "new" }
  | { readonly kind: "group"; readonly groupId: string }
  | { readonly kind: "poster"; readonly schoolId: string }
  | { readonly kind: "send"; readonly bulletinId: string | null };

/** Which of them the rest of a hash names; whatever names none is the list. */
export function groupsViewOf(first: string | undefined, second: string | undefined): GroupsView {
  if (first === "new") return { kind: "new" };
  if (first === "send") return { kind: "send", bulletinId: uuidOf(second) };
  const schoolId = uuidOf(second);
  if (first === "poster" && schoolId !== null) return { kind: "poster", schoolId };
  const groupId = uuidOf(first);
  return groupId === null ? { kind: "list" } : { kind: "group", groupId };
}

export function groupsHash(view: GroupsView): string {
  switch (view.kind) {
    case "list":
      return "#/groups";
    case "new":
      return "#/groups/new";
    case "group":
      return `#/groups/${view.groupId}`;
    case "poster":
      return `#/groups/poster/${view.schoolId}`;
    case "send":
      return view.bulletinId === null ? "#/groups/send" : `#/groups/send/${view.bulletinId}`;
  }
}

function uuidOf(part: string | undefined): string | null {
  return part !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part)
    ? part
    : null;
}
