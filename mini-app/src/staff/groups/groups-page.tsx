import type { GroupList } from "@truong-an/shared/api/groups";
import { Failure, Loading } from "../../ui/states.tsx";
import type { Shell } from "../signed-in.tsx";
import { groupsText } from "../text/groups-vi.ts";
import { Frame } from "../ui/frame.tsx";
import { PartLinks } from "../ui/part-links.tsx";
import { useWatched } from "../use-watched.ts";
import { GroupForm } from "./group-form.tsx";
import { GroupListView } from "./group-list.tsx";
import { type GroupsView, groupsHash } from "./group-routes.ts";
import { GroupView } from "./group-view.tsx";
import { fetchGroups } from "./groups-api.ts";
import { PosterPage } from "./poster-page.tsx";
import { SendPage } from "./send-page.tsx";

type PageProps = { readonly view: GroupsView; readonly shell: Shell };

/** Zalo groups: which there are, making one, one of them, sending a bulletin, and a sheet to print. */
export function GroupsPage({ view, shell }: PageProps) {
  switch (view.kind) {
    case "poster":
      return <PosterPage schoolId={view.schoolId} shell={shell} />;
    case "send":
      return (
        <SendPage bulletinId={view.bulletinId} shell={shell} nav={<GroupsNav view={view} />} />
      );
    default:
      return <Groups view={view} shell={shell} />;
  }
}

function Groups({ view, shell }: PageProps) {
  const { view: watched, again } = useWatched("groups", fetchGroups, isUnderWay);
  return (
    <Frame title={groupsText.title} bar={shell.bar} emergencies={shell.emergencies}>
      {shell.notices}
      <GroupsNav view={view} />
      {watched.kind === "loading" && <Loading label={groupsText.loading} />}
      {watched.kind === "failed" && <Failure message={groupsText.failed} onRetry={again} />}
      {watched.kind === "ready" && (
        <>
          {watched.isStale && <Failure message={groupsText.stale} onRetry={again} />}
          <Part view={view} list={watched.value} again={again} />
        </>
      )}
    </Frame>
  );
}

function Part(props: {
  readonly view: GroupsView;
  readonly list: GroupList;
  readonly again: () => void;
}) {
  const { view, list, again } = props;
  if (view.kind === "new") return <GroupForm list={list} onDone={again} />;
  if (view.kind !== "group") return <GroupListView list={list} again={again} />;
  const group = list.groups.find(({ id }) => id === view.groupId);
  if (group === undefined) return <Failure message={groupsText.page.gone} />;
  return <GroupView key={group.id} group={group} list={list} again={again} />;
}

/** Something was asked of Zalo and has not been answered yet. */
function isUnderWay({ groups, sync }: GroupList): boolean {
  const isSyncing = sync !== null && sync.finishedAt === null;
  return isSyncing || groups.some(({ change }) => change?.status === "waiting");
}

function GroupsNav({ view }: { readonly view: GroupsView }) {
  const parts = [
    { kind: "list", label: groupsText.nav.list },
    { kind: "send", bulletinId: null, label: groupsText.nav.send },
    { kind: "new", label: groupsText.nav.new },
  ] as const;
  return (
    <PartLinks
      label={groupsText.nav.label}
      parts={parts.map(({ label, ...part }) => ({
        hash: groupsHash(part),
        label,
        isCurrent: part.kind === view.kind,
      }))}
    />
  );
}
