import { rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type ReadModel, readModel } from "../src/answers/read-model.ts";
import { bundledFile } from "../src/base/data-folder.ts";
import { createCourse } from "../src/leverage/course/course.ts";
import { createOutcome } from "../src/leverage/course/outcome.ts";
import { targetParty } from "../src/leverage/course/parties.ts";
import { courseSteps } from "../src/leverage/course/steps.ts";
import { createInputSpace } from "../src/leverage/draw/input-space.ts";
import { createTurns } from "../src/leverage/draw/turns.ts";
import { banOf, partsOf, withheldTechnologies } from "../src/leverage/game/banned-stops.ts";
import { createCoalitionGame } from "../src/leverage/game/coalition-game.ts";
import { largestSuppliers } from "../src/leverage/game/largest-suppliers.ts";
import { createLeverageMatrix } from "../src/leverage/game/leverage-matrix.ts";
import { shapleySplit } from "../src/leverage/game/shapley.ts";
import { subsetValues } from "../src/leverage/game/subset-values.ts";
import { reachAgainst } from "../src/leverage/reach.ts";
import { sources } from "../src/sources/index.ts";
import { createWorkspace } from "../src/workspace/create.ts";
import { loadSource } from "../src/workspace/load.ts";
import { openWorkspace } from "../src/workspace/open.ts";
import { plainMap, plainPropagation } from "./plain-propagation.ts";
import { writeSyntheticAtlas } from "./synthetic-atlas.ts";

const exponentLimit = 1.2;
const asOf = "2026-11-25";

/** Milliseconds by the clock and of the processor. */
interface Time {
  readonly wall: number;
  readonly cpu: number;
}

function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Median of several calls after some that warm the compiler up, so many at once that a clock can tell. */
async function timed(calls: number, warm: number, work: () => unknown, inOne = 1): Promise<Time> {
  const times: Time[] = [];
  for (let call = 0; call < calls + warm; call++) {
    const [wall, cpu] = [performance.now(), processor()];
    for (let i = 0; i < inOne; i++) await work();
    times.push({ wall: (performance.now() - wall) / inOne, cpu: (processor() - cpu) / inOne });
  }
  const middle = (of: (time: Time) => number): number =>
    times
      .slice(warm)
      .map(of)
      .sort((a, b) => a - b)[Math.floor(calls / 2)]!;
  return { wall: middle(({ wall }) => wall), cpu: middle(({ cpu }) => cpu) };
}

async function read(atlas: string): Promise<ReadModel> {
  const dir = join(tmpdir(), `levermap-bench-leverage-${process.pid}`);
  await rm(dir, { recursive: true, force: true });
  await createWorkspace(dir);
  const writing = await openWorkspace(dir, { mode: "write" });
  await loadSource(writing, sources.get("atlas")!, [atlas]);
  writing.close();
  const workspace = await openWorkspace(dir, { mode: "read" });
  const model = await readModel(workspace, { asOf });
  workspace.close();
  await rm(dir, { recursive: true, force: true });
  return model;
}

function line(what: string, { wall, cpu }: Time, limit: number | null): void {
  const over = limit !== null && cpu > limit ? " (over)" : "";
  const of = limit === null ? "" : `, limit ${limit}`;
  console.log(`  ${what}: ${cpu.toFixed(cpu < 10 ? 3 : 0)} ms of a core, ${wall.toFixed(wall < 10 ? 3 : 0)} ms by the clock${of}${over}`);
}

/** One act of some senders on one target, six horizons, with what the numbers are read from. */
function scenario({ model, withholding }: ReadModel, senders: readonly string[], target: string, ids: readonly string[] | null) {
  const asked = ids?.flatMap((id) => model.map.indexOf.get(id) ?? []) ?? null;
  const reach = reachAgainst(model, target);
  const technologies = withheldTechnologies(model, withholding.seeds, asked);
  const stops = technologies.map((t) => banOf(t, [0], partsOf(model, reach, senders, t)));
  const parties = [target, ...senders];
  const course = createCourse({
    model,
    targets: [targetParty(model, target)],
    senders,
    stops,
    steps: courseSteps(),
    parties,
    backfill: true,
  });
  const space = createInputSpace(model, { technologies: course.network.nodes, parties });
  const outcome = createOutcome(course, space.middle);
  return { course, space, outcome, into: new Float64Array(outcome.metrics.length) };
}

async function shapley({ model, withholding }: ReadModel, target: string, members: readonly string[]): Promise<void> {
  const technologies = withheldTechnologies(model, withholding.seeds, null);
  const parties = [target, ...members];
  const game = createCoalitionGame({ model, technologies, target, members, outsiders: "backfilling", months: 12, parties, unit: "usd" });
  const space = createInputSpace(model, { technologies: [], parties });
  const values = new Float64Array(2 ** members.length);
  game.start(space.middle, null);
  await subsetValues(game, values, createTurns({}));
  shapleySplit(values, members.length, new Float64Array(members.length));
}

function matrix(
  { model, withholding }: ReadModel,
  parties: readonly string[],
  middle: Parameters<ReturnType<typeof createLeverageMatrix>["read"]>[0],
): void {
  const technologies = withheldTechnologies(model, withholding.seeds, null);
  const all = createLeverageMatrix({
    model,
    technologies,
    senders: parties,
    targets: parties,
    outsiders: "backfilling",
    months: 12,
    parties,
  });
  all.read(middle, null, new Float64Array(all.size));
}

interface Figures {
  readonly scenario: number;
  readonly draws: number;
  readonly shapley: number;
  readonly matrix: number;
}

async function figures(
  map: ReadModel,
  target: string,
  senders: readonly string[],
  ids: readonly string[] | null,
  bundled: boolean,
): Promise<Figures> {
  const { model } = map;
  const act = scenario(map, senders.slice(0, 1), target, ids);
  const few = bundled ? 30 : 3;
  const once = await timed(
    few,
    bundled ? 10 : 1,
    () => {
      act.course.run(act.space.middle);
      act.outcome.read(act.space.middle, act.into);
    },
    bundled ? 100 : 1,
  );
  line("one scenario, six horizons", once, bundled ? 0.3 : null);
  const drawn = bundled ? 10_000 : 20;
  let draw = 0;
  const draws = await timed(bundled ? 3 : 1, 1, () => {
    for (let i = 0; i < drawn; i++) {
      const at = { seed: 1, draw: draw++ };
      const inputs = act.space.draw(at.seed, at.draw);
      act.course.run(inputs, at);
      act.outcome.read(inputs, act.into);
    }
  });
  line(`${drawn} draws of it`, draws, bundled ? 2000 : null);
  const parties = largestSuppliers(model, withheldTechnologies(model, map.withholding.seeds, null)).slice(0, 25);
  const others = parties.filter((code) => code !== target);
  const small = await timed(bundled ? 5 : 1, bundled ? 2 : 0, () => shapley(map, target, others.slice(0, bundled ? 12 : 6)));
  line(`all subsets of ${bundled ? 12 : 6} senders and their split`, small, bundled ? 300 : null);
  const six = bundled ? await timed(5, 1, () => shapley(map, target, others.slice(0, 6))) : small;
  if (bundled) line("the same of 16", await timed(2, 0, () => shapley(map, target, others.slice(0, 16))), 5000);
  const { middle } = createInputSpace(model, { technologies: [], parties });
  const whole = await timed(bundled ? 9 : 1, bundled ? 4 : 0, () => matrix(map, parties, middle));
  line(`matrix of ${parties.length} economies, games compiled anew`, whole, bundled ? 100 : null);
  return { scenario: once.cpu, draws: draws.cpu / drawn, shapley: six.cpu, matrix: whole.cpu };
}

/** Everything withheld by one sender, beside the plain formulation, which must give the same numbers. */
async function besidePlain(map: ReadModel, sender: string, target: string, calls: number): Promise<void> {
  const { model } = map;
  const { course, space } = scenario(map, [sender], target, null);
  course.run(space.middle);
  const plain = plainMap(model, space.middle);
  const output = plainPropagation(model, course, space.middle, plain);
  const [n, S] = [model.map.technologies.length, course.question.steps.width.length];
  let off = 0;
  course.network.products.forEach((at, p) => {
    for (let s = 0; s < S; s++) off = Math.max(off, Math.abs(course.lost[p * S + s]! - (1 - output[s * n + course.network.nodes[at]!]!)));
  });
  const own = await timed(calls, 3, () => course.run(space.middle), 20);
  const other = await timed(calls, 1, () => void plainPropagation(model, course, space.middle, plain));
  line("everything withheld by one sender, the whole model", own, null);
  line("running output alone with dense matrices", other, null);
  console.log(
    `  ratio ${(other.cpu / own.cpu).toFixed(1)}; greatest loss ${course.lost.reduce((most, loss) => Math.max(most, loss), 0).toFixed(3)}, greatest difference of a loss ${off.toExponential(1)}`,
  );
}

console.log(
  `load average ${loadavg()
    .map((load) => load.toFixed(1))
    .join(", ")}`,
);
const tools = ["deposition", "etch", "process-control", "ion-implantation", "eda", "advanced-logic-foundry"];
const bundled = await read(bundledFile("atlas"));
console.log(`bundled atlas, ${bundled.map.technologies.length} technologies`);
await figures(bundled, "CN", ["US"], tools, true);
await besidePlain(bundled, "US", "CN", 10);
const found: Figures[] = [];
for (const scale of [1, 100]) {
  const atlas = join(tmpdir(), `levermap-bench-leverage-atlas-${process.pid}`);
  const size = await writeSyntheticAtlas(atlas, scale);
  const map = await read(atlas);
  await rm(atlas, { recursive: true, force: true });
  console.log(`made-up map, ${size.technologies} technologies, ${size.shares} shares`);
  found.push(await figures(map, "AA", ["AB"], null, false));
}
const [one, hundred] = found as [Figures, Figures];
const parts = (Object.keys(one) as (keyof Figures)[]).map((name) => {
  const exponent = Math.log(hundred[name] / one[name]) / Math.log(100);
  return `${name} ${exponent.toFixed(2)}${exponent > exponentLimit ? " (over)" : ""}`;
});
console.log(`exponent of cost from 1 to 100 times (limit ${exponentLimit}): ${parts.join(", ")}`);
