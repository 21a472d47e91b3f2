import type { AttachBot, CreateGroup, NamedPlace } from "@truong-an/shared/api/groups";
import { Reader } from "@truong-an/shared/bulletin";
import { GroupDescription, GroupName } from "@truong-an/shared/group";
import type { z } from "zod";

/** What somebody has filled in to add a group. */
export type GroupDraft = {
  readonly groupId: string; // made with the draft: sent twice, it is one group
  readonly kind: "gmf" | "bot";
  readonly name: string;
  readonly description: string;
  readonly placeKey: string; // "school:<id>"; empty: not chosen yet
  readonly readers: readonly Reader[];
  readonly assetId: string;
  readonly firstMembers: readonly string[];
  readonly chatId: string;
};

export type DraftProblem = "name" | "place" | "readers" | "asset" | "members" | "chatId";

export type Checked =
  | { readonly kind: "gmf"; readonly body: z.input<typeof CreateGroup> }
  | { readonly kind: "bot"; readonly body: z.input<typeof AttachBot> }
  | { readonly kind: "problems"; readonly problems: ReadonlySet<DraftProblem> };

export function emptyDraft(groupId: string, places: readonly NamedPlace[]): GroupDraft {
  const [only, ...others] = places;
  return {
    groupId,
    kind: "gmf",
    name: "",
    description: "",
    placeKey: only !== undefined && others.length === 0 ? placeKey(only) : "",
    readers: [],
    assetId: "",
    firstMembers: [],
    chatId: "",
  };
}

export function placeKey({ kind, id }: Pick<NamedPlace, "kind" | "id">): string {
  return `${kind}:${id}`;
}

/** The place behind a key; nothing for a key that is none. */
export function placeOf(key: string): { kind: "school" | "commune"; id: string } | undefined {
  const found = /^(school|commune):(.+)$/.exec(key);
  const [, kind, id] = found ?? [];
  if (id === undefined) return undefined;
  return { kind: kind === "school" ? "school" : "commune", id };
}

/** With this one chosen if it was not, and not chosen if it was. */
export function toggled<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

/** Ready to be sent, or everything that is still missing. */
export function checkDraft(draft: GroupDraft): Checked {
  const name = GroupName.safeParse(draft.name);
  const place = placeOf(draft.placeKey);
  const isBot = draft.kind === "bot";
  const problems = new Set<DraftProblem>([
    ...when(!name.success, "name"),
    ...when(place === undefined, "place"),
    ...when(draft.readers.length === 0, "readers"),
    ...when(!isBot && draft.assetId === "", "asset"),
    ...when(!isBot && draft.firstMembers.length === 0, "members"),
    ...when(isBot && !/^[\w.:-]{1,64}$/.test(draft.chatId.trim()), "chatId"),
  ]);
  if (problems.size > 0 || place === undefined) return { kind: "problems", problems };
  const { groupId } = draft;
  const common = { groupId, name: name.data ?? "", place, readers: sorted(draft.readers) };
  if (isBot) return { kind: "bot", body: { ...common, chatId: draft.chatId.trim() } };
  const description = GroupDescription.parse(draft.description);
  const { assetId, firstMembers } = draft;
  return {
    kind: "gmf",
    body: { ...common, description, assetId, firstMembers: [...firstMembers] },
  };
}

function sorted(readers: readonly Reader[]): Reader[] {
  return Reader.options.filter((one) => readers.includes(one));
}

function when(isSo: boolean, problem: DraftProblem): readonly DraftProblem[] {
  return isSo ? [problem] : [];
}
