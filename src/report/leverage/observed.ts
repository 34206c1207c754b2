import type { LeverageReport } from "../../answers/leverage/leverage-report.ts";
import type { ObservedOutcome, ObservedSale } from "../../answers/leverage/observed-report.ts";
import { numberRange, percentRange, usdBnInterval, usdBnRange } from "../../base/format.ts";
import { sumOf } from "../../base/words.ts";
import { listOf } from "../blocks.ts";
import { aloneName } from "../supply/chokepoint-score.ts";
import type { Block } from "../view.ts";

const shownOutcomes = 3;
const shownSales = 4;

/** What was observed, beside the model: sales of the senders to the target, and what became of it after acts of theirs. */
export function observedBlocks(report: LeverageReport): readonly Block[] {
  const { observed, cells, names, evidence } = report;
  if (observed === null) return [];
  const publisher = (id: string | null): string => {
    const document = evidence.documents.find((each) => each.id === id);
    return document?.publisher ?? document?.title ?? "no source";
  };
  const outcomes = newestOf(observed.outcomes, ({ subject, quantity }) => `${subject}|${quantity}`).slice(0, shownOutcomes);
  return [
    ...listOf(
      "Sales lost in the model, a year, beside sales to the target observed",
      cells
        .filter(({ technologies }) => observed.sales.length > 0 && technologies.length > 0)
        .map((cell) => salesLine(cell, observed.sales, publisher, names)),
    ),
    ...listOf(
      "Observed of the target after such acts, in none of the numbers above",
      outcomes.map(
        (line) => `${line.subjectName}, ${line.quantity}: ${dated(line)} (${publisher(line.source)})${line.note ? `; ${line.note}` : ""}.`,
      ),
    ),
  ];
}

type Cell = LeverageReport["cells"][number];

/** `Netherlands: USD 349 M; observed: USD 9.53 B in 2024 (HS 8486, Nikkei Asia)`. Amounts before parts. */
function salesLine(
  cell: Cell,
  sales: readonly ObservedSale[],
  publisher: (id: string | null) => string,
  names: LeverageReport["names"],
): string {
  const own = newestOf(
    sales.filter(({ from }) => from === cell.from),
    ({ seller, what }) => `${seller}|${what}`,
  ).toSorted((a, b) => Number(b.usdBn !== null) - Number(a.usdBn !== null));
  const of = (sale: ObservedSale): string => (sale.basis === "flow" ? sale.whatName : `${sale.sellerName}, ${sale.whatName}`);
  const told = own.slice(0, shownSales).map((sale) => `${dated(sale)} (${of(sale)}; ${publisher(sale.source)})`);
  const bound = cell.sales === null ? "" : sumOf(cell.leavesOut > 0, cell.unpriced.length > 0);
  return `${aloneName(names, cell.from)}: ${bound}${usdBnInterval(cell.sales?.interval ?? null)}; observed: ${told.length > 0 ? told.join(", ") : "none on record"}.`;
}

/** The newest of each kind, what is published before what is derived; forecasts are not observed. */
function newestOf<T extends ObservedSale | ObservedOutcome>(lines: readonly T[], kind: (line: T) => string): readonly T[] {
  const published = lines.toSorted((a, b) => Number(b.grade === "published") - Number(a.grade === "published"));
  const seen = new Set<string>();
  return published.filter((line) => {
    if (line.forecast || seen.has(kind(line))) return false;
    seen.add(kind(line));
    return true;
  });
}

const day = "YYYY-MM-DD";

function dated(line: ObservedSale | ObservedOutcome): string {
  if (line.date === null) return figure(line);
  return `${figure(line)} ${line.date.length === day.length ? "on" : "in"} ${line.date}`;
}

function figure({ low, high, unit }: ObservedSale | ObservedOutcome): string {
  if (unit === "USD bn") return usdBnRange(low, high);
  if (unit === "USD m") return usdBnRange(low === null ? null : low / 1e3, high === null ? null : high / 1e3);
  return unit.startsWith("fraction") ? percentRange(low, high) + unit.slice("fraction".length) : numberRange(low, high, unit);
}
