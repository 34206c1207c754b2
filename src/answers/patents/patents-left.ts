import { has } from "../../base/collections.ts";
import { addYears, dayOf } from "../../base/days.ts";
import { readHolders } from "../../corpus/technology-holders.ts";
import { readTechnologyPatents } from "../../corpus/technology-patents.ts";
import { inForce } from "../../measure/patents/in-force.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { requireScope } from "../shared/require-technology.ts";
import { createPortfolio, holdersOf, type PortfolioDocument } from "./patent-portfolio.ts";

/** Years after which no patent of today is in force any more: the longest term. */
const longestTerm = 20;

/** What of the patents that one economy's holders have in a technology is in force year by year. */
export interface PatentsLeft {
  /** Families, or documents where families are unknown, expected to be in force on the day of the question. */
  readonly inForce: number;
  /** Families whose status nothing tells, left out. */
  readonly unknown: number;
  /** Part of those that is in force after so many years, first entry 1. */
  readonly left: readonly number[];
}

/**
 * Patents in force by economy of the holder, today and in the years to come: what is granted today, by events, terms and the survival of
 * others of the office; what will be filed is not in it. Throws LM_TECHNOLOGY_UNKNOWN.
 */
export async function patentsLeft(read: ReadModel, workspace: Workspace, wanted: string): Promise<ReadonlyMap<string, PatentsLeft>> {
  const { scope } = requireScope(read, wanted);
  const data = await readTechnologyPatents(workspace, scope);
  const day = dayOf(read.map.asOf)!;
  const { units } = createPortfolio(data, day, null);
  const holders = await workspace.use((connection) => readHolders(connection, data.citations.holderIds));
  const byEconomy = new Map<string, (readonly PortfolioDocument[])[]>();
  for (const unit of units) {
    const economies = new Set(holdersOf(unit).flatMap((holder) => holders.get(holder)?.economy ?? []));
    for (const economy of economies) byEconomy.get(economy)?.push(unit) ?? byEconomy.set(economy, [unit]);
  }
  const chanceAt = (unit: readonly PortfolioDocument[], years: number): number | null => {
    const known = unit.flatMap(({ record }) => inForce(record, addYears(day, years), data.survival).q ?? []);
    return known.length === 0 ? null : Math.max(...known.map(({ low, high }) => (low + high) / 2));
  };
  const found = new Map<string, PatentsLeft>();
  for (const [economy, own] of byEconomy) {
    const left = leftOf(own, chanceAt);
    if (left) found.set(economy, left);
  }
  return found;
}

/** `null` where nothing that is known is in force today. */
function leftOf(
  units: readonly (readonly PortfolioDocument[])[],
  chanceAt: (unit: readonly PortfolioDocument[], years: number) => number | null,
): PatentsLeft | null {
  const today = units.map((unit) => ({ unit, chance: chanceAt(unit, 0) }));
  const alive = today.filter(has("chance")).filter(({ chance }) => chance > 0);
  const expected = alive.reduce((sum, { chance }) => sum + chance, 0);
  if (expected === 0) return null;
  const left = Array.from({ length: longestTerm + 1 }, (_, years) =>
    years === 0 ? 1 : alive.reduce((sum, { unit, chance }) => sum + Math.min(chance, chanceAt(unit, years) ?? 0), 0) / expected,
  );
  const unknown = today.filter(({ chance }) => chance === null).length;
  return { inForce: expected, unknown, left };
}
