import type { LeverageReport } from "../../answers/leverage/leverage-report.ts";
import type { ObservedOutcome, ObservedSale } from "../../answers/leverage/observed-report.ts";
import { numberRange, percentRange, usdBnInterval, usdBnRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
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
      outcomes.map((line) =>
        say("observed.outcome", {
          subject: line.subjectName,
          quantity: { given: line.quantity },
          figure: dated(line),
          publisher: { given: publisher(line.source) },
          note: line.note && { given: `; ${line.note}` },
        }),
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
  const of = (sale: ObservedSale) => (sale.basis === "flow" ? sale.whatName : { given: `${sale.sellerName}, ${sale.whatName}` });
  const told = own
    .slice(0, shownSales)
    .map((sale) => say("observed.sale", { sale: dated(sale), of: of(sale), publisher: { given: publisher(sale.source) } }));
  const bound = cell.sales === null ? "" : sumOf(cell.leavesOut > 0, cell.unpriced.length > 0);
  return say("observed.observed", {
    names: aloneName(names, cell.from),
    bound,
    interval: usdBnInterval(cell.sales?.interval ?? null),
    told: told.length > 0 ? told.join(", ") : "none on record",
  });
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
  const places = { figure: figure(line), date: line.date };
  return line.date.length === day.length ? say("observed.on-day", places) : say("observed.in-time", places);
}

const fractionOf = "fraction of ";

function figure({ low, high, unit }: ObservedSale | ObservedOutcome): string {
  if (unit === "USD bn") return usdBnRange(low, high);
  if (unit === "USD m") return usdBnRange(low === null ? null : low / 1e3, high === null ? null : high / 1e3);
  if (unit === "fraction") return percentRange(low, high);
  if (!unit.startsWith(fractionOf)) return numberRange(low, high, unit);
  return say("observed.part-of", { part: percentRange(low, high), whole: unit.slice(fractionOf.length) });
}
