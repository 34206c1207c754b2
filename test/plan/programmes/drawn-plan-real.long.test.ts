import { describe, expect, it } from "vitest";
import { readModel } from "../../../src/answers/shared/read-model.ts";
import { tradedIn } from "../../../src/answers/supply/imports.ts";
import { middleInputs } from "../../../src/leverage/draw/middle-inputs.ts";
import { homeSales } from "../../../src/leverage/home-sales.ts";
import { membersOf } from "../../../src/leverage/members.ts";
import { reachAgainst } from "../../../src/leverage/reach.ts";
import { compileJoint } from "../../../src/plan/joint/compiled-joint.ts";
import { composeWorlds } from "../../../src/plan/joint/composed-worlds.ts";
import { plantWord } from "../../../src/plan/programmes/bet.ts";
import type { BetFacts } from "../../../src/plan/programmes/bet-facts.ts";
import { lostByCourse, worldsAt } from "../../../src/plan/programmes/drawn-plan.ts";
import { homeNetworks } from "../../../src/plan/programmes/home-networks.ts";
import { planJoint } from "../../../src/plan/programmes/plan-joint.ts";
import { possibleActs } from "../../../src/plan/programmes/possible-acts.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import { bundledWorkspace } from "../../answers/bundled-workspace.ts";
import { choices, economics, problem, facts as smallFacts } from "./small-bets.ts";

const postures = [0.2, 0.3, 0.5] as const;
const at = economics({ "works-ceiling": 1, capital: 0.001 });
const worlds = 500;
const seed = 5;

/** A home that could make eight of the things that it is likeliest to lack. */
async function factsOf(home: string): Promise<BetFacts> {
  const workspace = await openWorkspace(await bundledWorkspace(), { mode: "read" });
  const read = await readModel(workspace, { asOf: "2026-11-01" });
  workspace.close();
  const { model, withholding, map } = read;
  const imports = tradedIn(read)(home);
  const sales = homeSales(model, home, imports);
  const networks = homeNetworks(model, sales, []).filter(({ isFinal }) => isFinal);
  const reach = reachAgainst(model, home);
  const acts = possibleActs(withholding, {
    target: sales.target,
    reach,
    networks,
    names: [home, ...membersOf(model, home)],
    against: null,
  });
  const size = new Map<string, number>();
  for (const { shortfalls } of acts)
    for (const { technology, shortfall } of shortfalls) size.set(technology, Math.max(size.get(technology) ?? 0, shortfall.at(-1)!));
  const lacking = [...size].sort((a, b) => b[1] - a[1]).map(([technology]) => technology);
  const problems = lacking
    .filter((_, place) => place % 5 === 0)
    .slice(0, 8)
    .map((technology) =>
      problem(technology, {
        technology,
        kind: map.technologies[map.indexOf.get(technology)!]!.kind,
        serves: [{ makes: technology, serves: technology, from: null, part: [1, 1, 1] }],
        reachable: [0.6, 0.6, 0.6],
      }),
    );
  const technologyOf = new Map([...networks[0]!.has].map((t) => [networks[0]!.nameOf(t), t]));
  return smallFacts(problems, {
    nodes: networks[0]!.nodes,
    sales: networks[0]!.sales,
    acts,
    course: { home: { model, code: home, imports, inputs: middleInputs(model, [home]) }, technologyOf },
  });
}

const mean = (values: Float64Array): number => values.reduce((sum, each) => sum + each, 0) / values.length;
const variance = (values: Float64Array): number =>
  values.reduce((sum, each) => sum + (each - mean(values)) ** 2, 0) / (values.length - 1) / values.length;

describe("what a plan is chosen on", () => {
  it.each(["CN", "EU", "TW"])("has about the value that the course gives it over the whole horizon: %s", async (home) => {
    const facts = await factsOf(home);
    const only = new Set(facts.problems.map(({ id, kind }) => `${id}/full+${plantWord(kind)}`));
    const joint = planJoint(facts, choices({ years: 20, unspent: 0 }), at, postures, { worlds, seed, only });
    expect(joint.bets.length).toBe(8);
    const composed = composeWorlds(compileJoint(joint.problem));
    const lost = (): Float64Array => Float64Array.from({ length: worlds }, (_, world) => joint.sales - composed.worldValue(world));
    const without = lost();
    composed.apply(joint.bets.map((_, programme) => ({ programme, sign: 1 as const })));
    const gained = lost().map((each, world) => without[world]! - each);
    const byCourse = lostByCourse(facts, joint.bets, at, postures, { ...worldsAt(at), seed: seed + 1 })!;
    const told = Array.from({ length: worlds }, (_, world) => byCourse(world));
    const theirs = Float64Array.from(told, (each) => each.without);
    const theirGains = Float64Array.from(told, (each) => each.without - each.with);
    for (const [ours, other, part] of [
      [without, theirs, 0.05],
      [gained, theirGains, 0.2],
    ] as const) {
      const error = Math.sqrt(variance(ours) + variance(other));
      expect(mean(other)).toBeGreaterThan(4 * Math.sqrt(variance(other)));
      expect(Math.abs(mean(ours) - mean(other))).toBeLessThan(3 * error + part * mean(other));
    }
  });
});
