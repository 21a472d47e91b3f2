import type { Me, ReportDetail } from "@truong-an/shared/api/staff";
import type { SheetDesk } from "@truong-an/shared/directory";
import { limits } from "@truong-an/shared/report";
import { toBase64 } from "@truong-an/shared/sealing/bytes";
import { sealNote } from "@truong-an/shared/sealing/report";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { TextArea } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Empty, Loading } from "../ui/states.tsx";
import { useQuery } from "../ui/use-query.ts";
import { writeNote } from "./api.ts";
import { openDeskNote } from "./keys.ts";
import styles from "./notes-panel.module.css";
import type { SheetDesks } from "./sheet-desks.ts";
import { mayDo } from "./standing.ts";
import { reportRefusals } from "./text/report-vi.ts";
import { text } from "./text/vi.ts";
import { ActionOutcome } from "./ui/action-outcome.tsx";
import layout from "./ui/layout.module.css";
import { useAction } from "./use-action.ts";
import { type Draft, useDraft } from "./use-draft.ts";
import { dayAndTime } from "./when.ts";

type Note = ReportDetail["notes"][number];

type NotesProps = {
  readonly report: ReportDetail;
  readonly desks: SheetDesks | null;
  readonly me: Me;
  readonly now: number;
  readonly onChanged: () => void;
};

/** Words between the desks that were told. The writer holds no key that opens them. */
export function NotesPanel(props: NotesProps) {
  const { report, now } = props;
  return (
    <Card title={text.notes.title}>
      {report.notes.length === 0 ? (
        <Empty message={text.notes.none} />
      ) : (
        <ul className={styles["notes"]}>
          {report.notes.map((note) => (
            <li key={note.id} className={styles["note"]}>
              <p className={layout["quiet"]}>
                {text.notes.byline(note.who, note.deskName, dayAndTime(note.at, now))}
              </p>
              <NoteWords deskId={report.myDeskId} note={note} />
            </li>
          ))}
        </ul>
      )}
      <Writing {...props} />
    </Card>
  );
}

function Writing(props: NotesProps) {
  const { report, desks } = props;
  if (!mayDo("note", report, props.me)) return null;
  if (desks === null) {
    return (
      <Notice kind="warning">
        <p>{text.notes.untrusted}</p>
      </Notice>
    );
  }
  return <NoteForm reportId={report.id} readers={desks.noteReaders} onSaved={props.onChanged} />;
}

function NoteWords(props: { readonly deskId: string; readonly note: Note }) {
  const { deskId, note } = props;
  const { query } = useQuery(note.id, () => openDeskNote(deskId, note.sealed));
  if (query.kind === "loading") return <Loading label={text.report.opening} />;
  if (query.kind === "failed" || query.value.kind === "closed") return <p>{text.notes.closed}</p>;
  return <p className={styles["words"]}>{query.value.value}</p>;
}

type NoteFormProps = {
  readonly reportId: string;
  readonly readers: readonly SheetDesk[];
  readonly onSaved: () => void;
};

function NoteForm(props: NoteFormProps) {
  const { draft, write } = useDraft();
  const { state, run, rest } = useAction();
  const [problem, setProblem] = useState<string | null>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (state.kind === "busy") return;
    if (draft.words.trim() === "") return setProblem(text.notes.empty);
    run({
      ask: () => saveNote(props, draft),
      whenDone: () => {
        write("");
        props.onSaved();
      },
      ownWords: reportRefusals,
    });
  }

  return (
    <form className={layout["form"]} onSubmit={submit}>
      <TextArea
        label={text.notes.label}
        hint={text.notes.hint}
        rows={3}
        value={draft.words}
        onChange={(words) => {
          rest();
          setProblem(null);
          write(words);
        }}
        maxLength={limits.messageCharacters}
        error={problem}
      />
      <ActionOutcome state={state} busy={text.notes.saving} done={text.notes.saved} />
      <div>
        <Button submits kind="secondary" busy={state.kind === "busy"}>
          {text.notes.save}
        </Button>
      </div>
    </form>
  );
}

async function saveNote({ reportId, readers }: NoteFormProps, draft: Draft) {
  const recipients = readers.map(({ recipient }) => recipient);
  const sealed = await sealNote(recipients, draft.words.trim());
  return writeNote(reportId, { noteId: draft.id, sealed: toBase64(sealed) });
}
