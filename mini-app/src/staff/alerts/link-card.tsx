import type { LinkCode, MyChannels } from "@truong-an/shared/api/staff-alerts";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { myChannelsText } from "../text/alerts-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import layout from "../ui/layout.module.css";
import { useAction } from "../use-action.ts";
import { clockTime } from "../when.ts";
import { askLinkCode } from "./alerts-api.ts";
import styles from "./link-card.module.css";

/** Linking my Zalo, step by step: a code from here is sent there. It is shown once. */
export function LinkCard({ mine }: { readonly mine: MyChannels }) {
  const [code, setCode] = useState<LinkCode | undefined>();
  const { state, run } = useAction();
  const words = myChannelsText.link;
  const usesBot = mine.channels.some(
    ({ channel, usable }) =>
      channel === "bot" && (usable.kind !== "skipped" || usable.why !== "not-configured"),
  );
  return (
    <Card title={words.title}>
      <p>{words.why}</p>
      <ol className={styles["steps"]}>
        <li>{words.first}</li>
        <li>
          {words.second(usesBot)}
          {mine.oaLink !== null && (
            <>
              {" "}
              <a className={styles["open"]} href={mine.oaLink} target="_blank" rel="noreferrer">
                {words.open}
              </a>
            </>
          )}
        </li>
        <li>{words.third}</li>
      </ol>
      {code !== undefined && <Code code={code} />}
      <ActionOutcome state={state} busy={words.asking} />
      <div>
        <Button
          kind={code === undefined ? "primary" : "secondary"}
          busy={state.kind === "busy"}
          onPress={() =>
            run({
              ask: async () => {
                const answer = await askLinkCode();
                if (answer.kind === "ok") setCode(answer.value);
                return answer;
              },
            })
          }
        >
          {code === undefined ? words.ask : words.another}
        </Button>
      </div>
    </Card>
  );
}

function Code({ code }: { readonly code: LinkCode }) {
  const [isCopied, setIsCopied] = useState<boolean | undefined>();
  const words = myChannelsText.link;
  return (
    <div className={styles["code"]}>
      <p className={styles["characters"]}>{code.code}</p>
      <p className={layout["quiet"]}>{words.until(clockTime(code.expiresAt))}</p>
      <div className={layout["row"]}>
        <Button kind="secondary" onPress={() => void copyText(code.code).then(setIsCopied)}>
          {words.copy}
        </Button>
        <span role="status">
          {isCopied === true && words.copied}
          {isCopied === false && words.copyFailed}
        </span>
      </div>
    </div>
  );
}
