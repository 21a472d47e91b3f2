import type { GroupList } from "@truong-an/shared/api/groups";
import { Reader } from "@truong-an/shared/bulletin";
import { groupLimits } from "@truong-an/shared/group";
import { newSubmissionId } from "@truong-an/shared/sealing/random";
import { readerLabels } from "@truong-an/shared/text/bulletin-vi";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ChooseOne, ChooseSome } from "../../ui/choice.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Empty } from "../../ui/states.tsx";
import { groupsText } from "../text/groups-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import { CheckedForm, faultsAfter, noFaults } from "../ui/checked-form.tsx";
import layout from "../ui/layout.module.css";
import { useAction } from "../use-action.ts";
import { AssetChoice } from "./asset-choice.tsx";
import {
  checkDraft,
  type DraftProblem,
  emptyDraft,
  type GroupDraft,
  toggled,
} from "./group-draft.ts";
import { groupsHash } from "./group-routes.ts";
import { attachBot, createGroup } from "./groups-api.ts";
import { PlaceField } from "./place-field.tsx";

type FormProps = { readonly list: GroupList; readonly onDone: () => void };

/** Adds a group: a new one that the account runs, or one that our Bot sits in already. */
export function GroupForm({ list, onDone }: FormProps) {
  const [draft, setDraft] = useState(() => emptyDraft(newSubmissionId(), list.places));
  const [problems, setProblems] = useState<ReadonlySet<DraftProblem>>(new Set());
  const [faults, setFaults] = useState(noFaults);
  const { state, run } = useAction();
  if (list.places.length === 0) return <Empty message={groupsText.page.onlyLeads} />;
  const change = (changes: Partial<GroupDraft>) =>
    setDraft((before) => ({ ...before, ...changes }));
  const { form } = groupsText;

  function submit() {
    if (state.kind === "busy") return;
    const checked = checkDraft(draft);
    const found = checked.kind === "problems" ? checked.problems : new Set<DraftProblem>();
    setProblems(found);
    setFaults(faultsAfter(faults, found.size));
    if (checked.kind === "problems") return;
    const ownWords = { "not-now": checked.kind === "bot" ? form.botRefused : form.refused };
    run({
      ask: () => (checked.kind === "bot" ? attachBot(checked.body) : createGroup(checked.body)),
      ownWords,
      whenDone: () => {
        onDone();
        window.location.hash = groupsHash({ kind: "group", groupId: draft.groupId });
      },
    });
  }

  return (
    <Card title={form.title}>
      <CheckedForm
        faults={faults}
        onSubmit={submit}
        actions={
          <>
            <ActionOutcome state={state} busy={form.busy} />
            <Button submits wide busy={state.kind === "busy"}>
              {draft.kind === "bot" ? form.submitBot : form.submit}
            </Button>
          </>
        }
      >
        <GroupFields draft={draft} list={list} problems={problems} change={change} />
      </CheckedForm>
    </Card>
  );
}

type FieldsProps = {
  readonly draft: GroupDraft;
  readonly list: GroupList;
  readonly problems: ReadonlySet<DraftProblem>;
  readonly change: (changes: Partial<GroupDraft>) => void;
};

function GroupFields(props: FieldsProps) {
  const { draft, list, problems, change } = props;
  const { form } = groupsText;
  return (
    <>
      {list.hasBot && (
        <ChooseOne
          label={form.kind}
          options={[
            { value: "gmf", label: form.gmf, hint: form.gmfHint },
            { value: "bot", label: form.asBot, hint: form.asBotHint },
          ]}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
        />
      )}
      <TextField
        label={form.name}
        hint={form.nameHint}
        value={draft.name}
        maxLength={groupLimits.name}
        onChange={(name) => change({ name })}
        error={problems.has("name") ? form.needs.name : null}
      />
      <PlaceField
        label={form.place}
        purpose="group"
        places={list.places}
        value={draft.placeKey}
        onChange={(key) => change({ placeKey: key })}
      />
      {problems.has("place") && <p className={layout["problem"]}>{form.needs.place}</p>}
      <ReadersField
        values={draft.readers}
        error={problems.has("readers") ? form.needs.readers : null}
        onChange={(readers) => change({ readers })}
      />
      {draft.kind === "gmf" ? (
        <OwnGroupFields {...props} />
      ) : (
        <TextField
          label={form.chatId}
          hint={form.chatIdHint}
          value={draft.chatId}
          maxLength={64}
          onChange={(chatId) => change({ chatId })}
          error={problems.has("chatId") ? form.needs.chatId : null}
        />
      )}
    </>
  );
}

/** Who is in a group: what decides which bulletins it gets. */
export function ReadersField(props: {
  readonly values: readonly Reader[];
  readonly error?: string | null;
  readonly onChange: (values: readonly Reader[]) => void;
}) {
  return (
    <ChooseSome
      label={groupsText.form.readers}
      hint={groupsText.form.readersHint}
      options={Reader.options.map((value) => ({ value, label: readerLabels[value] }))}
      values={props.values}
      most={Reader.options.length}
      error={props.error ?? null}
      onToggle={(value) => props.onChange(toggled(props.values, value))}
    />
  );
}

function OwnGroupFields({ draft, list, problems, change }: FieldsProps) {
  const { form } = groupsText;
  return (
    <>
      <TextArea
        label={form.description}
        value={draft.description}
        rows={2}
        maxLength={groupLimits.description}
        onChange={(description) => change({ description })}
      />
      <AssetChoice
        label={form.asset}
        assets={list.freeAssets}
        value={draft.assetId}
        error={problems.has("asset") ? form.needs.asset : null}
        onChange={(assetId) => change({ assetId })}
      />
      {list.firstMembers.length === 0 ? (
        <Notice kind="information">
          <p>{form.membersNone}</p>
        </Notice>
      ) : (
        <ChooseSome
          label={form.members}
          hint={form.membersHint}
          options={list.firstMembers.map(({ id, name, deskName }) => ({
            value: id as string,
            label: name,
            hint: deskName,
          }))}
          values={draft.firstMembers}
          most={groupLimits.firstMembers}
          error={problems.has("members") ? form.needs.members : null}
          onToggle={(id) => change({ firstMembers: toggled(draft.firstMembers, id) })}
        />
      )}
    </>
  );
}
