import { count, counted, usdRange } from "../../../base/format.ts";
import { economyName } from "../../shared/names.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import type { PortfolioReport } from "./portfolio-report.ts";

type Facts = Omit<PortfolioReport, "finding" | "evidence">;

/** What a holder has, and what it could exclude in the market where that is most. */
export function portfolioFinding(read: ReadModel, facts: Facts): string {
  const { holder, families, documents, technology, office } = facts;
  const where = `${technology === null ? "" : ` in ${technology.name}`}${office === null ? "" : ` with a document at ${office}`}`;
  if (documents === 0) return `No patent of ${holder.name}${where} is loaded: what it holds${where === "" ? "" : " there"} is unknown.`;
  return (
    `${holder.name} holds ${counted(documents, "loaded document")}${where} in ${counted(families, "family", "families")}, ` +
    `${aliveWords(facts)} on ${facts.asOf}. ${exclusionWords(read, facts)}`
  );
}

function aliveWords({ inForce: { low, high, known } }: Facts): string {
  if (known === 0) return "none of them known to be in force";
  const [from, to] = [Math.floor(low), Math.ceil(high)];
  return `${from === to ? count(from) : `${count(from)} to ${count(to)}`} expected to be in force`;
}

function exclusionWords(read: ReadModel, { exclusion }: Facts): string {
  const [most] = exclusion.filter(({ usd }) => usd !== null).sort((a, b) => b.usd!.high - a.usd!.high);
  if (most === undefined) return "What it could keep out of any market is unknown.";
  const { low, high } = most.usd!;
  return `If it licensed no one, it could keep ${usdRange(low, high)} of products a year out of ${economyName(read, most.market)}, an upper bound.`;
}
