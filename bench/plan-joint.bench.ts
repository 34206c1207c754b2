import { loadavg } from "node:os";
import { compileJoint } from "../src/plan/joint/compiled-joint.ts";
import { effortOf } from "../src/plan/joint/improve.ts";
import { searchPlans } from "../src/plan/joint/search-plan.ts";
import { solveJoint } from "../src/plan/joint/solve-joint.ts";
import { openSolver } from "../src/plan/solver/open-solver.ts";
import { measured, option } from "./support.ts";
import { randomJoint } from "./synthetic-joint.ts";

/** `--programmes 350 --worlds 200 --seconds 60 --seeds 3 --tries 300`: a plan in many worlds, and how near the best it is proved to be. */
const programmes = option("programmes", 350);
const worlds = option("worlds", 200);
const rounds = option("rounds", 8);
const seeds = option("seeds", 1);
const tries = option("tries", 300);
const percent = (part: number): string => `${(100 * part).toFixed(2)} %`;

console.log(`load before: ${loadavg()[0]!.toFixed(1)}`);
for (let seed = 1; seed <= seeds; seed++) {
  const problem = compileJoint(randomJoint(seed, { programmes, worlds, nodes: 150, products: 7, part: 0.15 }));
  const { result: first, clock: greedy } = await measured(() => searchPlans(problem).start(effortOf(0))!);
  const { clock: searched } = await measured(() => searchPlans(problem).start(effortOf(tries))!);
  console.log(`seed ${seed}: greedy ${greedy.toFixed(2)} s, with ${tries} tries ${searched.toFixed(2)} s`);
  const solver = openSolver();
  const began = performance.now();
  const onProgress = ({ gain, bound }: { gain: number; bound: number }): void =>
    console.log(`  ${((performance.now() - began) / 1000).toFixed(1)} s: gain ${gain.toFixed(2)}, bound +${percent(bound / gain - 1)}`);
  const { result, clock } = await measured(() => solveJoint(problem, solver, { gap: 0.001, rounds, tries, onProgress }));
  await solver.close();
  const chosen = result.chosen.reduce((sum, on) => sum + on, 0);
  console.log(
    `seed ${seed}: ${programmes} programmes x ${worlds} worlds, ${chosen} chosen, ${clock.toFixed(1)} s, gap ${percent(result.gap)}, greedy ${percent((first.value - result.before) / (result.value - result.before))} of the plan, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
  );
}
