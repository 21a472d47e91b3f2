import type { Run } from "@truong-an/shared/routing/simulation";
import { instant } from "@truong-an/shared/time";
import type { NamedPlace } from "./places.ts";

const vietnamOffset = 7 * 60 * 60_000;

/** One combination as a line of JSON: what was assumed, who owns it, who hears after how many minutes. */
export function recordOf(place: NamedPlace, { situation, now, plan }: Run): object {
  const { decided, facts, hint, isAsked } = situation;
  const { categories, accused, writer, wantsPolice, excluded } = facts;
  const named = (id: string) => {
    const desk = place.desks.find((one) => one.id === id);
    return desk === undefined ? id : `${desk.kind}: ${desk.name}`;
  };
  return {
    school: place.name,
    level: decided.level,
    categories,
    accused,
    formAsksWho: isAsked,
    writer,
    wantsPolice,
    excluded,
    hint,
    sentAt: `${new Date(instant(now + vietnamOffset)).toISOString().slice(0, 16)}+07:00`,
    owner: plan.owner === null ? null : named(plan.owner),
    told: plan.hearings.map(({ after, desks }) => ({
      afterMinutes: after,
      desks: desks.map(named),
    })),
    faults: plan.faults,
  };
}
