import type { Summer } from "@truong-an/shared/duty/roster";
import { useState } from "react";
import { TextField } from "../../ui/field.tsx";
import { dutyText, shortDate } from "../text/duty-vi.ts";
import { monthDayOf } from "./plan-draft.ts";

/** When the school's summer is, each year: days and months, written as people write them. */
export function SummerFields(props: {
  readonly summer: Summer;
  readonly onFine: (summer: Summer) => void;
  readonly onJudged: (isFine: boolean) => void;
}) {
  const [from, setFrom] = useState(shortDate(props.summer.from));
  const [to, setTo] = useState(shortDate(props.summer.to));

  function judge(written: { readonly from: string; readonly to: string }) {
    const summer = { from: monthDayOf(written.from), to: monthDayOf(written.to) };
    const isFine = summer.from !== undefined && summer.to !== undefined;
    props.onJudged(isFine);
    if (summer.from !== undefined && summer.to !== undefined) {
      props.onFine({ from: summer.from, to: summer.to });
    }
  }

  const wrong = (written: string) =>
    monthDayOf(written) === undefined ? dutyText.plan.summerWrong : null;
  return (
    <>
      <TextField
        label={dutyText.plan.summerFrom}
        hint={dutyText.plan.summerHint}
        value={from}
        maxLength={5}
        error={wrong(from)}
        onChange={(value) => {
          setFrom(value);
          judge({ from: value, to });
        }}
      />
      <TextField
        label={dutyText.plan.summerTo}
        value={to}
        maxLength={5}
        error={wrong(to)}
        onChange={(value) => {
          setTo(value);
          judge({ from, to: value });
        }}
      />
    </>
  );
}
