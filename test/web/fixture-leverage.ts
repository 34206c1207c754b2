import type { LeverageQuestion } from "../../src/answers/leverage/leverage-questions.ts";
import type { LeverageCell, LeverageReport } from "../../src/answers/leverage/leverage-report.ts";
import type { Evidence } from "../../src/answers/shared/evidence.ts";

const estimate = (middle: number) => ({ middle, interval: [middle / 2, middle, 2 * middle] as const });

/** A made-up answer on leverage: everybody could take as much from everybody. */
export function fixtureLeverage(
  { from = ["AA", "BB"], on, horizon = 12, draws = 100, seed = 1 }: LeverageQuestion,
  evidence: Evidence,
): LeverageReport {
  const cell = (code: string, target: string): LeverageCell => ({
    from: code,
    on: target,
    gap: null,
    loss: estimate(0.2),
    usd: estimate(4),
    ofGdp: null,
    useUsd: estimate(0),
    sales: null,
    downstream: estimate(0),
    cost: null,
    lasting: null,
    net: null,
    complementarity: null,
    technologies: ["etch"],
    unpriced: ["etch"],
    leavesOut: 0,
    patents: null,
  });
  const targets = on === undefined ? from : [on];
  return {
    question: "Who has leverage over whom?",
    finding: "Everybody, a little.",
    asOf: "2026-01-01",
    from,
    on: on ?? null,
    names: { AA: "Ayland", BB: "the Bee Isles" },
    technologies: null,
    leftOut: [],
    inDoubt: [],
    months: horizon,
    draws,
    seed,
    outsiders: "backfilling",
    cells: targets.flatMap((target) => from.filter((code) => code !== target).map((code) => cell(code, target))),
    shapley: null,
    coalition: null,
    observed: null,
    unvalued: [],
    evidence,
  };
}
