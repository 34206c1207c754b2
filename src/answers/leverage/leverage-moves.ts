import type { InputSpace } from "../../leverage/draw/input-space.ts";
import type { DrawOptions } from "../../leverage/draw/monte-carlo.ts";
import type { GameQuestion } from "../../leverage/game/coalition-game.ts";
import type { CoalitionValue } from "../../leverage/game/coalition-value.ts";
import { counterReplies, type Move } from "../../leverage/game/counter-replies.ts";
import type { Choice } from "../../leverage/game/joint-game.ts";
import { makingGap } from "../shared/making-gap.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { CoalitionReport, Withheld } from "./leverage-report.ts";

type Told = Pick<CoalitionReport, "moves" | "stable" | "stablePoints" | "noMoves">;

const untold = (noMoves: NonNullable<Told["noMoves"]>): Told => ({ moves: null, stable: null, stablePoints: null, noMoves });

/**
 * Reply and counter-reply after the senders' whole act, where output and markets of both sides are valued.
 * @param valued members of whom it is known what they make
 */
export async function movesOf(
  read: ReadModel,
  question: GameQuestion,
  space: InputSpace,
  options: DrawOptions,
  valued: readonly string[],
  { replies, held }: Pick<CoalitionValue, "replies" | "held">,
): Promise<Told> {
  const gap = makingGap(read, question.target);
  if (gap !== null) return untold(gap);
  if (valued.length === 0) return untold("members-unknown");
  const isPriced = (t: number): boolean => !Number.isNaN(space.middle.market[t]!);
  if (held.length > 0 && !held.some(isPriced)) return untold("no-market");
  const singles =
    held.length > 1 ? replies.flatMap(({ technology }) => (technology !== null && isPriced(technology) ? [technology] : [])) : [];
  const found = await counterReplies({ ...question, valued, isPriced, replies: singles }, space, options);
  if (found === null) return untold("no-market");
  const withheld = (choice: Choice): Withheld => {
    if (typeof choice === "string") return { withholds: choice, technology: null, name: null };
    const { id, name } = read.map.technologies[choice]!;
    return { withholds: "technology", technology: id, name };
  };
  const move = ({ by, withholds, lose, values }: Move) => ({
    by: (["senders", "target"] as const)[by],
    ...withheld(withholds),
    sendersLose: lose[0],
    targetLoses: lose[1],
    sendersValue: values[0],
    targetValue: values[1],
  });
  return {
    moves: found.moves.map(move),
    stable: found.isStable,
    stablePoints: found.stable.map(([senders, target]) => ({ senders: withheld(senders), target: withheld(target) })),
    noMoves: null,
  };
}
