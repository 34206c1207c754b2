import { number, percent, usdM } from "../../base/format.ts";
import { say } from "../../base/message.ts";
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
    isGuess(means) && say("dossier-finding.what-has-to-spend", { homeName: sides.homeName }),
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
  const staff =
    means.researchers === null
      ? "all the researchers that it takes"
      : say("dossier-finding.researchers", { researchers: number(means.researchers) });
  const with_ = say("dossier-finding.with-a-year-and", { money: usdM(means.money), staff, years: means.years });
  const [best] = byLead(report);
  if (best === undefined)
    return say("dossier-finding.would-begin-none-of", { withIt: with_, homeName, problems: String(candidates.problems) });
  const nearest = say("dossier-finding.from", {
    name: lowered(best.name),
    leads: percent(best.leads[1]),
    round: String(Math.round(best.claimsFrom)),
  });
  const leads =
    best.leads[1] >= leastLead
      ? say("dossier-finding.likeliest-to-lead-in", { nearest })
      : say("dossier-finding.likely-to-lead-in", { nearest });
  return say("dossier-finding.would-begin-of-next", {
    withIt: with_,
    homeName,
    programmes: String(programmes.length),
    problems: String(candidates.problems),
    leads,
  });
}

function cloutWords({ homeName }: DossierSides, { clout }: PlanReport): string | null {
  if (clout === null) return null;
  const peak = peakOf(clout);
  const { supplyHeld, rightsHeld } = clout.byYear[0]!;
  const today =
    rightsHeld !== null && rightsHeld[2] > 0 ? say("dossier-finding.patents-of-today-could", { rightsHeld: usdM(rightsHeld[1]) }) : "";
  const rights = say("dossier-finding.new-claims-add", {
    today,
    nothing:
      peak.rightsAdded[1] > 0
        ? say("dossier-finding.by", {
            rightsAdded: usdM(peak.rightsAdded[1]),
            aYear: today === "" ? " a year" : "",
            year: String(peak.year),
          })
        : "nothing",
  });
  const cost = clout.cost === null ? "" : say("dossier-finding.costing", { homeName, cost: usdM(clout.cost[1]) });
  const supply =
    supplyHeld === null ? "supply is unknown" : say("dossier-finding.supply-takes-today", { supplyHeld: usdM(supplyHeld[1]), cost });
  return say("dossier-finding.clout-on", { onName: clout.onName, rights, supply });
}

function sureWords(report: PlanReport): string | null {
  const { clout, programmes, candidates } = report;
  const part = returnOf(report);
  const reply = clout?.reply ?? null;
  const words = said(
    reply !== null &&
      say("dossier-finding.answer-with", {
        onName: capital(clout!.onName),
        could: reply.cost === null ? "could" : "would",
        allThat: reply.name === null ? "all that it holds" : lowered(reply.name),
        harm: usdM(reply.harm[1]),
      }),
    programmes.length > 0 &&
      part !== null &&
      say("dossier-finding.of-the-cost-comes", { part: percent(part), asIncome: report.resilience === null ? " as income" : "" }),
    candidates.nextUncounted > 0 &&
      say("dossier-finding.rivals-are-assumed-in", {
        nextUncounted: String(candidates.nextUncounted),
        nextTechnologies: String(candidates.nextTechnologies),
      }),
  );
  return words.length === 0 ? null : `${capital(words.join("; "))}.`;
}
