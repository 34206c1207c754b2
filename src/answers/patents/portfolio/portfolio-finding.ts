import { count, counted, percent, percentRange, usdRange } from "../../../base/format.ts";
import { economyName } from "../../shared/names.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import type { PortfolioReport } from "./portfolio-report.ts";

type Told = Omit<PortfolioReport, "finding" | "evidence">;

/** The answer in a few sentences. */
export function portfolioFinding(read: ReadModel, told: Told): string {
  const { holder, families, documents, technology, office } = told;
  const where = `${technology === null ? "" : ` in ${technology.name}`}${office === null ? "" : ` with a document at ${office}`}`;
  if (documents === 0) return `No patent of ${holder.name}${where} is loaded: what it holds${where === "" ? "" : " there"} is unknown.`;
  return [
    `${holder.name} holds ${count(documents)} loaded ${documents === 1 ? "document" : "documents"}${where} in ${counted(families, "family", "families")}, ${aliveWords(told)} on ${told.asOf}.`,
    shareWords(told),
    exclusionWords(read, told),
    askWords(told),
  ]
    .filter((text) => text !== "")
    .join(" ");
}

function aliveWords({ inForce: { low, high, known } }: Told): string {
  if (known === 0) return "none of them known to be in force";
  const [from, to] = [Math.floor(low), Math.ceil(high)];
  return `${from === to ? count(from) : `${count(from)} to ${count(to)}`} expected to be in force`;
}

function shareWords({ technologies }: Told): string {
  const first = technologies.find(({ holding }) => holding !== null);
  if (first?.holding == null) return "";
  const { count, weight } = first.holding.shares;
  const built =
    weight === null
      ? "its part of what others build on is unknown"
      : `${percent(weight.value)} of what others build on (${percentRange(weight.low, weight.high)})`;
  return `In ${first.technology.name} it has ${percent(count.value)} of the loaded families; ${built}.`;
}

function exclusionWords(read: ReadModel, { exclusion }: Told): string {
  const known = exclusion.filter(({ usd }) => usd !== null).sort((a, b) => b.usd!.high - a.usd!.high);
  const [most] = known;
  if (most === undefined) return "What it could keep from any market is unknown.";
  const [group] = most.groups;
  const which =
    group?.adds && group.adds.high > 0 ? `, most by ${group.mainGroup ?? "claims without a class"} in ${group.technology.name}` : "";
  const rest = exclusion.length - known.length;
  return (
    `If it licensed nobody it could keep at most ${usdRange(most.usd!.low, most.usd!.high)} a year from ${economyName(read, most.market)}${which}` +
    `${rest > 0 ? `; of ${rest} of ${exclusion.length} markets it is unknown` : ""}.`
  );
}

function askWords({ waiting, crossLicences, lettingGo }: Told): string {
  return (
    `For counsel: ${count(waiting.inAll)} of ${count(waiting.of)} families of others that it cites may be waited for or designed around, ` +
    `${counted(crossLicences.inAll, "holder blocks", "holders block")} it and ${crossLicences.inAll === 1 ? "is" : "are"} blocked by it, ` +
    `${count(lettingGo.inAll)} of its own families may be let go.`
  );
}
