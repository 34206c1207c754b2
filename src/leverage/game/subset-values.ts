import type { Turns } from "../draw/turns.ts";
import type { CoalitionGame } from "./coalition-game.ts";

/** How many members all subsets of which are tried at most. */
export const mostMembers = 16;

/** Subsets between two looks at the clock. */
const stretch = 256;

/**
 * `v(S)` of all subsets of the members, by bit mask of their places: in the order of Gray's code (1953), so that from one subset to the next
 * one member comes or goes and only what rests on its supply is run again; the member that touches least comes and goes most often.
 * The game must have been started. O(2^n) turns, over half of which are of the member that touches least.
 *
 * @param into at least `2^n` long
 * @param visit told of every subset while the game stands at it
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
