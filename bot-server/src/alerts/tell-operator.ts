import type { AlarmSubject } from "@truong-an/shared/alert";
import { enqueue } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import { operatorText } from "../text/alerts-vi.ts";
import type { World } from "../world.ts";

/**
 * One letter to every operator. When it is mail itself that fails no letter is tried: the status
 * page and the metrics show it, and people are called by their other channels meanwhile.
 */
export async function tellOperator(
  world: World,
  { subject, isOver, to }: Payload<"tell-operator">,
): Promise<void> {
  const { mail, config } = world;
  if (to === undefined) {
    world.log.warn(isOver ? "an alarm is over" : "the operator is alarmed", { subject });
    if (mail === undefined || (subject === "email" && !isOver)) return;
    await world.db.transaction(async (tx) => {
      for (const each of config.OPERATOR_EMAILS.keys()) {
        await enqueue(tx, "tell-operator", { subject, isOver, to: each });
      }
    });
    return;
  }
  const address = config.OPERATOR_EMAILS[to];
  if (mail === undefined || address === undefined) return;
  const outcome = await mail.sendMail({ to: address, ...letterAbout(subject, isOver) });
  if (outcome.kind === "unreachable") throw new OperatorNotTold();
}

/** The mail server did not answer: the queue tries again later, with its own growing pause. */
class OperatorNotTold extends Error {
  override readonly name = "OperatorNotTold";
}

function letterAbout(subject: AlarmSubject, isOver: boolean) {
  switch (subject) {
    case "people":
      return operatorText.nobody;
    case "token":
      return isOver ? operatorText.tokenAgain : operatorText.token;
    case "notices":
      return isOver ? operatorText.noticesAgain : operatorText.notices;
    case "webhook":
      return isOver ? operatorText.webhookAgain : operatorText.webhook;
    case "oa-message":
    case "zns":
    case "bot":
    case "email": {
      const channel = operatorText.channels[subject];
      return isOver ? operatorText.worksAgain(channel) : operatorText.fails(channel);
    }
  }
}
