import { mapped } from "../../base/collections.ts";
import type { InputSpace } from "../draw/input-space.ts";
import { type DrawOptions, drawAll } from "../draw/monte-carlo.ts";
import { choiceOf, type Estimate, type SplitEstimate, splitEstimateOf } from "./estimate.ts";
import { type Choice, createJointGame, createWithholdingGame, type JointQuestion } from "./joint-game.ts";
import { type Pair, type PairGame, replyPath, type Side, stablePairs } from "./reply-path.ts";

/** A change of one side's choice, and what both sides then lose: output and own cost, USD bn a year. */
export interface Move {
  readonly by: Side;
  readonly withholds: Choice;
  readonly lose: readonly [senders: Estimate, target: Estimate];
  /** What each side values this at: output that the other loses less what it loses itself. */
  readonly values: readonly [senders: Estimate, target: Estimate];
}

/** Reply and counter-reply from the senders' whole act on. */
export interface CounterReplies {
  readonly choices: JointQuestion["choices"];
  readonly moves: readonly Move[];
  readonly isStable: boolean;
  /** Choices at which no side has a better one, on these candidates. */
  readonly stable: readonly (readonly [senders: Choice, target: Choice])[];
}

export interface CounterQuestion extends Omit<JointQuestion, "choices"> {
  readonly isPriced: (t: number) => boolean;
  /** Single priced technologies that the target could reply with, best first. */
  readonly replies: readonly number[];
}

/** Single technologies that a side may choose. */
const mostSingles = 3;

/** What each side loses, and what it values that at. */
const numbersOfPair = 4;

/**
 * Best replies in turn of senders and target, each valuing the output that the other loses less its own loss and cost. Candidates and
 * choices are by the medians of even draws, what is shown is of odd ones. `null`: no market of what one side withholds is known. O(draws ·
 * (technologies + pairs) · what they touch).
 */
export async function counterReplies(question: CounterQuestion, space: InputSpace, options: DrawOptions): Promise<CounterReplies | null> {
  const singles = await sendersSingles(question, space, options);
  if (singles === null) return null;
  const choices = [choicesOf(singles), choicesOf(question.replies)] as const;
  const [rows, columns] = [choices[0].length, choices[1].length];
  const game = createJointGame({ ...question, choices });
  const read = (into: Float64Array): void => {
    for (let row = 0; row < rows; row++)
      for (let i = 0; i < columns; i++) {
        const column = row % 2 === 0 ? i : columns - 1 - i;
        const { lost, cost } = game.at(row, column);
        const lose = [lost[0] + cost[0], lost[1] + cost[1]] as const;
        into.set([...lose, lost[1] - lose[0], lost[0] - lose[1]], (row * columns + column) * numbersOfPair);
      }
  };
  const middle = new Float64Array(rows * columns * numbersOfPair);
  game.start(space.middle, null);
  read(middle);
  const { values } = await drawAll(
    (draw, into) => {
      game.start(space.draw(draw.seed, draw.draw), draw);
      read(into);
    },
    middle.length,
    options,
  );
  const numbers = values.map((drawn, m) => splitEstimateOf(middle[m]!, drawn));
  const at = ([row, column]: Pair, number: number): SplitEstimate => numbers[(row * columns + column) * numbersOfPair + number]!;
  const valuesOf = (side: Side): readonly number[] => numbers.flatMap(({ choice }, m) => (m % numbersOfPair === 2 + side ? [choice] : []));
  const pairs: PairGame = { rows, columns, values: [valuesOf(0), valuesOf(1)] };
  const start: Pair = [choices[0].indexOf("all"), choices[1].indexOf("nothing")];
  const { steps, isStable } = replyPath(pairs, start);
  const move = ({ by, pair }: { readonly by: Side; readonly pair: Pair }): Move => ({
    by,
    withholds: choices[by][pair[by]]!,
    lose: [at(pair, 0).shown, at(pair, 1).shown],
    values: [at(pair, 2).shown, at(pair, 3).shown],
  });
  return {
    choices,
    moves: [{ by: 0 as const, pair: start }, ...steps].map(move),
    isStable,
    stable: stablePairs(pairs).map(([row, column]) => [choices[0][row]!, choices[1][column]!]),
  };
}

/** From the least on, so that from one pair to the next little changes. */
const choicesOf = (singles: readonly number[]): readonly Choice[] => ["nothing", ...singles.slice(0, mostSingles), "all"];

/** Single priced technologies that the senders could withhold, by net harm in the even draws: most first; `null`: none is priced. */
async function sendersSingles(
  { isPriced, members, target, ...question }: CounterQuestion,
  space: InputSpace,
  { draws, ...options }: DrawOptions,
): Promise<readonly number[] | null> {
  const game = createWithholdingGame({ ...question, by: members, on: [target] });
  if (!game.held.some(isPriced)) return null;
  const technologies = game.held.length > 1 ? game.held.filter(isPriced) : [];
  const n = technologies.length;
  const read = (into: Float64Array): void => {
    technologies.forEach((t, i) => {
      const { harm, net } = game.value(t);
      into.set([harm, net], i * 2);
    });
  };
  const middle = new Float64Array(n * 2);
  game.start(space.middle, null);
  read(middle);
  const { values } = await drawAll(
    ({ seed, draw }, into) => {
      const even = { seed, draw: draw * 2 };
      game.start(space.draw(seed, even.draw), even);
      read(into);
    },
    n * 2,
    { ...options, draws: draws < 2 ? 0 : Math.ceil(draws / 2) },
  );
  const [harm, net] = mapped([0, 1], (number) => technologies.map((_, i) => choiceOf(middle[i * 2 + number]!, values[i * 2 + number]!)));
  const order = [...technologies.keys()].filter((i) => harm[i]! > 0).sort((a, b) => net[b]! - net[a]!);
  return order.map((i) => technologies[i]!);
}
