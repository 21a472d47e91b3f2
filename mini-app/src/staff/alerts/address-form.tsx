import { type FormEvent, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { myChannelsText } from "../text/alerts-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import layout from "../ui/layout.module.css";
import { useAction } from "../use-action.ts";
import { saveAddress } from "./alerts-api.ts";

/** A phone number or an e-mail of mine: kept, changed or taken away. */
export function AddressForm(props: {
  readonly channel: "zns" | "email";
  readonly address: string | null;
  readonly isOnly: boolean;
  readonly onChanged: () => void;
}) {
  const { channel, address, onChanged } = props;
  const [typed, setTyped] = useState(address ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const { state, run } = useAction();
  const words = myChannelsText.address[channel];

  function save(written: string | null) {
    run({
      ask: () => saveAddress({ channel, address: written }),
      whenDone: onChanged,
      ownWords: { "bad-address": words.wrong, "not-now": myChannelsText.onlyOne },
    });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const written = typed.trim();
    setProblem(written === "" ? words.needed : null);
    if (written !== "") save(written);
  }

  return (
    <form className={layout["form"]} onSubmit={submit} noValidate>
      <TextField
        label={words.label}
        hint={words.hint}
        type={channel === "email" ? "email" : "text"}
        digits={channel === "zns"}
        maxLength={200}
        value={typed}
        onChange={setTyped}
        error={problem}
      />
      <div className={layout["row"]}>
        <Button submits kind="secondary" busy={state.kind === "busy"}>
          {myChannelsText.address.save}
        </Button>
        {address !== null && !props.isOnly && (
          <Button kind="quiet" busy={state.kind === "busy"} onPress={() => save(null)}>
            {myChannelsText.address.remove}
          </Button>
        )}
      </div>
      <ActionOutcome
        state={state}
        busy={myChannelsText.saving}
        done={myChannelsText.address.saved}
      />
    </form>
  );
}
