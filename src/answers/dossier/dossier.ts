import { LevermapError } from "../../base/errors.ts";
import { counted, percentInterval, usdInterval } from "../../base/format.ts";
import { listed, lowered, said } from "../../base/words.ts";
import { seatOf } from "../../leverage/members.ts";
import { programmeName } from "../plan/plan-labels.ts";
import { overlaps } from "../plan/plan-names.ts";
import type { PlanReport } from "../plan/plan-report.ts";
import { partyName } from "../scenario/planned-scenario.ts";
import { joinedEvidence } from "../shared/evidence-of.ts";
import { technologyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { requireParty, requirePlace } from "../shared/require-place.ts";
import { cloutSentences, replySentences } from "./dossier-clout.ts";
import { filingSentences } from "./dossier-filing.ts";
import { nextSentences } from "./dossier-next.ts";
import type { DossierAsk, DossierSides } from "./dossier-parts.ts";
import { dossierPlan } from "./dossier-plan.ts";
import type { DossierQuestion } from "./dossier-questions.ts";
import type { DossierPart, DossierReport, DossierSentence } from "./dossier-report.ts";
import { heldLinks, type ToldSupply, weakLinks } from "./dossier-supply.ts";
import { sentence } from "./sentence.ts";

const titles: Readonly<Record<DossierPart, string>> = {
  "weak-links": "What others could withhold, and how long that lasts",
  held: "What it holds that others need, and for how long",
  next: "Problems of the next generation that it could lead in",
  filing: "Where to file",
  clout: "What that would take from the other side",
  replies: "How they would answer",
  conditions: "What would have to be true for more",
  unknown: "What is not known",
};

/**
 * The whole question on one page, from answers that stand by themselves: chokepoints, half-lives, a plan of the next generation. Throws
 * LM_ECONOMY_UNKNOWN, LM_PLAN_UNKNOWN, LM_USAGE where the other side is in part the home, LM_NOT_MEASURED.
 */
export async function answerDossier(read: ReadModel, question: DossierQuestion, ask: DossierAsk): Promise<DossierReport> {
  const sides = sidesOf(read, question, ask);
  const { home, homeName, against, againstName } = sides;
  const { text, means } = dossierPlan(sides);
  const [weak, held] = [await weakLinks(sides), await heldLinks(sides)];
  const report = await ask.plan({ place: "The dossier", text, seconds: question.seconds ?? 5 });
  const parts: Readonly<Record<DossierPart, readonly DossierSentence[]>> = {
    "weak-links": weak.sentences,
    held: held.sentences,
    next: nextSentences(sides, report, means),
    filing: filingSentences(sides, report),
    clout: cloutSentences(sides, report),
    replies: replySentences(sides, report),
    conditions: (report.clout?.conditions ?? []).map((words) => sentence(words)),
    unknown: unknownSentences(sides, report),
  };
  return {
    question: `What does ${homeName} depend on, hold and could lead in${againstName === null ? "" : `, and what clout would that give it on ${againstName}`}?`,
    finding: findingOf(sides, weak, held, report),
    home,
    homeName,
    asOf: read.map.asOf,
    against,
    againstName,
    means,
    parts: (Object.keys(titles) as DossierPart[])
      .filter((part) => parts[part].length > 0)
      .map((part) => ({ part, title: titles[part], sentences: parts[part] })),
    evidence: joinedEvidence([...weak.reports, ...held.reports, report].map(({ evidence }) => evidence)),
  };
}

function sidesOf(read: ReadModel, question: DossierQuestion, ask: DossierAsk): DossierSides {
  const home = requireParty(read, question.home);
  const against = question.against === undefined ? null : requirePlace(read, question.against);
  const place = seatOf(read.model, home);
  if (against !== null && overlaps(read, against, place))
    throw new LevermapError("LM_USAGE", `${against} is the home, or a part of it; name another side.`, { home, against });
  return {
    read,
    ask,
    question,
    home,
    homeName: partyName(read, home),
    place,
    placeName: partyName(read, place),
    against,
    againstName: against === null ? null : partyName(read, against),
  };
}

/** The page in three sentences at most. */
function findingOf({ homeName, placeName }: DossierSides, weak: ToldSupply, held: ToldSupply, report: PlanReport): string {
  const best = [...report.programmes].sort((a, b) => b.leads[1] - a.leads[1])[0];
  const { clout } = report;
  const [now] = clout?.byYear ?? [];
  return said(
    weak.first === null
      ? `What ${placeName} depends on most is not known in figures.`
      : `${placeName.replace(/^the /, "The ")} depends most on ${weak.first}${held.first === null ? "" : ` and holds most by ${held.first}`}.`,
    best === undefined
      ? `Of the next generation nothing pays by what is counted.`
      : `Of the next generation ${homeName} would most likely lead in ${lowered(programmeName(best))}, with a chance of ${percentInterval(best.leads)}.`,
    now?.supplyHeld != null &&
      `Clout on ${clout!.onName}: by supply ${usdInterval([1e6 * now.supplyHeld[0], 1e6 * now.supplyHeld[1], 1e6 * now.supplyHeld[2]])} in a first year, by rights held today ${now.rightsHeld[2] === 0 ? "nothing that is loaded" : usdInterval([1e6 * now.rightsHeld[0], 1e6 * now.rightsHeld[1], 1e6 * now.rightsHeld[2]])}.`,
  ).join(" ");
}

/** What is unknown, and what the page therefore leaves out. */
function unknownSentences(
  { read, homeName }: DossierSides,
  { left, clout, plan, inputs, calibration }: PlanReport,
): readonly DossierSentence[] {
  const assumed = inputs.filter(({ grade }) => grade === "assumed").length;
  const next = left.noCount.filter((id) => read.map.technologies[read.map.indexOf.get(id)!]!.nextGeneration);
  const missed = calibration.filter(({ holds }) => !holds);
  return said(
    `${assumed} of ${counted(inputs.length, "input")} of the plan are assumed, each with a range: what research costs, how often it works, what a new product leaves.`,
    !plan.salesKnown && `What ${homeName} sells is unknown, so that no loss of its own and no saving is counted, which is not 0.`,
    next.length > 0 &&
      `How many patents others have is published for none of ${listed(next.map((id) => lowered(technologyName(read, id))))}.`,
    left.noMarket.length > 0 &&
      `No market is published for ${counted(left.noMarket.length, "technology", "technologies")} with a problem, so that neither plant nor royalty is valued there.`,
    clout !== null && clout.leavesOut > 0 && `Of ${clout.leavesOut} technologies no source says what ${homeName} holds.`,
    plan.unknownJurisdictions.length > 0 &&
      `What chips ${listed(plan.unknownJurisdictions.slice(0, 5))}${plan.unknownJurisdictions.length > 5 ? ` and ${plan.unknownJurisdictions.length - 5} more` : ""} use no source says: rights there are left out.`,
    missed.length > 0 &&
      `Of ${calibration.length} programmes that happened the inputs would have been wrong on ${listed(missed.map(({ what, low, high, unit, model }) => `${what.split(":")[0]} (it was ${low === high ? low : `${low} to ${high}`} ${unit}; they say ${model.low.toPrecision(2)} to ${model.high.toPrecision(2)})`))}.`,
    "Whether others' patents leave it free to make and sell what it solves is not judged on this page: `levermap portfolio` tells what is loaded, and counsel the rest.",
    "Know-how that is not in patents, what others keep secret, and what states will decide are in no figure here.",
  ).map((words) => sentence(words));
}
