import { groupBy } from "../../base/collections.ts";
import { epsilon } from "../../base/numbers.ts";
import { type CompiledNetwork, compileNetwork, part, placesOf } from "./compiled-network.ts";
import type { JointProblem } from "./joint-problem.ts";

export interface CompiledWorld {
  readonly chance: number;
  /** Shortfall by node. */
  readonly shortfall: Float64Array;
  /** Part of a supply that covers a shortfall, by node. */
  readonly felt: Float64Array;
  /** Part of its capacity that counts, by programme. */
  readonly useful: Float64Array;
}

/** A bound `Σ weight · chosen ≤ most` on chosen programmes. */
export interface Row {
  readonly id: string;
  readonly most: number;
  /** Whether it is a budget, whose use is a cost. */
  readonly isBudget: boolean;
  readonly programmes: Int32Array;
  readonly weights: Float64Array;
}

export interface CompiledClaim {
  /** Value not excluded by claims held already. */
  readonly value: number;
  readonly programmes: Int32Array;
  readonly chances: Float64Array;
}

/** A joint problem with ids resolved. */
export interface CompiledJoint {
  readonly network: CompiledNetwork;
  /** Value by node while its output is whole. */
  readonly value: Float64Array;
  readonly worlds: readonly CompiledWorld[];
  /** Value of sales, mean over worlds, of worlds that are left out as no plan changes them. */
  readonly constant: number;
  readonly claims: readonly CompiledClaim[];
  /** Claim terms by programme. */
  readonly claimsOf: readonly (readonly number[])[];
  readonly programmes: number;
  /** By programme: the lanes it adds to, with its whole capacity. */
  readonly supplies: readonly (readonly { readonly lane: number; readonly capacity: number }[])[];
  readonly income: Float64Array;
  readonly required: Uint8Array;
  /** Other programmes of the same problem, by programme. */
  readonly rivals: readonly (readonly number[])[];
  readonly rows: readonly Row[];
  /** By programme: rows that it is in, with its weight. */
  readonly inRows: readonly (readonly { readonly row: number; readonly weight: number }[])[];
}

/** Resolves ids and checks numbers. Throws RangeError naming the fault. */
export function compileJoint(problem: JointProblem): CompiledJoint {
  const { programmes, resources, limits } = problem;
  const network = compileNetwork(problem.nodes, programmes);
  const programmeAt = placesOf(programmes.map(({ id }) => id));
  const sold = new Float64Array(problem.nodes.length);
  for (const sale of problem.sales) sold[network.placeOf(sale.node)]! += sale.value;
  const total = problem.worlds.reduce((sum, { chance }) => sum + chance, 0);
  if (!(Math.abs(total - 1) < epsilon)) throw new RangeError(`the chances of the worlds sum to ${total}`);
  const rows = [
    ...resources.map(({ id, available }) => ({ id, most: available, isBudget: true, entries: usesOf(problem, id) })),
    ...limits.map(({ id, weights, most }) => ({
      id,
      most,
      isBudget: false,
      entries: weights.map(({ programme, weight }) => ({ at: programmeAt(programme), weight })),
    })),
    ...onceEach(problem),
  ].map(({ entries, ...row }): Row => {
    const used = entries.filter(({ weight }) => weight !== 0);
    if (row.isBudget && used.some(({ weight }) => !(weight > 0))) throw new RangeError(`a use of ${row.id} is below 0`);
    return { ...row, programmes: Int32Array.from(used, ({ at }) => at), weights: Float64Array.from(used, ({ weight }) => weight) };
  });
  checkResources(problem);
  return {
    network,
    value: sold,
    worlds: problem.worlds.map((world) => compileWorld(problem, network, world)),
    constant: 0,
    claims: problem.claims.map(({ id, value, held, stops }) => ({
      value: value * (1 - part(held, `chance of ${id}`)),
      programmes: Int32Array.from(stops, ({ programme }) => programmeAt(programme)),
      chances: Float64Array.from(stops, ({ programme, chance }) => part(chance, `chance of ${programme}`)),
    })),
    claimsOf: programmes.map(({ id }) =>
      problem.claims.flatMap(({ stops }, claim) => (stops.some(({ programme }) => programme === id) ? [claim] : [])),
    ),
    programmes: programmes.length,
    supplies: programmes.map((programme) => suppliesOf(programme, network)),
    income: Float64Array.from(programmes, ({ income }) => income),
    required: Uint8Array.from(programmes, ({ required }) => Number(required)),
    rivals: rivalsOf(problem),
    rows,
    inRows: byProgramme(rows, programmes.length),
  };
}

function byProgramme(rows: readonly Row[], programmes: number): CompiledJoint["inRows"] {
  const inRows = Array.from({ length: programmes }, (): { readonly row: number; readonly weight: number }[] => []);
  rows.forEach(({ programmes: own, weights }, row) => {
    own.forEach((programme, slot) => {
      inRows[programme]!.push({ row, weight: weights[slot]! });
    });
  });
  return inRows;
}

function compileWorld({ programmes }: JointProblem, network: CompiledNetwork, world: JointProblem["worlds"][number]): CompiledWorld {
  const shortfall = new Float64Array(network.ids.length);
  const felt = new Float64Array(network.ids.length).fill(1);
  for (const { node, shortfall: lacking, felt: counts = 1 } of world.withheld) {
    shortfall[network.placeOf(node)] = part(lacking, `shortfall of ${node}`);
    felt[network.placeOf(node)] = part(counts, `felt part of ${node}`);
  }
  if (world.useful.length !== programmes.length) throw new RangeError("a world tells of each programme whether it is of use");
  const useful = Float64Array.from(programmes, ({ id }, p) => part(world.useful[p]!, `use of ${id}`));
  return { chance: world.chance, shortfall, felt, useful };
}

/** Of the sizes of a problem at most one. */
function onceEach({ programmes }: JointProblem) {
  const byProblem = groupBy(
    programmes.map(({ problem }, at) => ({ problem, at })),
    ({ problem }) => problem,
  );
  return [...byProblem]
    .filter(([, sizes]) => sizes.length > 1)
    .map(([id, sizes]) => ({ id: `once:${id}`, most: 1, isBudget: false, entries: sizes.map(({ at }) => ({ at, weight: 1 })) }));
}

function suppliesOf({ id, supplies }: JointProblem["programmes"][number], { lanes, placeOf }: CompiledNetwork) {
  return supplies
    .filter(({ capacity }) => capacity !== 0)
    .map(({ makes, serves, capacity }) => {
      if (!(capacity > 0)) throw new RangeError(`capacity of ${id}: ${capacity} is below 0`);
      const [from, to] = [placeOf(makes), placeOf(serves)];
      return { lane: lanes.findIndex((each) => each.makes === from && each.serves === to), capacity };
    });
}

function usesOf({ programmes }: JointProblem, resource: string) {
  return programmes.flatMap(({ uses }, at) =>
    uses.filter((use) => use.resource === resource).map(({ amount }) => ({ at, weight: amount })),
  );
}

function checkResources({ programmes, resources }: JointProblem): void {
  const known = placesOf(resources.map(({ id }) => id));
  for (const { id, uses } of programmes) {
    for (const { resource } of uses) known(resource);
    if (new Set(uses.map(({ resource }) => resource)).size < uses.length) throw new RangeError(`${id} uses a resource twice`);
  }
}

function rivalsOf({ programmes }: JointProblem): readonly (readonly number[])[] {
  const byProblem = groupBy(
    programmes.map((_, at) => at),
    (at) => programmes[at]!.problem,
  );
  return programmes.map(({ problem }, at) => byProblem.get(problem)!.filter((other) => other !== at));
}
