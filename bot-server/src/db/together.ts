type Waiting<Input, Output> = {
  readonly input: Input;
  readonly resolve: (output: Output) => void;
  readonly reject: (error: unknown) => void;
};

export type TogetherLimits = {
  /** Inputs in one call of `work`. */
  readonly most: number;
  /** Calls of `work` under way at the same time. */
  readonly atOnce: number;
};

/**
 * Work that costs a database about the same for many as for one, done for whoever is waiting.
 * Nobody waits for company: an input goes at once, or as soon as one of the calls under way ends,
 * together with all that have come meanwhile. So what it reads is never older than its request.
 * `work` answers in the order of its inputs. When it fails, each input is tried again alone, so
 * that one bad input never spoils the others: work must be safe to repeat.
 */
export function together<Input, Output>(
  work: (inputs: readonly Input[]) => Promise<readonly Output[]>,
  limits: TogetherLimits,
): (input: Input) => Promise<Output> {
  const waiting: Waiting<Input, Output>[] = [];
  let underWay = 0;

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      void goOn();
    });

  async function goOn(): Promise<void> {
    if (underWay >= limits.atOnce || waiting.length === 0) return;
    underWay += 1;
    await settle(waiting.splice(0, limits.most));
    underWay -= 1;
    void goOn();
  }

  async function settle(group: readonly Waiting<Input, Output>[]): Promise<void> {
    try {
      const outputs = await work(group.map(({ input }) => input));
      group.forEach(({ resolve }, index) => {
        resolve(outputs[index] as Output);
      });
    } catch (error) {
      const [first] = group;
      if (group.length === 1) first?.reject(error);
      else await Promise.all(group.map((one) => settle([one])));
    }
  }
}
