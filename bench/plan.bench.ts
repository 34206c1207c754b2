import { loadavg } from "node:os";
import { compileProblem } from "../src/plan/compiled-problem.ts";
import { frontier } from "../src/plan/frontier.ts";
import { greedyPlan } from "../src/plan/greedy.ts";
import { type FoundPlan, solvePlan } from "../src/plan/solve-plan.ts";
import { openSolver } from "../src/plan/solver/open-solver.ts";
import { exponent, measured, option } from "./support.ts";
import { randomProblem } from "./synthetic-plan.ts";

/** `--seeds 10 --largest 20000 --budgets 20`. */
const seeds = option("seeds", 10);
const largest = option("largest", 20_000);
const budgets = option("budgets", 20);

const shape = { years: 12, targets: 12, fields: 6, scenarios: 20, part: 0.15, risk: { weight: 0.3, level: 0.8 } };
const options = { gap: 1e-3, seconds: 300 };

const problemOf = (programmes: number, seed: number) => compileProblem(randomProblem(seed, { ...shape, programmes }));
const megabytes = (): number => process.memoryUsage().rss / 1e6;
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const line = (...cells: (string | number)[]): void => console.log(cells.map((cell) => String(cell).padStart(11)).join(" "));

async function solveOnce(programmes: number, seed: number) {
  const problem = problemOf(programmes, seed);
  const solver = openSolver();
  const { result, clock: time } = await measured(() => solvePlan(problem, solver, options));
  const memory = megabytes();
  await solver.close();
  return { time, memory, plan: result as FoundPlan };
}

console.log(`load before: ${loadavg()[0]!.toFixed(1)}`);
console.log(`${shape.years} years, ${shape.targets} targets, ${shape.fields} fields, ${shape.scenarios} scenarios, gap ${options.gap}`);
line("programmes", "seed", "seconds", "gap", "greedy", "MB");
const times: number[] = [];
for (let seed = 1; seed <= seeds; seed++) {
  const { time, memory, plan } = await solveOnce(2000, seed);
  times.push(time);
  line(2000, seed, time.toFixed(2), plan.gap.toExponential(1), (plan.greedy! / plan.value).toFixed(4), memory.toFixed(0));
}
console.log(
  `2,000 programmes: median ${median(times).toFixed(2)} s (limit 10), worst ${Math.max(...times).toFixed(2)} s (limit 60), ratio of the median to its limit ${(median(times) / 10).toFixed(2)}`,
);

let before: { programmes: number; time: number } | undefined;
for (const programmes of [200, 600, 2000, 6000, 20_000].filter((each) => each <= largest)) {
  const { time, memory, plan } = await solveOnce(programmes, 1);
  const { clock: greedy } = await measured(() => greedyPlan(problemOf(programmes, 1)));
  const grows = before && exponent(before.time, time, programmes / before.programmes);
  line(
    programmes,
    1,
    time.toFixed(2),
    plan.gap.toExponential(1),
    `${greedy.toFixed(2)} s`,
    memory.toFixed(0),
    grows === undefined ? "" : `exponent ${grows.toFixed(2)}`,
  );
  before = { programmes, time };
}

const solvers = [openSolver(), openSolver()];
const factors = Array.from({ length: budgets }, (_, at) => 0.2 + (1.8 * at) / Math.max(1, budgets - 1));
const { result: points, clock: time } = await measured(() => frontier(problemOf(2000, 1), factors, solvers, options));
const widest = Math.max(...points.map(({ plan }) => (plan as FoundPlan).gap));
console.log(
  `frontier of ${points.length} budgets: ${time.toFixed(1)} s (limit 90), ratio ${(time / 90).toFixed(2)}, widest gap ${widest.toExponential(1)}, ${megabytes().toFixed(0)} MB`,
);
await Promise.all(solvers.map((solver) => solver.close()));
