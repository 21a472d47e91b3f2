import type { Channel } from "@truong-an/shared/alert";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { channelNames, myChannelsText, titled } from "../text/alerts-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import layout from "../ui/layout.module.css";
import { useAction } from "../use-action.ts";
import { saveOrder } from "./alerts-api.ts";
import styles from "./order-card.module.css";

/** In which order I am called: one list for urgent matters, one for the rest. */
export function OrderCard(props: {
  readonly isUrgent: boolean;
  readonly channels: readonly Channel[];
  readonly onChanged: () => void;
}) {
  const { isUrgent, channels, onChanged } = props;
  const { state, run } = useAction();
  const words = isUrgent ? myChannelsText.order.urgent : myChannelsText.order.usual;
  if (channels.length < 2) return null;

  function moveUp(index: number) {
    run({
      ask: () => saveOrder({ urgent: isUrgent, channels: withRaised(channels, index) }),
      whenDone: onChanged,
      whenRefused: onChanged,
    });
  }

  return (
    <Card title={words.title}>
      <p className={layout["quiet"]}>{words.meaning}</p>
      <ol className={styles["channels"]}>
        {channels.map((channel, index) => (
          <li key={channel} className={styles["channel"]}>
            <span>{titled(channelNames[channel])}</span>
            {index > 0 && (
              <Button kind="quiet" busy={state.kind === "busy"} onPress={() => moveUp(index)}>
                {myChannelsText.order.up}
                <span className="visually-hidden"> {channelNames[channel]}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
      <ActionOutcome state={state} busy={myChannelsText.saving} done={myChannelsText.order.saved} />
    </Card>
  );
}

function withRaised(channels: readonly Channel[], index: number): Channel[] {
  const before = channels.slice(0, index - 1);
  return [
    ...before,
    ...channels.slice(index - 1, index + 1).reverse(),
    ...channels.slice(index + 1),
  ];
}
