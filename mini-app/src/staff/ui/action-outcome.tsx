import { Notice } from "../../ui/notice.tsx";
import { Failure, Loading } from "../../ui/states.tsx";
import type { ActionState } from "../use-action.ts";

/** How the last thing asked for is going, spoken when it changes. */
export function ActionOutcome(props: {
  readonly state: ActionState;
  readonly busy: string;
  readonly done?: string; // when the words stay beside what was done
}) {
  switch (props.state.kind) {
    case "idle":
      return null;
    case "busy":
      return <Loading label={props.busy} />;
    case "failed":
      return <Failure message={props.state.message} />;
    case "done":
      return props.done === undefined ? null : (
        <Notice kind="success" live>
          <p>{props.done}</p>
        </Notice>
      );
  }
}
