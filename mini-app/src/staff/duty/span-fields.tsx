import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { dutyText, shortDate, spanInWords } from "../text/duty-vi.ts";
import layout from "../ui/layout.module.css";
import type { RosterView } from "./roster-view.ts";
import { draftOf, nextSummer, nextTet, readSpan, type SpanDraft, type WholeDays } from "./span.ts";

/** From a day and hour to another, with the long holidays to fill in at a touch. */
export function SpanFields(props: {
  readonly view: RosterView;
  readonly draft: SpanDraft;
  readonly onChange: (draft: SpanDraft) => void;
}) {
  const { draft, onChange } = props;
  const { sheet, now } = props.view;
  const tet = nextTet(sheet.holidays);
  const summer = nextSummer(sheet.plan.summer, now);
  const span = readSpan(draft, now);
  const field = (name: keyof SpanDraft, type: "date" | "time") => (
    <TextField
      type={type}
      label={dutyText.span[name]}
      value={draft[name]}
      onChange={(value) => onChange({ ...draft, [name]: value })}
    />
  );
  return (
    <>
      <fieldset className={layout["row"]}>
        <legend className={layout["quiet"]}>{dutyText.span.presets}</legend>
        {tet !== undefined && (
          <Button kind="secondary" onPress={() => onChange(draftOf(tet))}>
            {dutyText.span.tet(datesInWords(tet))}
          </Button>
        )}
        <Button kind="secondary" onPress={() => onChange(draftOf(summer))}>
          {dutyText.span.summer(datesInWords(summer))}
        </Button>
      </fieldset>
      {field("fromDate", "date")}
      {field("fromTime", "time")}
      {field("toDate", "date")}
      {field("toTime", "time")}
      {/* Native fields show dates in the browser's own language: said again, so that none is misread. */}
      <p role="status">{span.kind === "span" && spanInWords(span.from, span.to, now)}</p>
    </>
  );
}

function datesInWords({ from, to }: WholeDays): string {
  return `${shortDate(from)} – ${shortDate(to)}/${to.slice(0, 4)}`;
}
