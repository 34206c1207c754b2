import { epsilon } from "../../base/numbers.ts";

/** What each of two sides values every pair of choices at, `row * columns + column`: the first chooses the row. */
export interface PairGame {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly [first: ArrayLike<number>, second: ArrayLike<number>];
}

export type Side = 0 | 1;

/** Choices of both sides. */
export type Pair = readonly [row: number, column: number];

/** A change of one side's choice, and both choices after it. */
export interface Step {
  readonly by: Side;
  readonly pair: Pair;
}

/** The choice of a side that it values most against that of the other; its own where none is better. O(choices). */
function bestReply({ rows, columns, values }: PairGame, side: Side, pair: Pair): number {
  const worth = (choice: number): number => {
    const [row, column] = side === 0 ? [choice, pair[1]] : [pair[0], choice];
    return values[side][row * columns + column]!;
  };
  let best = pair[side];
  for (let choice = 0; choice < (side === 0 ? rows : columns); choice++) {
    const least = worth(best);
    if (worth(choice) > least + epsilon * Math.max(1, Math.abs(least))) best = choice;
  }
  return best;
}

/**
 * Best replies in turn, the second side first, until no side changes (a pure Nash equilibrium of the game), or a state comes again and they
 * circle. O(pairs · choices).
 */
export function replyPath(game: PairGame, start: Pair): { readonly steps: readonly Step[]; readonly isStable: boolean } {
  const steps: Step[] = [];
  const seen = new Set<string>();
  let [pair, side, kept]: [Pair, Side, number] = [start, 1, 0];
  while (kept < 2) {
    const state = [...pair, side].join();
    if (kept === 0 && seen.has(state)) return { steps, isStable: false };
    seen.add(state);
    const choice = bestReply(game, side, pair);
    if (choice === pair[side]) kept++;
    else {
      kept = 0;
      pair = side === 0 ? [choice, pair[1]] : [pair[0], choice];
      steps.push({ by: side, pair });
    }
    side = side === 0 ? 1 : 0;
  }
  return { steps, isStable: true };
}

/** All pairs at which no side has a better choice. O(pairs · choices). */
export function stablePairs(game: PairGame): readonly Pair[] {
  const pairs = Array.from({ length: game.rows * game.columns }, (_, i): Pair => [Math.floor(i / game.columns), i % game.columns]);
  return pairs.filter((pair) => bestReply(game, 0, pair) === pair[0] && bestReply(game, 1, pair) === pair[1]);
}
