import { z } from "zod";

/** Someone with Zalo on a phone. */
export const NewPerson = z.strictObject({
  id: z.string().regex(/^\d{1,20}$/),
  name: z.string().min(1).max(100),
  role: z.string().max(200).default(""),
  email: z.string().max(254).default(""),
  followed: z.boolean().default(true),
  blocked: z.boolean().default(false),
  /** When they last wrote, followed or pressed something, in epoch milliseconds; `null`: never. Left out: now. */
  lastInteractionAt: z.number().int().nullable().optional(),
});
export type NewPerson = z.input<typeof NewPerson>;

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly followed: boolean;
  readonly blocked: boolean;
  readonly lastInteractionAt: number | null;
};

export type People = {
  readonly all: () => readonly Person[];
  readonly find: (id: string) => Person | undefined;
  readonly withEmail: (email: string) => readonly Person[];
  /** Adds a person, or replaces the one with the same id. */
  readonly put: (person: NewPerson) => Person;
  readonly reset: () => void;
};

export function createPeople(initial: readonly NewPerson[], now: () => number): People {
  const people = new Map<string, Person>();

  const put = (given: NewPerson): Person => {
    const { lastInteractionAt, ...rest } = NewPerson.parse(given);
    const person = {
      ...rest,
      lastInteractionAt: lastInteractionAt === undefined ? now() : lastInteractionAt,
    };
    people.set(person.id, person);
    return person;
  };
  const reset = () => {
    people.clear();
    for (const person of initial) put(person);
  };
  reset();

  return {
    all: () => [...people.values()],
    find: (id) => people.get(id),
    withEmail: (email) => [...people.values()].filter((person) => sameAddress(person.email, email)),
    put,
    reset,
  };
}

function sameAddress(one: string, other: string): boolean {
  return one !== "" && one.toLowerCase() === other.toLowerCase();
}
