import { counted, number, percent, usdM } from "../../base/format.ts";
import { capital, lowered, said } from "../../base/words.ts";
import { peakOf } from "../plan/clout/clout-conditions.ts";
import type { PlanReport } from "../plan/plan-report.ts";
import { byLead, returnOf } from "./dossier-next.ts";
import type { DossierSides } from "./dossier-parts.ts";
import type { DossierReport } from "./dossier-report.ts";

/** The answer in three sentences: what could be led in with which means, what clout on whom by when, the reply and how sure. */
export const findingOf = (sides: DossierSides, report: PlanReport, means: DossierReport["means"]): string =>
  said(
    ledWords(sides, report, means),
    isGuess(means) && `What ${sides.homeName} has to spend is not known.`,
    cloutWords(sides, report),
    sureWords(report),
  ).join(" ");

/** Whether nothing is known of what a home has to spend. */
export const isGuess = ({ plan, assumed, researchers }: DossierReport["means"]): boolean =>
  plan === null && assumed && researchers === null;

/** Below this chance nobody would say that it could lead. */
const leastLead = 0.05;

function ledWords({ homeName }: DossierSides, report: PlanReport, means: DossierReport["means"]): string {
  const { programmes, candidates } = report;
  const staff = means.researchers === null ? "all the researchers that it takes" : `${number(means.researchers)} researchers`;
  const with_ = `With ${usdM(means.money)} a year and ${staff} for ${counted(means.years, "year")}`;
  const [best] = byLead(report);
  if (best === undefined) return `${with_}, ${homeName} would begin none of ${candidates.problems} problems of the next generation.`;
  const nearest = `${lowered(best.name)} (${percent(best.leads[1])}, from ${Math.round(best.claimsFrom)})`;
  const leads = best.leads[1] >= leastLead ? `likeliest to lead in ${nearest}` : `likely to lead in none: nearest is ${nearest}`;
  return `${with_}, ${homeName} would begin ${programmes.length} of ${candidates.problems} next-generation problems, ${leads}.`;
}

function cloutWords({ homeName }: DossierSides, { clout }: PlanReport): string | null {
  if (clout === null) return null;
  const peak = peakOf(clout);
  const { supplyHeld, rightsHeld } = clout.byYear[0]!;
  const today = rightsHeld !== null && rightsHeld[2] > 0 ? `patents of today could exclude ${usdM(rightsHeld[1])} a year, ` : "";
  const rights = `${today}new claims add ${peak.rightsAdded[1] > 0 ? `${usdM(peak.rightsAdded[1])}${today === "" ? " a year" : ""} by ${peak.year}` : "nothing"}`;
  const cost = clout.cost === null ? "" : `, costing ${homeName} ${usdM(clout.cost[1])}`;
  const supply = supplyHeld === null ? "supply is unknown" : `supply takes ${usdM(supplyHeld[1])} today${cost}`;
  return `Clout on ${clout.onName}: ${rights}; ${supply}.`;
}

function sureWords(report: PlanReport): string | null {
  const { clout, programmes, candidates } = report;
  const part = returnOf(report);
  const reply = clout?.reply ?? null;
  const words = said(
    reply !== null &&
      `${capital(clout!.onName)} ${reply.cost === null ? "could" : "would"} answer with ${reply.name === null ? "all that it holds" : lowered(reply.name)} (${usdM(reply.harm[1])})`,
    programmes.length > 0 && part !== null && `${percent(part)} of the cost comes back${report.resilience === null ? " as income" : ""}`,
    candidates.nextUncounted > 0 && `rivals are assumed in ${candidates.nextUncounted} of ${candidates.nextTechnologies} technologies`,
  );
  return words.length === 0 ? null : `${capital(words.join("; "))}.`;
}
