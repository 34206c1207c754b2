import type { Evidence } from "../shared/evidence.ts";
import { evidenceOf } from "../shared/evidence-of.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { supplyEvidence } from "../shared/supply-evidence.ts";
import { tradeEvidence } from "../supply/trade-evidence.ts";

/** What an answer on leverage read: technologies by index, parties by code. */
interface LeverageRead {
  readonly technologies: readonly number[];
  /** The withheld technologies and all that rests on them. */
  readonly touched: Iterable<number>;
  readonly parties: readonly string[];
  readonly limits: readonly string[];
}

/** What an answer on leverage rests on; what is drawn is assumed at best. */
export function leverageEvidence(read: ReadModel, { technologies, touched, parties, limits }: LeverageRead): Evidence {
  const places = parties.filter((code) => !read.map.economyOf.has(code));
  const trade = tradeEvidence(read, places, technologies);
  return evidenceOf(read, {
    grade: "assumed",
    sources: [...supplyEvidence(read, [...touched, ...read.map.products], parties).sources, ...trade.sources],
    rules: ["method:leverage-matrix", "method:coalition", "method:shapley", "method:best-reply", "method:course", "method:reach"],
    limits: [...limits, ...trade.limits],
  });
}
