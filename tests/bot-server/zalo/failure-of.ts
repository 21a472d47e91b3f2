/** How this call failed, to look at; a word when it did not fail. */
export function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => "it succeeded",
    (failure: unknown) => failure,
  );
}
