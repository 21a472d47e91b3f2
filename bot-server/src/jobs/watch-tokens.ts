import type { World } from "../world.ts";

const everyMs = 60_000;

/** Keeps the Official Account's tokens fresh: looks at once, then every minute, in every worker. */
export function watchTokens(world: World, onTrouble: (error: unknown) => void) {
  const look = (): void => {
    world.zaloTokens?.keepFresh().catch(onTrouble);
  };
  look();
  const looking = setInterval(look, everyMs);
  return { stop: () => clearInterval(looking) };
}
