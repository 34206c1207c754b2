import type { Turns } from "../draw/turns.ts";
import type { CoalitionGame } from "./coalition-game.ts";

/** Largest number of members for all subsets. */
export const mostMembers = 16;

/** Subsets between two looks at the clock. */
const stretch = 256;

/**
 * `v(S)` of all subsets by bit mask, in Gray-code order: one member changes at a time, most often the one that touches least, and only
 * dependent parts are rerun. The game must have been started. O(2^n).
 *
 * @param into at least `2^n` long
 * @param visit called for every subset while the game is at it
 */
export async function subsetValues(
  game: CoalitionGame,
  into: Float64Array,
  turns: Turns,
  done: (subsets: number) => number = (subsets) => subsets,
  visit?: (mask: number) => void,
): Promise<void> {
  const order = game.order();
  const count = 2 ** order.length;
  into[0] = game.value();
  visit?.(0);
  let mask = 0;
  for (let i = 1; i < count; i++) {
    const member = order[31 - Math.clz32(i & -i)]!;
    game.turn(member);
    mask ^= 1 << member;
    into[mask] = game.value();
    visit?.(mask);
    if (i % stretch === 0 && turns.due()) await turns.give(done(i));
  }
}
