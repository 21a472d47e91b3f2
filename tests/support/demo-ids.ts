import { desks, people } from "../demo/directory.ts";

/** The demo directory's ids by the short name of a desk. */
export function deskIdOf(desk: string): string {
  return desks.find((one) => one.key === desk)?.id ?? "";
}

export function zaloIdOf(desk: string): string {
  return people.find((one) => one.desk === desk)?.zaloId ?? "";
}

export function emailOf(desk: string): string {
  return people.find((one) => one.desk === desk)?.email ?? "";
}
