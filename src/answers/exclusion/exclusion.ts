import { groupBy, has, pick, present } from "../../base/collections.ts";
import { usdRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed } from "../../base/words.ts";
import { drawCell, drawExclusion, drawnInterval, type ExclusionDrawOptions } from "../../leverage/exclusion/exclusion-draws.ts";
import type { ExclusionWorld } from "../../leverage/exclusion/exclusion-market.ts";
import { type ExclusionCell, exclusionMatrix } from "../../leverage/exclusion/exclusion-matrix.ts";
import type { ProductExclusion } from "../../leverage/exclusion/product-exclusion.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { requireScope } from "../shared/require-technology.ts";
import { addBounds } from "../shared/schema.ts";
import {
  type ExclusionChoice,
  type ExclusionData,
  exclusionCoverage,
  exclusionEvidence,
  exclusionWorld,
  termsUsed,
} from "./exclusion-data.ts";
import { requireClaimant, requireJurisdiction } from "./exclusion-parties.ts";
import type { ExclusionCellReport, ExclusionHolder, ExclusionReport } from "./exclusion-report.ts";

/** Holders that are shown by default. */
export const usualExclusionHolders = 5;

/** Who could keep whom from which market by patents. */
export interface ExclusionQuestion extends Omit<ExclusionChoice, "licensed"> {
  /** Economies, groups or organisations whose holders claim. */
  readonly from: readonly string[];
  /** Economies or groups as markets. */
  readonly on: readonly string[];
  /** Claims in these technologies only, with the members of their families; all if absent. */
  readonly technologies?: readonly string[] | undefined;
  /** Holders, organisations or economies whose patents are licensed or exhausted. */
  readonly licensed?: readonly string[] | undefined;
  /** How many holders of each cell. */
  readonly top?: number | undefined;
  /** Seed and number of draws; without it nothing is drawn. */
  readonly draws?: ExclusionDrawOptions | undefined;
}

/**
 * Exclusion exposure that holders of each of `from` have on each market of `on`, with royalty, delay and the holders that matter most.
 * Throws LM_ECONOMY_UNKNOWN, LM_HOLDER_UNKNOWN, LM_TECHNOLOGY_UNKNOWN.
 * @param measured what to say of the age of the measures
 */
export function answerExclusion(
  read: ReadModel,
  data: ExclusionData,
  question: ExclusionQuestion,
  measured: readonly string[],
): ExclusionReport {
  const claimants = question.from.map((wanted) => requireClaimant(read, data.claims, wanted));
  const jurisdictions = question.on.map((wanted) => requireJurisdiction(read, wanted));
  const licensed = new Set((question.licensed ?? []).flatMap((wanted) => [...requireClaimant(read, data.claims, wanted).holders]));
  const world = exclusionWorld(read, data, { ...question, licensed });
  const { cells, markets } = exclusionMatrix(world, claimants, jurisdictions, technologySet(read, question.technologies));
  const words = { read, data, world, top: question.top ?? usualExclusionHolders, draws: question.draws ?? null };
  const reports = cells.map((cell) => cellReport(words, cell));
  const terms = termsUsed(world, markets);
  return {
    question: say("exclusion.what-could-holders-of", {
      claimants: listed(claimants.map(({ id }) => id)),
      jurisdictions: listed(jurisdictions),
    }),
    finding: findingOf(reports),
    day: question.day ?? read.map.asOf,
    basis: world.basis,
    draws: question.draws?.draws ?? 0,
    cells: reports,
    terms,
    coverage: exclusionCoverage(read, data, world),
    evidence: exclusionEvidence(read, data, markets, terms, measured),
  };
}

/** The technologies asked for with those whose patents count for them; `null` for all. Throws LM_TECHNOLOGY_UNKNOWN. */
export function technologySet(read: ReadModel, wanted: readonly string[] | undefined): ReadonlySet<string> | null {
  return wanted === undefined ? null : new Set(wanted.flatMap((each) => requireScope(read, each).scope));
}

function findingOf(cells: readonly ExclusionCellReport[]): string {
  const known = cells.filter(has("usd")).sort((a, b) => b.usd.high - a.usd.high);
  const unknown = cells.length - known.length;
  const [most] = known;
  if (most === undefined)
    return "Unknown: no patent of these holders is loaded that could stand in these markets, or what is at stake is not known.";
  const [holder] = most.holders;
  return present(
    say("exclusion.at-most-holders-of", {
      from: most.from,
      low: usdRange(most.usd.low, most.usd.high),
      on: most.on,
      patents: String(most.patents),
      holder: holder ? say("exclusion.most-by", { name: holder.name }) : "",
    }),
    "Licences are unknown, so it may be nothing.",
    unknown > 0 && say("exclusion.nothing-is-known-of", { unknown: String(unknown), cells: String(cells.length) }),
  ).join(" ");
}

/** What a cell is told with. */
interface CellWords {
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
  const valued = cell.products.filter(has("usd")).flatMap(({ value }) => value.usd ?? []);
  const usd = words.draws && drawCell(cell, words.draws);
  return {
    ...pick(cell, "from", "on", "usd"),
    drawn: usd && drawnInterval(usd),
    value: valued.length === 0 ? null : valued.reduce(addBounds),
    ...pick(cell, "royaltyUsd", "delayYears", "clusters", "patents"),
    products: cell.products.map((product) => productReport(words, product)),
    holders: holders.slice(0, words.top),
    holdersInAll: holders.length,
  };
}

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
                .reduce(addBounds),
        patents: Math.max(...own.map(({ line }) => line.patents)),
      };
    })
    .sort((a, b) => (b.usd?.high ?? 0) - (a.usd?.high ?? 0) || b.part.high - a.part.high || (a.holder < b.holder ? -1 : 1));
}
