/** Somebody was asked to do what cannot be done: no such person, group, button or act. */
export class Impossible extends Error {
  override readonly name = "Impossible";
}
