import type { DatedScenario } from "../../../answers/scenario/compare/compare.ts";
import { besideOurs, publishedEvidence } from "../../../answers/scenario/compare/published-beside.ts";
import type { PublishedFigure } from "../../../answers/scenario/compare/published-figure.ts";
import type { PublishedRow } from "../../../answers/scenario/compare/published-models.ts";
import { type RunEffects, runScenario, type SimulateOptions } from "../../../answers/scenario/scenario-run.ts";
import { simulateEvidence } from "../../../answers/scenario/simulate-evidence.ts";
import { joinedEvidence } from "../../../answers/shared/evidence-of.ts";
import { counted } from "../../../base/format.ts";
import { usualDraws, usualSeed } from "../../../leverage/draw/monte-carlo.ts";
import type { PublishedReport } from "./published-report.ts";

/** Figures that others published, of one scenario, with that scenario. */
export interface PublishedScenario {
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
  if (beside === 0) return `We have no number to compare with ${counted(none, "published figure")}.`;
  const ofBounds = bounds > 0 ? ` (in ${bounds} theirs is only a bound, which says little)` : "";
  return `Of ${counted(beside + none, "published figure")} we can compare ${beside}. Ours is below theirs in ${below}, above in ${above}, and overlaps in ${overlaps}${ofBounds}.`;
}
