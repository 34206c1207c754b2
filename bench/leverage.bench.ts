import { rm } from "node:fs/promises";
import { loadavg } from "node:os";
import { planScenario } from "../src/answers/scenario/planned-scenario.ts";
import { readyScenario, readyScenarioIds } from "../src/answers/scenario/ready-scenarios.ts";
import { type ReadModel, readModel } from "../src/answers/shared/read-model.ts";
import { bundledFile } from "../src/base/built-file.ts";
import { dayOf } from "../src/base/days.ts";
import { createCourse } from "../src/leverage/course/course.ts";
import { targetParty } from "../src/leverage/course/parties.ts";
import { courseSteps } from "../src/leverage/course/steps.ts";
import { createInputSpace } from "../src/leverage/draw/input-space.ts";
import { createTurns } from "../src/leverage/draw/monte-carlo.ts";
import { banOf, largestSuppliers, partsOf, withheldTechnologies } from "../src/leverage/game/banned-stops.ts";
import { createCoalitionGame, subsetValues } from "../src/leverage/game/coalition-game.ts";
import { createLeverageMatrix } from "../src/leverage/game/leverage-matrix.ts";
import { shapleySplit } from "../src/leverage/game/shapley.ts";
import { reachAgainst } from "../src/leverage/reach.ts";
import { type CompiledScenario, compileScenario } from "../src/leverage/scenario/compile-scenario.ts";
import { createScenarioRun, type RunnableScenario } from "../src/leverage/scenario/run-scenario.ts";
import { untraded } from "../src/leverage/target.ts";
import { sources } from "../src/sources/index.ts";
import { openWorkspace } from "../src/workspace/open.ts";
import { plainMap, plainPropagation } from "./plain-propagation.ts";
import { exponent, fillWorkspace, over, temporary } from "./support.ts";
import { writeSyntheticAtlas } from "./synthetic-atlas.ts";
import { line, type Time, timed } from "./timed.ts";

const exponentLimit = 1.2;
const asOf = "2026-11-25";
const open: (() => Promise<void>)[] = [];

/** Reads an atlas once, for any day. */
async function readAtlas(atlas: string): Promise<(day?: string) => Promise<ReadModel>> {
  const dir = temporary(`leverage-${open.length}`);
  await fillWorkspace(dir, sources.get("atlas")!, [atlas]);
  const workspace = await openWorkspace(dir, { mode: "read" });
  open.push(async () => {
    workspace.close();
    await rm(dir, { recursive: true, force: true });
  });
  return (day = asOf) => readModel(workspace, { asOf: day });
}

/** A course of everything one sender can withhold from one target. */
function wholeCourse({ model, withholding }: ReadModel, sender: string, target: string) {
  const reach = reachAgainst(model, target);
  const technologies = withheldTechnologies(model, withholding.seeds, null);
  const stops = technologies.map((t) => banOf(model, t, [0], partsOf(model, reach, [sender], t, untraded(target))));
  const parties = [target, sender];
  const targets = [targetParty(model, target)];
  const course = createCourse({ model, targets, senders: [sender], stops, steps: courseSteps(), parties, backfill: true });
  return { course, space: createInputSpace(model, { technologies: course.network.nodes, parties }) };
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
  const question = { model, technologies, senders: parties, targets: parties, months: 12, parties };
  const all = createLeverageMatrix({ ...question, outsiders: "backfilling" });
  all.read(middle, null, new Float64Array(all.size));
}

type Figures = Readonly<Record<"scenario" | "draws" | "shapley" | "matrix", number>>;

async function figures(map: ReadModel, target: string, act: RunnableScenario, drawn: number, bundled: boolean): Promise<Figures> {
  const { model } = map;
  const once = await middleTime(act);
  line("one scenario of everything, six horizons, all its numbers", once, null);
  const draws = await drawsTime(act, drawn);
  line(`${drawn} draws of it`, draws, null);
  const parties = largestSuppliers(model, withheldTechnologies(model, map.withholding.seeds, null)).slice(0, 25);
  const others = parties.filter((code) => code !== target);
  const splitOf = (members: number): Promise<Time> => timed(() => shapley(map, target, others.slice(0, members)));
  const six = await splitOf(6);
  line("all subsets of 6 senders and their split", six, null);
  if (bundled) {
    line("the same of 12", await splitOf(12), 300);
    line("the same of 16", await splitOf(16), 5000);
  }
  const { middle } = createInputSpace(model, { technologies: [], parties });
  const whole = await timed(() => matrix(map, parties, middle));
  line(`matrix of ${parties.length} economies, games compiled anew`, whole, bundled ? 100 : null);
  return { scenario: once.cpu, draws: draws.cpu / drawn, shapley: six.cpu, matrix: whole.cpu };
}

/** One sender withholding everything, compared with the plain formulation, which must give equal numbers. */
async function besidePlain(map: ReadModel, sender: string, target: string): Promise<void> {
  const { model } = map;
  const { course, space } = wholeCourse(map, sender, target);
  course.run(space.middle);
  const plain = plainMap(model, space.middle);
  const output = plainPropagation(model, course, space.middle, plain);
  const [n, S] = [model.map.technologies.length, course.question.steps.width.length];
  let off = 0;
  course.network.products.forEach((at, p) => {
    for (let s = 0; s < S; s++)
      off = Math.max(off, Math.abs(course.madeLost[p * S + s]! - (1 - output[s * n + course.network.nodes[at]!]!)));
  });
  const own = await timed(() => course.run(space.middle));
  const other = await timed(() => void plainPropagation(model, course, space.middle, plain));
  line("everything withheld by one sender, the whole model", own, null);
  line("running output alone with dense matrices", other, null);
  console.log(
    `  ratio ${(other.cpu / own.cpu).toFixed(1)}; greatest loss ${course.lost.reduce((most, loss) => Math.max(most, loss), 0).toFixed(3)}, greatest difference of a loss ${off.toExponential(1)}`,
  );
}

/** Processor time limits in milliseconds: a middle run with six horizons, and 10,000 draws. */
const limits = { once: 0.3, draws: 2000 } as const;

/** What `simulate` runs for a scenario. */
const middleTime = (run: RunnableScenario): Promise<Time> => timed(() => run.run(0));
const drawsTime = (run: RunnableScenario, draws: number): Promise<Time> => timed(() => run.draw({ draws, seed: 1 }));

/** Times all bundled scenarios, slowest first. */
async function timeReadyScenarios(readOn: (day?: string) => Promise<ReadModel>): Promise<void> {
  const found: { readonly id: string; readonly compiled: CompiledScenario; readonly once: Time; readonly run: RunnableScenario }[] = [];
  for (const id of readyScenarioIds()) {
    const file = readyScenario(id);
    const { compiled } = planScenario(await readOn(file.as_of), { id, place: id, file, dayNotUsed: null });
    if (compiled === null) continue;
    const run = createScenarioRun(compiled);
    found.push({ id, compiled, run, once: await middleTime(run) });
  }
  found.sort((a, b) => b.once.cpu - a.once.cpu);
  for (const { id, compiled, once, run } of found) {
    line(
      `${id} (${compiled.question.stops.length} stops, ${compiled.targets.length} targets, ${run.metrics.length} numbers)`,
      once,
      limits.once,
    );
    line("  10,000 draws of it", await drawsTime(run, 10_000), limits.draws);
  }
}

function banScenario(
  { model, withholding }: ReadModel,
  senders: readonly string[],
  target: string,
  technologies: readonly number[] = model.map.technologies.map(({ index }) => index),
): RunnableScenario {
  const from = dayOf(model.map.asOf)!;
  const items = technologies.map((technology) => ({ technology, class: "ban" as const, from, until: null, reachOnly: false }));
  const act = {
    kind: "withhold" as const,
    id: "act",
    leakage: null,
    senders,
    targets: [target],
    items,
    reach: true,
    service: false,
    announced: null,
    easing: [],
  };
  return createScenarioRun(compileScenario(withholding, { outsiders: "backfilling", measures: [act] }));
}

console.log(
  `load average ${loadavg()
    .map((load) => load.toFixed(1))
    .join(", ")}`,
);
const readOn = await readAtlas(bundledFile("atlas"));
const bundled = await readOn();
console.log(`bundled atlas, ${bundled.map.technologies.length} technologies; ready scenarios as simulate runs them`);
await timeReadyScenarios(readOn);
console.log("everything that the US can withhold from CN, and coalitions");
await figures(bundled, "CN", banScenario(bundled, ["US"], "CN"), 1000, true);
await besidePlain(bundled, "US", "CN");
const found: Figures[] = [];
for (const scale of [1, 100]) {
  const atlas = temporary("leverage-atlas");
  const size = await writeSyntheticAtlas(atlas, scale);
  const map = await (await readAtlas(atlas))();
  await rm(atlas, { recursive: true, force: true });
  console.log(`made-up map, ${size.technologies} technologies, ${size.shares} shares`);
  found.push(await figures(map, "AA", banScenario(map, ["AB"], "AA"), 20, false));
}
for (const close of open) await close();
const [one, hundred] = found as [Figures, Figures];
const parts = (Object.keys(one) as (keyof Figures)[]).map((name) => {
  const grows = exponent(one[name], hundred[name], 100);
  return `${name} ${grows.toFixed(2)}${over(grows, exponentLimit)}`;
});
console.log(`exponent of cost from 1 to 100 times (limit ${exponentLimit}): ${parts.join(", ")}`);
