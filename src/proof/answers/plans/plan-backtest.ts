import { recordInputs } from "../../../answers/economics/plan-economics.ts";
import { readCellData } from "../../../answers/plan/plan-cells.ts";
import { evidenceOf } from "../../../answers/shared/evidence-of.ts";
import type { ReadModel } from "../../../answers/shared/read-model.ts";
import { requireScope } from "../../../answers/shared/require-technology.ts";
import { dayOf } from "../../../base/days.ts";
import type { Effects } from "../../../base/effects.ts";
import { LevermapError } from "../../../base/errors.ts";
import { number } from "../../../base/format.ts";
import { say } from "../../../base/message.ts";
import { listed } from "../../../base/words.ts";
import { type FiledFamily, readFiledFamilies, readLastYear } from "../../../corpus/held-families.ts";
import { bundledSources, memberPart } from "../../../corpus/technology-members.ts";
import type { Cell } from "../../../plan/cells/cell.ts";
import { economicsOf, middle } from "../../../plan/economics.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { backtestPlan, type TestedPlan } from "../../measure/plans/backtest-plan.ts";
import { cellOutcomes, type LaterFamily } from "../../measure/plans/cell-outcome.ts";
import { chooseByRecord } from "../../measure/plans/choose-by-record.ts";
import { fewestCells, fewestCitations } from "../../measure/plans/judge-choices.ts";
import type { PlanBacktestQuestion } from "../proof-questions.ts";
import type { PlanBacktest } from "./plan-backtest-report.ts";
import { fittedInputs } from "./plan-fitted.ts";

const usualAfter = 5;
const usualPart = 0.2;

/**
 * Makes a plan from what was known at the end of a year and compares it with what came after. `measured`: what to say of the age of the
 * measures. Throws LM_TECHNOLOGY_UNKNOWN, and LM_USAGE for a year after which nothing is loaded.
 */
export async function answerPlanBacktest(
  read: ReadModel,
  workspace: Workspace,
  question: PlanBacktestQuestion,
  measured: readonly string[],
  effects: Effects,
): Promise<PlanBacktest> {
  const { cutOff, after = usualAfter, seed = 1 } = question;
  const scope = question.technology === undefined ? null : requireScope(read, question.technology);
  const technologies = scope?.scope ?? read.map.technologies.map(({ id }) => id);
  const lastLoaded = await workspace.use((connection) => readLastYear(connection, technologies));
  if (lastLoaded !== null && cutOff >= lastLoaded) throw notOver(cutOff, lastLoaded);
  const { cells: all, families } = await readCellData(workspace, technologies, dayOf(`${cutOff}-12-31`)!, effects);
  const cells = all.filter(({ families }) => families !== null && families > 0);
  const { filed, bundled } = await workspace.use(async (connection) => ({
    filed: await readFiledFamilies(connection, technologies, cutOff + 1, cutOff + after),
    bundled: await bundledSources(connection, memberPart(technologies), technologies),
  }));
  const later = laterFamilies(filed, cells);
  const budget = Math.min(cells.length, question.budget ?? Math.max(1, Math.round(usualPart * cells.length)));
  const citations = later.reduce((sum, one) => sum + one.citations, 0);
  const outcomes = cellOutcomes(later);
  const trial = { cells, year: cutOff, after, outcomes, citations, budget, seed };
  const tested = await backtestPlan(chooseByRecord(economicsOf(recordInputs(fittedInputs(families)), middle)), trial);
  const counts = {
    cutOff,
    after,
    lastLoaded,
    known: cells.length,
    judged: tested.judged,
    laterFamilies: later.length,
    laterCitations: citations,
    budget,
  };
  return {
    question: say("plan-backtest.how-would-a-plan", {
      cutOff: String(cutOff),
      scope: scope === null ? "" : say("plan-backtest.in", { id: scope.technology.id }),
    }),
    finding: planBacktestFinding(counts, tested),
    verdict: tested.verdict,
    technology: scope?.technology.id ?? null,
    ...counts,
    needed: { cells: fewestCells, citations: fewestCitations },
    seed,
    chooser: chooserWords,
    choices: [tested.plan, ...tested.baselines],
    differences: tested.differences,
    chosen: chosenCells(read, tested, cells, outcomes),
    evidence: evidenceOf(read, {
      grade: "derived",
      sources: bundled,
      rules: ["method:back-test-of-plans"],
      limits: [...limits, ...measured],
    }),
  };
}

/** Later families with the cells that they are in; those in cells without an earlier family are left out, since they could not be chosen. */
function laterFamilies(filed: readonly FiledFamily[], cells: readonly Cell[]): readonly LaterFamily[] {
  const known = new Set(cells.map(({ id }) => id));
  return filed.flatMap(({ year, citations, technologies, mainGroup }) => {
    const own = technologies
      .map((technology) => ({ technology, cell: `${technology}/${mainGroup ?? ""}` }))
      .filter(({ cell }) => known.has(cell));
    return own.length === 0 ? [] : [{ year, citations, cells: own }];
  });
}

function chosenCells(
  { map }: ReadModel,
  { chosen }: TestedPlan,
  cells: readonly Cell[],
  outcomes: ReturnType<typeof cellOutcomes>,
): PlanBacktest["chosen"] {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  return chosen.map((id) => {
    const { technology, group, families } = byId.get(id)!;
    const outcome = outcomes.get(id);
    const { name } = map.technologies[map.indexOf.get(technology)!]!;
    return { cell: id, technology, name, group, families: families!, filed: outcome?.families ?? 0, relative: outcome?.relative ?? null };
  });
}

/** Nothing is known of what came after: not 0. */
function notOver(cutOff: number, lastLoaded: number): LevermapError {
  const message = say("plan-backtest.what-came-after-is", { cutOff: String(cutOff), lastLoaded: String(lastLoaded) });
  return new LevermapError("LM_USAGE", message, { cutOff, lastLoaded });
}

const limits = [
  "Cells are chosen by patents alone, by how likely their next families are to be cited most. A plan chooses by worth to a home, for which shares of supply, controls and costs of that day are not known.",
  "Citations of later families stand for their value. They do not show what those families block, nor leverage.",
  "Classes, families and links of holders are those of the loaded records. A patent that was reclassified since counts in its present class.",
  "A cell without later filings has no outcome and is in no mean. The same holds where the later families of its technology and year are fewer than 20.",
  "Intervals treat cells as a sample of similar ones. A family in several technologies is in a cell of each, so they are less certain than they look.",
];

/** How a back-test chooses, in words. */
const chooserWords =
  "the cells whose next families are expected to be cited most and to be in the top tenth most often, both alike: by originality and team of recent families, their citations, and growth";

type Counts = Pick<PlanBacktest, "known" | "judged" | "laterCitations">;

/** What came out. */
function planBacktestFinding({ known, judged, laterCitations }: Counts, { plan, baselines, differences, verdict }: TestedPlan): string {
  if (verdict === "too few to judge")
    return `${say("plan-backtest.too-few-to-judge", { judged: String(judged), cells: known, citations: laterCitations })} ${say("plan-backtest.at-least-cells-and", { fewestCells: String(fewestCells), fewestCitations: String(fewestCitations) })}`;
  const compared = differences.map(
    ({ baseline, verdict: one }, at) => `${how[one]} ${cellsOf[baseline]} (${number(baselines[at]!.relative)})`,
  );
  return `${say("plan-backtest.later-families-in-the", { relative: number(plan.relative) })} ${say("plan-backtest.the-choice", { compared: listed(compared) })}`;
}

const how = { beats: "beats", ties: "ties with", loses: "loses to", "too few to judge": "cannot be compared with" };

const cellsOf: Readonly<Record<string, string>> = {
  "most crowded": "the most crowded cells",
  "most cited": "the most cited",
  random: "random ones",
};
