import type { Bounds } from "../../measure/bootstrap.ts";
import { type BlockingDocument, blockingWeight, officesInForce } from "../../measure/patents/blocking-weight.ts";
import { type PatentShares, patentShares, type ShareUnit } from "../../measure/patents/patent-share.ts";
import { createRandom } from "../../measure/random.ts";
import type { Portfolio, PortfolioDocument } from "./patent-portfolio.ts";

/** Part of the resamples inside the interval of a share. */
export const shareLevel = 0.95;

/** One seed for all, so that the same workspace gives the same figures. */
const seed = 6103599;

/** Shares of the holders of a technology, greatest count first; of one `holder` only, if one is named. */
export function holderShares({ units, jurisdiction }: Portfolio, most: number, holder?: string): PatentShares {
  const shares = units.map((unit) => shareUnit(unit, jurisdiction));
  return patentShares(shares, { random: createRandom(seed), level: shareLevel, most, holder });
}

/** The distinct holders of several documents, in order. */
export const holdersOf = (documents: readonly PortfolioDocument[]): readonly string[] =>
  [...new Set(documents.flatMap(({ holders }) => holders))].sort();

/** A document as its blocking weight needs it. */
export const blockingDocument = (document: PortfolioDocument): PortfolioDocument & BlockingDocument => ({
  ...document,
  office: document.row.office,
  q: document.status.q,
});

function shareUnit(unit: readonly PortfolioDocument[], jurisdiction: string | null): ShareUnit {
  const documents = unit.map(blockingDocument);
  const weight = blockingWeight(documents, jurisdiction);
  const counted = unit.filter(({ normalised }) => normalised !== null);
  return {
    holders: holdersOf(unit),
    citations: weight === null ? null : counted.reduce((sum, { byOthers }) => sum + (byOthers ?? 0), 0),
    weight: weight?.allTime ?? null,
    weightInForce: weight?.inForce ?? null,
    q: anywhere(officesInForce(documents, jurisdiction)),
  };
}

/**
 * Chance to be in force at one of several offices at least: not below that of any, not above the sum, since how they hang together is not
 * known. Offices of which nothing is known may add up to 1.
 */
function anywhere(offices: readonly (Bounds | null)[]): Bounds | null {
  const known = offices.filter((q) => q !== null);
  if (known.length === 0) return null;
  const open = known.length < offices.length ? 1 : 0;
  return {
    low: Math.max(...known.map(({ low }) => low)),
    high: Math.min(
      1,
      known.reduce((sum, { high }) => sum + high, open),
    ),
  };
}
