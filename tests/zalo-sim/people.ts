import { createHash } from "node:crypto";
import { z } from "zod";
import { Impossible } from "./impossible.ts";

/** Someone with Zalo on a phone. */
export const NewPerson = z.strictObject({
  id: z.string().regex(/^\d{1,20}$/),
  name: z.string().min(1).max(100),
  role: z.string().max(200).default(""),
  email: z.string().max(254).default(""),
  /** As ZNS writes it: country code first, no plus, no leading 0. Empty: no number known. */
  phone: z.union([z.literal(""), z.string().regex(/^84\d{9}$/)]).default(""),
  followed: z.boolean().default(true),
  blocked: z.boolean().default(false),
  /** When they last wrote, followed or pressed something, in epoch milliseconds; `null`: never. Left out: now. */
  lastInteractionAt: z.number().int().nullable().optional(),
  /** Runs the Official Account: may receive templates in development mode. */
  oaAdmin: z.boolean().default(false),
  /** Has written to the Bot, which may therefore write to them. */
  usesBot: z.boolean().default(false),
  /** Has allowed the Mini App to send notifications. */
  allowsNotices: z.boolean().default(false),
  /** What they have agreed to show the Mini App beside their id. */
  shares: z.array(z.enum(["name", "phone", "location"])).default([]),
});
export type NewPerson = z.input<typeof NewPerson>;

export type Person = Readonly<Omit<z.output<typeof NewPerson>, "lastInteractionAt">> & {
  readonly lastInteractionAt: number | null;
  /** Follows the Official Account, or has written to it since they stopped following. */
  readonly isReachable: boolean;
  /** The same person as the Mini App knows them (`user_id_by_app`); `id` is the Official Account's. */
  readonly appUserId: string;
  /** The same person's chat with the Bot. */
  readonly botChatId: string;
};

export type People = {
  readonly all: () => readonly Person[];
  readonly find: (id: string) => Person | undefined;
  readonly findBy: (key: "phone" | "appUserId" | "botChatId", value: string) => Person | undefined;
  readonly withEmail: (email: string) => readonly Person[];
  /** Adds a person, or replaces the one with the same id. */
  readonly put: (person: NewPerson) => Person;
  readonly change: (id: string, changes: Partial<Person>) => Person;
  /** They wrote or pressed something: the windows of 48 hours and 7 days begin again. */
  readonly interact: (id: string) => Person;
  readonly reset: () => void;
};

export function createPeople(initial: readonly NewPerson[], now: () => number): People {
  const people = new Map<string, Person>();

  const put = (given: NewPerson): Person => {
    const { lastInteractionAt, ...rest } = NewPerson.parse(given);
    const person = {
      ...rest,
      lastInteractionAt: lastInteractionAt === undefined ? now() : lastInteractionAt,
      isReachable: rest.followed,
      appUserId: otherId("app", rest.id),
      botChatId: otherId("bot", rest.id),
    };
    people.set(person.id, person);
    return person;
  };
  const change = (id: string, changes: Partial<Person>): Person => {
    const person = people.get(id);
    if (person === undefined) throw new Impossible("nobody has this id");
    const changed = { ...person, ...changes };
    people.set(id, changed);
    return changed;
  };
  const reset = () => {
    people.clear();
    for (const person of initial) put(person);
  };
  reset();

  return {
    all: () => [...people.values()],
    find: (id) => people.get(id),
    findBy: (key, value) =>
      value === "" ? undefined : [...people.values()].find((person) => person[key] === value),
    withEmail: (email) => [...people.values()].filter((person) => sameAddress(person.email, email)),
    put,
    change,
    interact: (id) => change(id, { lastInteractionAt: now(), isReachable: true }),
    reset,
  };
}

/** 19 digits that only Zalo could trace back: the same person has another id in every place. */
function otherId(place: string, id: string): string {
  const digest = createHash("sha256").update(`${place}:${id}`).digest();
  return String(
    (digest.readBigUInt64BE() % 8_000_000_000_000_000_000n) + 1_000_000_000_000_000_000n,
  );
}

function sameAddress(one: string, other: string): boolean {
  return one !== "" && one.toLowerCase() === other.toLowerCase();
}
