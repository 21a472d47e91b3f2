import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { deskOf, type Office, officeToAskAbout, withOfficeNamed } from "./accused-office.ts";
import styles from "./office-question.module.css";
import { tell } from "./report-draft.ts";
import type { ReportForm } from "./report-form.ts";
import type { SettledReading } from "./use-readings.ts";

/**
 * When the words seem to be about someone whose own desk would read them: one gentle question. A
 * yes keeps that desk out, and says so; a no, or not being sure, changes nothing and is not asked again.
 */
export function OfficeQuestion(props: {
  readonly form: ReportForm;
  readonly settled: SettledReading | null;
}) {
  const { form, settled } = props;
  const asked = settled === null ? null : officeToAskAbout(form, settled.reading.accused);
  const words = text.report.story.office;
  const deny = (office: Office) => tell({ kind: "office-denied", office });
  return (
    <div role="status">
      {asked !== null && (
        <div className={styles["question"]}>
          <p className={styles["words"]}>{words.question[asked]}</p>
          <p>{words.why(deskOf[asked])}</p>
          <div className={styles["answers"]}>
            <Button
              kind="secondary"
              onPress={() => tell({ kind: "office-named", named: withOfficeNamed(form, asked) })}
            >
              {words.yes}
            </Button>
            <Button kind="secondary" onPress={() => deny(asked)}>
              {words.no}
            </Button>
            <Button kind="secondary" onPress={() => deny(asked)}>
              {words.unsure}
            </Button>
          </div>
        </div>
      )}
      {asked === null && form.namedOffice !== null && <Kept named={form.namedOffice} />}
    </div>
  );
}

function Kept({ named }: { readonly named: NonNullable<ReportForm["namedOffice"]> }) {
  const words = text.report.story.office;
  return (
    <div className={styles["kept"]}>
      <p className={styles["words"]}>{words.kept(deskOf[named.office])}</p>
      {named.added !== null && <p>{words.ticked(named.added, named.replaced)}</p>}
      <p>{words.change}</p>
    </div>
  );
}
