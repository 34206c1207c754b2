import { groupBy } from "../../base/group-by.ts";
import { drawCell, drawExclusion, drawnInterval, type ExclusionDrawOptions } from "../../leverage/exclusion/exclusion-draws.ts";
import type { ExclusionWorld } from "../../leverage/exclusion/exclusion-market.ts";
import type { ExclusionCell } from "../../leverage/exclusion/exclusion-matrix.ts";
import type { ProductExclusion } from "../../leverage/exclusion/product-exclusion.ts";
import type { Bounds } from "../../measure/bootstrap.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { ExclusionData } from "./exclusion-data.ts";
import type { ExclusionCellReport, ExclusionHolder } from "./exclusion-report.ts";

/** What a cell is told with. */
export interface CellWords {
  readonly read: ReadModel;
  readonly data: ExclusionData;
  readonly world: ExclusionWorld;
  /** How many holders. */
  readonly top: number;
  /** `null`: nothing is drawn. */
  readonly draws: ExclusionDrawOptions | null;
}

/** A cell of the matrix as an answer tells it. */
export function cellReport(words: CellWords, cell: ExclusionCell): ExclusionCellReport {
  const holders = holdersOf(words, cell.products);
  const valued = cell.products.filter(({ usd }) => usd !== null).map(({ value }) => value.usd!);
  const usd = words.draws && drawCell(cell, words.draws);
  return {
    from: cell.from,
    on: cell.on,
    usd: cell.usd,
    drawn: usd && drawnInterval(usd),
    value: valued.length === 0 ? null : valued.reduce(add),
    royaltyUsd: cell.royaltyUsd,
    delayYears: cell.delayYears,
    clusters: cell.clusters,
    patents: cell.patents,
    products: cell.products.map((product) => productReport(words, product)),
    holders: holders.slice(0, words.top),
    holdersInAll: holders.length,
  };
}

const add = (a: Bounds, b: Bounds): Bounds => ({ low: a.low + b.low, high: a.high + b.high });

function productReport({ read, draws }: CellWords, product: ProductExclusion): ExclusionCellReport["products"][number] {
  const { question, value, patents, holders: _, ...told } = product;
  const drawn = draws && question && told.usd && drawExclusion(question, draws).usd;
  return {
    ...told,
    name: read.map.technologies[read.map.indexOf.get(product.product)!]!.name,
    drawn: drawn && drawnInterval(drawn),
    value: value.usd,
    lacks: value.lacks,
    patents: patents.length,
  };
}

/** Each holder by the product that it could exclude most of, the most excluded first. */
function holdersOf({ data: { claims }, world }: CellWords, products: readonly ProductExclusion[]): readonly ExclusionHolder[] {
  const lines = products.flatMap((product) => product.holders.map((line) => ({ line, product })));
  return [...groupBy(lines, ({ line }) => line.holder)]
    .map(([holder, own]): ExclusionHolder => {
      const row = claims.holders.get(holder);
      const most = own.reduce((best, each) => (each.line.part.high > best.line.part.high ? each : best));
      const valued = own.filter(({ product }) => product.usd !== null);
      return {
        holder,
        name: row?.name ?? holder,
        organisation: row?.organisation ?? null,
        economy: row?.economy ?? null,
        kind: world.holderKind(holder),
        licensed: most.line.licensed,
        part: most.line.part,
        usd:
          valued.length === 0
            ? null
            : valued
                .map(({ line: { part }, product: { value } }) => ({ low: part.low * value.usd!.low, high: part.high * value.usd!.high }))
                .reduce(add),
        patents: Math.max(...own.map(({ line }) => line.patents)),
      };
    })
    .sort((a, b) => (b.usd?.high ?? 0) - (a.usd?.high ?? 0) || b.part.high - a.part.high || (a.holder < b.holder ? -1 : 1));
}
