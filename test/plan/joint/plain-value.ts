import type { JointProblem, SupplyNode } from "../../../src/plan/joint/joint-problem.ts";

/** Value of a plan by the formulas themselves, node by node from the products down: the oracle of the composed worlds. */
export function plainValue(problem: JointProblem, chosen: ReadonlySet<string>): number {
  const income = problem.programmes.reduce((sum, { id, income: own }) => sum + (chosen.has(id) ? own : 0), 0);
  const claims = problem.claims.reduce((sum, { value, held, stops }) => {
    const free = stops.reduce((left, { programme, chance }) => left * (chosen.has(programme) ? 1 - chance : 1), 1);
    return sum + value * (1 - held) * (1 - free);
  }, 0);
  return problem.worlds.reduce((sum, world) => sum + world.chance * plainWorldValue(problem, world, chosen), income + claims);
}

export function plainWorldValue(problem: JointProblem, world: JointProblem["worlds"][number], chosen: ReadonlySet<string>): number {
  const node = (id: string): SupplyNode => problem.nodes.find((each) => each.id === id)!;
  const output = (id: string): number => {
    const { blocking, degrading, family } = node(id);
    const scarcest = Math.min(1, ...blocking.map(available), ...(family === null ? [] : [stand(family)]));
    return degrading.reduce((left, { node: input, lost }) => left * (1 - lost * (1 - available(input))), scarcest);
  };
  const available = (id: string): number => {
    const lacking = world.withheld.filter((each) => each.node === id).reduce((sum, { shortfall }) => sum + shortfall, 0);
    const felt = world.withheld.find((each) => each.node === id)?.felt ?? 1;
    const added = (isSame: boolean): number =>
      problem.programmes.reduce((sum, { id: programme, supplies }, at) => {
        if (!chosen.has(programme)) return sum;
        return supplies.reduce(
          (all, { makes, serves, capacity }) =>
            all + (serves === id && (makes === id) === isSame ? capacity * world.useful[at]! * felt * output(makes) : 0),
          sum,
        );
      }, 0);
    const { own, makes: multiple } = node(id);
    const short = Math.max(0, lacking - added(true));
    return Math.min(1, Math.max(0, 1 - short - Math.max(0, own - multiple * output(id))) + added(false));
  };
  const stand = ({ sigma, varieties }: NonNullable<SupplyNode["family"]>): number => {
    const all = varieties.reduce((sum, { weight }) => sum + weight, 0);
    const shares = varieties.filter(({ weight }) => weight > 0).map(({ node: id, weight }) => [weight / all, available(id)] as const);
    if (sigma === 0) return Math.min(...shares.map(([, a]) => a));
    if (sigma === Number.POSITIVE_INFINITY) return shares.reduce((sum, [w, a]) => sum + w * a, 0);
    if (sigma === 1) return shares.reduce((product, [w, a]) => product * a ** w, 1);
    const rho = (sigma - 1) / sigma;
    if (rho < 0 && shares.some(([, a]) => a === 0)) return 0;
    return shares.reduce((sum, [w, a]) => sum + w * a ** rho, 0) ** (1 / rho);
  };
  return problem.sales.reduce((sum, { node: id, value }) => sum + value * output(id), 0);
}

/** Whether a set of programmes keeps to all bounds. */
export function keepsBounds({ programmes, resources, limits }: JointProblem, chosen: ReadonlySet<string>): boolean {
  const inside = programmes.filter(({ id }) => chosen.has(id));
  return (
    programmes.every(({ id, required }) => !required || chosen.has(id)) &&
    new Set(inside.map(({ problem }) => problem)).size === inside.length &&
    resources.every(({ id, available }) => {
      const used = inside.flatMap(({ uses }) => uses.filter(({ resource }) => resource === id).map(({ amount }) => amount));
      return used.reduce((sum, amount) => sum + amount, 0) <= available + 1e-9;
    }) &&
    limits.every(
      ({ weights, most }) => weights.reduce((sum, { programme, weight }) => sum + (chosen.has(programme) ? weight : 0), 0) <= most + 1e-9,
    )
  );
}
