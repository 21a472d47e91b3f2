import type { Me } from "@truong-an/shared/api/staff";
import { bulletinLimits, Reader, Topic } from "@truong-an/shared/bulletin";
import { findingsIn, publishedWords } from "@truong-an/shared/bulletin-check";
import { readerLabels, topicLabels } from "@truong-an/shared/text/bulletin-vi";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ChooseSome } from "../../ui/choice.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { bulletinsText } from "../text/bulletins-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import { CheckedForm, faultsAfter, noFaults } from "../ui/checked-form.tsx";
import layout from "../ui/layout.module.css";
import { useAction } from "../use-action.ts";
import { type BulletinDraft, type Missing, missingIn } from "./bulletin-draft.ts";
import styles from "./bulletin-form.module.css";
import { CoverField } from "./cover-field.tsx";
import { FindingsNotice } from "./findings-notice.tsx";
import { PhonePreview } from "./phone-preview.tsx";
import { PlaceField } from "./place-field.tsx";
import type { Saved } from "./save.ts";

const { form } = bulletinsText;
type Desk = Me["desks"][number];

/** Writing, with the words beside it as a phone will show them. */
export function BulletinForm(props: {
  readonly start: BulletinDraft;
  readonly desks: readonly Pick<Desk, "id" | "name">[]; // in whose name it may go
  readonly save: (draft: BulletinDraft) => Promise<Saved>;
  readonly onSaved: () => void;
  readonly onLeave: () => void;
}) {
  const [draft, setDraft] = useState(props.start);
  const [missing, setMissing] = useState<readonly Missing[]>([]);
  const [faults, setFaults] = useState(noFaults);
  const { state, run } = useAction();
  const change = (changes: Partial<BulletinDraft>) => setDraft((now) => ({ ...now, ...changes }));
  const deskName = props.desks.find(({ id }) => id === draft.deskId)?.name ?? "";

  function save() {
    const lacks = missingIn(draft);
    setMissing(lacks);
    setFaults(faultsAfter(faults, lacks.length));
    if (lacks.length > 0 || state.kind === "busy") return;
    run({
      ask: () => props.save(draft),
      whenDone: props.onSaved,
      ownWords: { "not-now": bulletinsText.changed },
    });
  }

  return (
    <div className={styles["columns"]}>
      <CheckedForm
        faults={faults}
        onSubmit={save}
        actions={
          <>
            <ActionOutcome state={state} busy={form.saving} done={form.saved} />
            <div className={layout["row"]}>
              <Button submits busy={state.kind === "busy"}>
                {form.save}
              </Button>
              <Button kind="quiet" onPress={props.onLeave}>
                {form.leave}
              </Button>
            </div>
          </>
        }
      >
        <Card>
          <ForWhom draft={draft} desks={props.desks} missing={missing} onChange={change} />
        </Card>
        <Card>
          <Words draft={draft} missing={missing} onChange={change} />
        </Card>
        <Card>
          <CoverField
            cover={draft.cover}
            isAltMissing={missing.includes("coverAlt")}
            onChange={(cover) => change({ cover })}
          />
        </Card>
      </CheckedForm>
      <div className={styles["beside"]}>
        <PhonePreview {...draft} deskName={deskName} />
        <FindingsNotice findings={findingsIn(publishedWords(draft))} />
      </div>
    </div>
  );
}

type PartProps = {
  readonly draft: BulletinDraft;
  readonly missing: readonly Missing[];
  readonly onChange: (changes: Partial<BulletinDraft>) => void;
};

function ForWhom(props: PartProps & { readonly desks: readonly Pick<Desk, "id" | "name">[] }) {
  const { draft, missing, onChange } = props;
  const { place, placeName, readers } = draft;
  return (
    <>
      {props.desks.length > 1 && (
        <SelectField
          label={form.desk}
          options={props.desks.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.deskId}
          onChange={(deskId) => onChange({ deskId, place: null, placeName: "" })}
        />
      )}
      <PlaceField
        deskId={draft.deskId}
        chosen={place === null ? null : { place, name: placeName }}
        error={missing.includes("place") ? form.missing.place : null}
        onChoose={(chosen) => onChange({ place: chosen.place, placeName: chosen.name })}
      />
      <ChooseSome
        label={form.readers}
        hint={form.readersHint}
        options={Reader.options.map((value) => ({ value, label: readerLabels[value] }))}
        values={readers}
        most={Reader.options.length}
        error={missing.includes("readers") ? form.missing.readers : null}
        onToggle={(reader) => onChange({ readers: toggled(readers, reader) })}
      />
    </>
  );
}

function Words({ draft, missing, onChange }: PartProps) {
  return (
    <>
      <SelectField
        label={form.topic}
        options={Topic.options.map((value) => ({ value, label: topicLabels[value] }))}
        value={draft.topic}
        onChange={(topic) => onChange({ topic })}
      />
      <TextField
        label={form.headline}
        value={draft.title}
        maxLength={bulletinLimits.titleChars}
        error={missing.includes("title") ? form.missing.title : null}
        onChange={(title) => onChange({ title })}
      />
      <TextArea
        label={form.body}
        hint={form.bodyHint}
        rows={16}
        value={draft.body}
        maxLength={bulletinLimits.bodyChars}
        error={missing.includes("body") ? form.missing.body : null}
        onChange={(body) => onChange({ body })}
      />
    </>
  );
}

function toggled(readers: readonly Reader[], reader: Reader): readonly Reader[] {
  return Reader.options.filter((one) => readers.includes(one) !== (one === reader));
}
