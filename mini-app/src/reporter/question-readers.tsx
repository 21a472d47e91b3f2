import type { DeskKind, PlaceSheet } from "@truong-an/shared/directory";
import { useState } from "react";
import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { CallButtons } from "../ui/call-buttons.tsx";
import { Card } from "../ui/card.tsx";
import { ChooseOne, Tick } from "../ui/choice.tsx";
import { Notice } from "../ui/notice.tsx";
import { Failure, Loading } from "../ui/states.tsx";
import { goTo, replaceWith } from "../ui/use-hash.ts";
import { useQuery } from "../ui/use-query.ts";
import { type FoundPlace, loadPlace } from "./place.ts";
import { readLast, useReading } from "./read-draft.ts";
import { mayAskForPolice, readersOf, type Told } from "./readers.ts";
import { rememberedSchool } from "./remembered.ts";
import { currentDraft, tell, useDraft } from "./report-draft.ts";
import { factsOf, type ReportForm } from "./report-form.ts";
import { sealAndSend } from "./send-report.ts";
import { writerNow } from "./writer.ts";

/** Who will read, honestly and by name; then the report is sealed here and sent. */
export function ReadersQuestion() {
  const form = useDraft();
  const schoolId = rememberedSchool()?.id ?? "";
  const { query, again } = useQuery(schoolId, () => loadPlace(schoolId));
  useReading(form);
  const told = toldIn(form);
  if (query.kind === "loading" || told === null) {
    return <Loading label={text.report.readers.loading} />;
  }
  const place: FoundPlace = query.kind === "failed" ? { kind: "unreachable" } : query.value;
  if (place.kind !== "verified") return <NoReaders place={place.kind} onRetry={again} />;
  return <Readers form={form} told={told} sheet={place.sheet} />;
}

/** Null while an answer is missing or the story has not been read. */
function toldIn(form: ReportForm): Told | null {
  const facts = factsOf(form, writerNow());
  return facts === null || form.read === null ? null : { facts, signals: form.read.signals };
}

function NoReaders(props: {
  readonly place: Exclude<FoundPlace["kind"], "verified">;
  readonly onRetry: () => void;
}) {
  const words = text.report.readers;
  switch (props.place) {
    case "unreachable":
      return <Failure message={words.unreachable} onRetry={props.onRetry} />;
    case "not-found":
      return (
        <Failure message={words.notFound}>
          <Button kind="secondary" onPress={() => goTo("/school?next=report")}>
            {words.chooseSchool}
          </Button>
        </Failure>
      );
    case "untrusted":
      return (
        <Notice kind="danger" live>
          <p>{words.untrusted}</p>
          <CallButtons />
        </Notice>
      );
  }
}

function Readers(props: {
  readonly form: ReportForm;
  readonly told: Told;
  readonly sheet: PlaceSheet;
}) {
  const { form, told, sheet } = props;
  const words = text.report.readers;
  const { desks, excludable } = readersOf(told, sheet);
  return (
    <>
      <Card>
        <p>{words.list}</p>
        <ul>
          {desks.map((desk) => (
            <li key={desk.id}>
              <strong>{desk.name}</strong>
            </li>
          ))}
        </ul>
        {mayAskForPolice(told, sheet) && (
          <Tick
            label={words.police}
            hint={words.policeHint}
            checked={form.wantsPolice}
            onChange={(wantsPolice) => tell({ kind: "police", wantsPolice })}
          />
        )}
      </Card>
      {excludable.length > 0 && (
        <Card>
          <ChooseOne
            label={words.leaveOut}
            options={leaveOutOptions(excludable)}
            value={form.excluded ?? "nobody"}
            onChange={(chosen) =>
              tell({ kind: "excluded", excluded: chosen === "nobody" ? null : chosen })
            }
          />
        </Card>
      )}
      <Card title={words.honest}>
        <p>{words.honestZalo}</p>
        <p>{words.honestSchool}</p>
        <p>{words.honestSignals}</p>
      </Card>
      <SendButton told={told} sheet={sheet} />
    </>
  );
}

function leaveOutOptions(kinds: readonly DeskKind[]) {
  const words = text.report.readers;
  const nobody = { value: "nobody" as const, label: words.leaveOutNobody };
  const named = kinds.map((kind) => ({
    value: kind,
    label: words.leaveOutKind(text.deskKinds[kind]),
  }));
  return [nobody, ...named];
}

function SendButton({ told, sheet }: { readonly told: Told; readonly sheet: PlaceSheet }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const words = text.report.readers;
  const send = async () => {
    setBusy(true);
    setProblem(null);
    await readLast(currentDraft(), readersOf(told, sheet).level);
    const draft = currentDraft();
    const latest = toldIn(draft);
    const outcome = latest && (await sealAndSend({ draft, told: latest, sheet }));
    setBusy(false);
    if (outcome === null) return; // the writer went back and is changing the report
    if (outcome === "sealed") {
      replaceWith("/receipt"); // which empties the draft
    } else {
      setProblem(outcome === "too-large" ? text.report.story.tooLong : words.sealingFailed);
    }
  };
  return (
    <>
      {problem !== null && <Failure message={problem} />}
      {isBusy && <Loading label={words.sealing} />}
      <Button wide busy={isBusy} onPress={() => void send()}>
        {words.send}
      </Button>
    </>
  );
}
