import { listed } from "../../base/words.ts";
import { economyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { homeTrade } from "./imports.ts";

/** What of bilateral trade an answer over time read. */
export interface TradeEvidence {
  readonly sources: readonly string[];
  /** In words: whose imports come by origin, and what that leaves out. */
  readonly limits: readonly string[];
}

/**
 * Of which technologies the imports of some targets come by origin, not by shares of world supply.
 * @param targets codes of economies and groups
 * @param technologies what is kept from them, by index
 */
export function tradeEvidence(read: ReadModel, targets: readonly string[], technologies: readonly number[]): TradeEvidence {
  const ids = [...new Set(technologies)].map((t) => read.map.technologies[t]!.id);
  const found = targets.flatMap((code) => {
    const trade = homeTrade(read, code);
    const traded = ids.filter((id) => trade.originShares(id) !== null);
    return traded.length > 0 ? [{ code, traded, sources: traded.flatMap(trade.sources) }] : [];
  });
  if (found.length === 0)
    return {
      sources: [],
      limits: ["Imports come by shares of world supply: no trade between pairs of economies is loaded of what is withheld."],
    };
  const whose = found.map(({ code, traded }) => `of ${economyName(read, code)} ${listed(traded)}`);
  return {
    sources: [...new Set(found.flatMap(({ sources }) => sources))],
    limits: [
      `Imports by origin, from trade between pairs of economies, in place of shares of world supply: ${whose.join("; ")}. Origins that customs do not name go on; amounts are not read.`,
    ],
  };
}
