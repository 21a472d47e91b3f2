import type { SchoolFound } from "@truong-an/shared/api/public";
import { Writer } from "@truong-an/shared/report";
import { useState } from "react";
import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { CallButtons } from "../ui/call-buttons.tsx";
import { Card } from "../ui/card.tsx";
import { ChooseOne } from "../ui/choice.tsx";
import { TextField } from "../ui/field.tsx";
import { Page } from "../ui/page.tsx";
import { Empty, Failure, Loading } from "../ui/states.tsx";
import { goTo, replaceWith } from "../ui/use-hash.ts";
import { useQuery } from "../ui/use-query.ts";
import { useSettled } from "../ui/use-settled.ts";
import { findSchools } from "./api.ts";
import { LeaveQuickly } from "./leave-quickly.tsx";
import {
  type RememberedSchool,
  rememberedSchool,
  rememberSchool,
  rememberWriter,
} from "./remembered.ts";
import type { PageProps } from "./routes.tsx";
import styles from "./school-page.module.css";
import { writerNow } from "./writer.ts";

/** Which school this is about, and what kind of person writes. Both stay on this phone. */
export function SchoolPage({ query }: PageProps) {
  const isForReport = query.get("next") === "report";
  const cameFrom = query.get("next") === "bulletins" ? "/bulletins" : "/";
  const [school, setSchool] = useState(knownSchool);
  const [writer, setWriter] = useState<Writer>(writerNow);
  const choose = (found: SchoolFound) => {
    const chosen = { id: found.id, name: found.name, placeName: placeNameOf(found) };
    rememberSchool(chosen);
    setSchool(chosen);
  };
  return (
    <Page
      title={text.schoolPage.title}
      onBack={() => goTo(cameFrom)}
      barAction={<LeaveQuickly />}
      beside={isForReport ? <CallButtons small /> : undefined}
      actions={
        school && (
          <Button wide onPress={() => replaceWith(isForReport ? "/report" : cameFrom)}>
            {isForReport ? text.goOn : text.schoolPage.done}
          </Button>
        )
      }
    >
      {school ? (
        <>
          <Card title={text.schoolPage.chosen}>
            <p>
              <strong>{school.name}</strong>
              <br />
              {school.placeName}
            </p>
            <div>
              <Button kind="secondary" onPress={() => setSchool(null)}>
                {text.schoolPage.other}
              </Button>
            </div>
          </Card>
          <Card>
            <ChooseOne
              label={text.schoolPage.writer}
              hint={text.schoolPage.writerHint}
              options={Writer.options.map((value) => ({ value, label: text.writer[value] }))}
              value={writer}
              onChange={(chosen) => {
                rememberWriter(chosen);
                setWriter(chosen);
              }}
            />
          </Card>
        </>
      ) : (
        <SchoolSearch onChoose={choose} />
      )}
    </Page>
  );
}

const settleMs = 300;

function SchoolSearch(props: { readonly onChoose: (school: SchoolFound) => void }) {
  const [typed, setTyped] = useState("");
  const search = useSettled(typed.trim(), settleMs);
  const { query, again } = useQuery(search, () => findSchools(search));
  const failed = query.kind === "failed" || (query.kind === "ready" && query.value.kind !== "ok");
  return (
    <Card>
      <TextField
        type="search"
        label={text.schoolPage.search}
        hint={text.schoolPage.searchHint}
        value={typed}
        maxLength={100}
        onChange={setTyped}
      />
      {query.kind === "loading" && <Loading label={text.schoolPage.searching} />}
      {failed && <Failure message={text.schoolPage.failed} onRetry={again} />}
      {query.kind === "ready" && query.value.kind === "ok" && (
        <Results schools={query.value.value.schools} onChoose={props.onChoose} />
      )}
    </Card>
  );
}

function Results(props: {
  readonly schools: readonly SchoolFound[];
  readonly onChoose: (school: SchoolFound) => void;
}) {
  if (props.schools.length === 0) return <Empty message={text.schoolPage.none} />;
  return (
    <>
      <p className="visually-hidden" role="status">
        {text.schoolPage.found(props.schools.length)}
      </p>
      <ul className={styles["results"]}>
        {props.schools.map((school) => (
          <li key={school.id}>
            <button
              type="button"
              className={styles["result"]}
              onClick={() => props.onChoose(school)}
            >
              <span className={styles["name"]}>{school.name}</span>
              <span className={styles["place"]}>{placeNameOf(school)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function placeNameOf(school: SchoolFound): string {
  return `${school.communeName}, ${school.provinceName}`;
}

/** A school known only by its link has no name yet: it is searched for instead. */
function knownSchool(): RememberedSchool | null {
  const school = rememberedSchool();
  return school !== null && school.name !== "" ? school : null;
}
