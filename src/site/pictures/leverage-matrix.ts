import type { Answer } from "../../ask/ask.ts";
import { number, usdBnInterval } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { sum } from "../../base/numbers.ts";
import { capital } from "../../base/words.ts";
import { aloneName, nameOf } from "../../report/supply/chokepoint-score.ts";
import type { DrawnPicture, MatrixCell } from "../picture.ts";

type Part = Pick<Answer<"leverage">, "cells" | "months" | "names">;
type Cells = Part["cells"];

/** Economies that a matrix has room for. */
const most = 8;

/** What each could take from each, those first that give and take most; both directions of a pair lie across the diagonal. */
export function leverageMatrix({ cells, months, names }: Part): DrawnPicture | undefined {
  const codes = greatest(cells);
  if (codes.length < 2) return undefined;
  const cellOf = (from: string, on: string): MatrixCell | null => {
    if (from === on) return null;
    const known = cells.find((cell) => cell.from === from && cell.on === on)?.usd ?? null;
    return known === null ? { interval: null, text: "?" } : { interval: known.interval, text: cellText(known.interval[1]) };
  };
  return {
    kind: "drawn",
    title: "Who could take how much from whom",
    unit: say("picture.usd-a-year", { months }),
    summary: bothWays({ cells, names }),
    shape: {
      kind: "matrix",
      rows: "who withholds",
      columns: "from",
      labels: codes.map((code) => aloneName(names, code)),
      codes,
      cells: codes.map((from) => codes.map((on) => cellOf(from, on))),
    },
  };
}

/** Billions as a small cell has room for. */
const cellText = (value: number): string => (value > 0 && value < 0.01 ? "<0.01" : number(value));

function greatest(cells: Cells): readonly string[] {
  const sums = new Map<string, number[]>();
  for (const { from, on, usd } of cells)
    for (const id of [from, on]) sums.set(id, [...(sums.get(id) ?? []), Math.max(0, usd?.interval[1] ?? 0)]);
  return [...sums]
    .map(([id, values]) => [id, sum(values)] as const)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([id]) => id);
}

/** The greatest cell and the one that answers it. */
function bothWays({ cells, names }: Pick<Part, "cells" | "names">): string {
  const known = cells
    .flatMap(({ from, on, usd }) => (usd === null ? [] : [{ from, on, ...usd }]))
    .sort((a, b) => b.interval[1] - a.interval[1]);
  const [first] = known;
  if (first === undefined) return "Nothing is known of any pair.";
  const back = known.find(({ from, on }) => from === first.on && on === first.from);
  const [from, on] = [nameOf(names, first.from), nameOf(names, first.on)];
  const said = say("leverage-matrix.could-take", { from: capital(from), lost: usdBnInterval(first.interval), target: on });
  return back === undefined
    ? say("leverage-matrix.other-way-unknown", { said })
    : say("leverage-matrix.other-way", { said, target: on, lost: usdBnInterval(back.interval), from });
}
