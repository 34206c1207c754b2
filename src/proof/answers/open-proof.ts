import type { OpenDay } from "../../answers/day/open-day.ts";
import type { ClaimsRead } from "../../answers/exclusion/exclusion-data.ts";
import { editionTrends } from "../../answers/half-life/holding-trends.ts";
import type { SharesRead } from "../../answers/half-life/share-history.ts";
import type { DatedScenario } from "../../answers/scenario/compare/compare.ts";
import { besideOurs, publishedEvidence } from "../../answers/scenario/compare/published-beside.ts";
import type { PublishedFigure } from "../../answers/scenario/compare/published-models.ts";
import { type PublishedRow, publishedRows } from "../../answers/scenario/compare/published-models.ts";
import { datedScenario } from "../../answers/scenario/open-scenarios.ts";
import { type RunEffects, runScenario, type SimulateOptions } from "../../answers/scenario/scenario-run.ts";
import { simulateEvidence } from "../../answers/scenario/simulate-evidence.ts";
import type { AnswersTo } from "../../answers/shared/asking.ts";
import { joinedEvidence } from "../../answers/shared/evidence-of.ts";
import { say } from "../../base/message.ts";
import { readRates } from "../../corpus/legal-records.ts";
import { usualDraws, usualSeed } from "../../leverage/draw/monte-carlo.ts";
import { answerBacktest } from "./events/backtest.ts";
import { ownHistory, scoreHalfLives } from "./half-life/half-life-score.ts";
import { answerPlanBacktest } from "./plans/plan-backtest.ts";
import type { PublishedReport, proofQuestions } from "./proof-questions.ts";

/** What is told on one day, against what happened and what others say. */
export function openProof(day: OpenDay & ClaimsRead & SharesRead): AnswersTo<typeof proofQuestions> {
  const { workspace, read, shares, cases, measured, effects } = day;
  return {
    async published({ scenario, draws, seed }) {
      const ids = scenario === undefined ? [...new Set(publishedRows().map((row) => row.scenario))] : [scenario];
      const asked = ids.map((id) => ({
        rows: publishedRows().filter((row) => row.scenario === id),
        dated: () => datedScenario(day, { id }),
      }));
      return answerPublished(asked, { draws, seed }, effects);
    },
    async halfLifeScore(question) {
      const { source } = question;
      const edition = source === ownHistory ? null : await editionTrends(workspace, source);
      return scoreHalfLives(await read(), await shares(), edition, question);
    },
    async backtest(question) {
      const known = { joined: await cases(), rates: await workspace.use(readRates) };
      return answerBacktest(await read(), question, { cases: known, effects });
    },
    planBacktest: async (question) => answerPlanBacktest(await read(), workspace, question, await measured(), effects),
  };
}

/** Figures that others published, of one scenario, with that scenario. */
interface PublishedScenario {
  readonly rows: readonly PublishedRow[];
  /** Reads the scenario when it is its turn. */
  readonly dated: () => Promise<DatedScenario>;
}

/** Runs each scenario once and puts what others published on its question beside it. Throws LM_SCENARIO_INVALID, LM_INTERRUPTED. */
export async function answerPublished(
  asked: readonly PublishedScenario[],
  { draws = usualDraws, seed = usualSeed }: SimulateOptions,
  effects: RunEffects,
): Promise<PublishedReport> {
  const told: Pick<PublishedReport, "scenarios" | "figures" | "evidence">[] = [];
  for (const { rows, dated } of asked) {
    const { read, asked: scenario } = await dated();
    const run = await runScenario(read, scenario, { draws, seed }, part(effects, told.length, asked.length));
    const { id, name, asOf } = run.planned.head;
    told.push({
      scenarios: [{ id: id ?? name, name, asOf }],
      figures: besideOurs(rows, run),
      evidence: joinedEvidence([publishedEvidence(read, rows), simulateEvidence(read, run.planned, run.context)]),
    });
  }
  const figures = told.flatMap((each) => each.figures);
  const counts = publishedCounts(figures);
  return {
    question: "What did others publish on the same questions, and why do the answers differ?",
    finding: publishedFinding(counts),
    draws,
    seed,
    counts,
    scenarios: told.flatMap(({ scenarios }) => scenarios),
    figures,
    evidence: joinedEvidence(told.map(({ evidence }) => evidence)),
  };
}

/** Progress of one of several scenarios as a part of all. */
function part({ progress, signal }: RunEffects, at: number, of: number): RunEffects {
  return { signal, progress: { report: (done, total, label) => progress.report(at * total + done, of * total, label) } };
}

/** How many figures of ours lie below, across and above theirs, and how many there are none for. */
function publishedCounts(figures: readonly PublishedFigure[]): PublishedReport["counts"] {
  const of = (stands: PublishedFigure["stands"]): readonly PublishedFigure[] => figures.filter((figure) => figure.stands === stands);
  const bounds = of("overlaps").filter(({ theirs: { low, high } }) => low === null || high === null);
  return {
    below: of("below").length,
    overlaps: of("overlaps").length,
    above: of("above").length,
    bounds: bounds.length,
    none: of(null).length,
  };
}

/** The counts in words. */
function publishedFinding({ below, overlaps, above, bounds, none }: PublishedReport["counts"]): string {
  const beside = below + overlaps + above;
  if (beside + none === 0) return "No published figure asks what this scenario asks.";
  if (beside === 0) return say("open-proof.we-have-no-number", { figures: none });
  const ofBounds = bounds > 0 ? say("open-proof.in-theirs-is-only", { bounds: String(bounds) }) : "";
  return `${say("open-proof.of-published-figures-we", { figures: beside + none, beside: String(beside) })} ${say("open-proof.ours-is-below-theirs", { below: String(below), above: String(above), overlaps: String(overlaps), ofBounds })}`;
}
