import type { MyChannel } from "@truong-an/shared/api/staff-alerts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import {
  channelNames,
  myChannelsText,
  titled,
  trialWords,
  usableWords,
} from "../text/alerts-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import layout from "../ui/layout.module.css";
import { useAction } from "../use-action.ts";
import { dayAndTime } from "../when.ts";
import { AddressForm } from "./address-form.tsx";
import { tryChannel, unlink } from "./alerts-api.ts";
import { StateLine } from "./state-line.tsx";

/** One way to reach me: what it can do now, its address, and a test of it. */
export function ChannelCard(props: {
  readonly mine: MyChannel;
  readonly isOnly: boolean;
  readonly now: number;
  readonly onChanged: () => void;
}) {
  const { mine, now, onChanged } = props;
  const { channel, isLinked, trial, usable } = mine;
  return (
    <Card title={titled(channelNames[channel])}>
      <StateLine
        tone={usable.kind === "works" ? "good" : isLinked ? "warning" : "none"}
        words={usableWords(usable, (at) => dayAndTime(at, now))}
      />
      {(channel === "zns" || channel === "email") && (
        <AddressForm
          key={mine.address}
          channel={channel}
          address={mine.address}
          isOnly={props.isOnly}
          onChanged={onChanged}
        />
      )}
      {isLinked && <Trial channel={channel} onChanged={onChanged} />}
      {isLinked && trial !== null && (
        <p className={layout["quiet"]} role="status">
          {trialWords(trial, dayAndTime(trial.askedAt, now))}
        </p>
      )}
      {(channel === "oa-message" || channel === "bot") && isLinked && (
        <Unlink channel={channel} isOnly={props.isOnly} onChanged={onChanged} />
      )}
    </Card>
  );
}

function Trial(props: { readonly channel: MyChannel["channel"]; readonly onChanged: () => void }) {
  const { state, run } = useAction();
  return (
    <>
      <div>
        <Button
          kind="secondary"
          busy={state.kind === "busy"}
          onPress={() =>
            run({
              ask: () => tryChannel(props.channel),
              whenDone: props.onChanged,
              ownWords: { "too-many-requests": myChannelsText.trial.tooSoon },
            })
          }
        >
          {myChannelsText.trial.action}
        </Button>
      </div>
      <ActionOutcome state={state} busy={myChannelsText.trial.asking} />
    </>
  );
}

function Unlink(props: {
  readonly channel: "oa-message" | "bot";
  readonly isOnly: boolean;
  readonly onChanged: () => void;
}) {
  const { state, run } = useAction();
  if (props.isOnly) return <p className={layout["quiet"]}>{myChannelsText.onlyOne}</p>;
  return (
    <>
      <div>
        <Button
          kind="quiet"
          busy={state.kind === "busy"}
          onPress={() => run({ ask: () => unlink(props.channel), whenDone: props.onChanged })}
        >
          {myChannelsText.unlink}
        </Button>
      </div>
      <ActionOutcome state={state} busy={myChannelsText.saving} />
    </>
  );
}
