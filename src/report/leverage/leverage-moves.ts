import type { CoalitionReport, LeverageMove, Withheld } from "../../answers/leverage/leverage-report.ts";
import { say } from "../../base/message.ts";
import { listed, lowered } from "../../base/words.ts";
import { note, table } from "../blocks.ts";
import { technologyCell } from "../cell.ts";
import type { Block, Cell } from "../view.ts";
import { boundedTable, estimateWords } from "./estimate.ts";

type Told = Pick<CoalitionReport, "moves" | "stable" | "stablePoints" | "noMoves">;

/**
 * Reply and counter-reply as a list of moves, and whether they come to rest.
 * @param sum how a sum is told
 */
export function moveBlocks({ moves, stable, stablePoints, noMoves }: Told, sum: string): readonly Block[] {
  if (moves === null) return [note(say("leverage-moves.reply-and-counter-reply", { reasons: reasons[noMoves!] }))];
  const lost = (estimate: LeverageMove["sendersLose"]): string => estimateWords(estimate, sum);
  return [
    boundedTable(
      table(
        "Reply and counter-reply in the model, USD B a year",
        ["move", "by", "withholding", "senders then lose>", "target then loses>"],
        moves.map((move, i) => [`${i + 1}`, move.by, withheldCell(move), lost(move.sendersLose), lost(move.targetLoses)]),
      ),
    ),
    note(stable ? rest : circle(stablePoints!)),
  ];
}

const withheldWords = ({ withholds, name }: Withheld): string => {
  if (withholds === "technology") return lowered(name!);
  return withholds === "all" ? "everything" : "nothing";
};

const withheldCell = (move: LeverageMove): Cell =>
  move.technology === null ? withheldWords(move) : technologyCell(move.technology, withheldWords(move));

const rest = "Stable in the model: given what the other then withholds, neither side has a better choice among the candidates.";

function circle(points: NonNullable<Told["stablePoints"]>): string {
  const circles = "Not stable in the model: the moves come back to where they were before";
  if (points.length === 0) return say("leverage-moves.they-circle-and-there", { circles });
  const words = points.map(({ senders, target }) =>
    say("leverage-moves.senders-target", { withheld: withheldWords(senders), withheldOther: withheldWords(target) }),
  );
  return `${circles}. ${say("leverage-moves.they-circle-though-a", { words: listed(words) })}`;
}

const reasons: Readonly<Record<NonNullable<Told["noMoves"]>, string>> = {
  "making-unknown": "no source says what the target makes",
  "makes-nothing": "the target makes no final product",
  "value-unknown": "no source gives the value of what the target makes",
  firm: "no source gives the value of what a firm would lose",
  "members-unknown": "of no sender a source says what it makes and what that is worth",
  "no-market": "no market of what one side withholds is published",
};
