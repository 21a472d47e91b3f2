import type { ReceiptDigits } from "@truong-an/shared/receipt";
import { useState } from "react";
import { text } from "../text/vi.ts";
import { Card } from "../ui/card.tsx";
import { TextField } from "../ui/field.tsx";

const groupDigits = 4;
const askedGroups = [2, 5] as const; // neither the first nor neighbours: copying from memory would show

/** Helps to notice a slip of the pen: two groups typed back from the paper. Nobody has to. */
export function WriteDownCheck({ digits }: { readonly digits: ReceiptDigits }) {
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const answers = askedGroups.map((number) => ({
    number,
    typed: typed[number] ?? "",
    wanted: digits.slice((number - 1) * groupDigits, number * groupDigits),
  }));
  const isRight = answers.every((answer) => answer.typed === answer.wanted);
  return (
    <Card title={text.receipt.writeDown}>
      {answers.map((answer) => (
        <TextField
          key={answer.number}
          digits
          label={text.receipt.group(answer.number)}
          value={answer.typed}
          maxLength={groupDigits}
          error={isWrong(answer) ? text.receipt.wrong : null}
          onChange={(value) => setTyped({ ...typed, [answer.number]: value.trim() })}
        />
      ))}
      <p role="status">{isRight ? text.receipt.right : ""}</p>
    </Card>
  );
}

function isWrong(answer: { readonly typed: string; readonly wanted: string }): boolean {
  return answer.typed.length === groupDigits && answer.typed !== answer.wanted;
}
