import { createRandom } from "../src/measure/random.ts";
import type { JointProblem, JointProgramme, SupplyNode } from "../src/plan/joint/joint-problem.ts";

export interface RandomJointSize {
  readonly programmes: number;
  readonly worlds: number;
  readonly nodes: number;
  readonly products: number;
  /** Available money as a part of what all programmes use. */
  readonly part: number;
}

/**
 * A random network in layers with blocking, degrading and family inputs and part own supply, worlds in which a class of nodes is withheld
 * together, and programmes of one to three sizes a problem, some of which serve a technology that theirs succeeds.
 */
export function randomJoint(seed: number, size: RandomJointSize): JointProblem {
  const { uniform, below } = createRandom(seed, 18);
  const inputs = size.nodes - size.products;
  const name = (at: number): string => `n${String(at).padStart(4, "0")}`;
  const some = (before: number, most: number): readonly string[] => {
    const span = Math.min(before, 40);
    return [...new Set(Array.from({ length: before === 0 ? 0 : below(most + 1) }, () => name(before - 1 - below(span))))];
  };
  const nodes = Array.from({ length: size.nodes }, (_, at): SupplyNode => {
    const isProduct = at >= inputs;
    const before = isProduct ? inputs : at;
    const taken = some(before, isProduct ? 8 : 3);
    const cut = below(taken.length + 1);
    const rest = taken.slice(cut);
    const isFamily = !isProduct && rest.length > 1 && uniform() < 0.3;
    const own = isProduct ? 1 : [0, 0, 1, uniform()][below(4)]!;
    return {
      id: name(at),
      own,
      makes: uniform() < 0.3 ? own * (1 + uniform()) : own,
      blocking: taken.slice(0, cut),
      degrading: isFamily ? [] : rest.map((id) => ({ node: id, lost: 0.1 + 0.8 * uniform() })),
      family: isFamily
        ? {
            sigma: [0, 0.5, 1, 2, 5, Number.POSITIVE_INFINITY][below(6)]!,
            varieties: rest.map((id) => ({ node: id, weight: 0.1 + uniform() })),
          }
        : null,
    };
  });
  const imported = nodes.slice(0, inputs).filter(({ own }) => own < 1);
  const classes = Array.from({ length: 5 }, () => imported.filter(() => uniform() < 0.5));
  const programmes: JointProgramme[] = [];
  for (let problem = 0; programmes.length < size.programmes; problem++) {
    const makes = imported.length > 0 ? imported[below(imported.length)]!.id : name(0);
    const later = nodes.findIndex(({ id }) => id === makes) + 1;
    const serves = uniform() < 0.1 && later < inputs ? name(later + below(inputs - later)) : makes;
    const serving = uniform() < 0.1 && serves !== makes ? [makes, serves] : [serves];
    const [whole, cost] = [0.3 + 0.9 * uniform(), 0.5 + 2 * uniform()];
    for (let step = 0; step <= below(3) && programmes.length < size.programmes; step++)
      programmes.push({
        id: `p${String(programmes.length).padStart(4, "0")}`,
        problem: `q${problem}`,
        supplies: uniform() < 0.15 ? [] : serving.map((to) => ({ makes, serves: to, capacity: whole * [0.4, 0.7, 1][step]! })),
        income: uniform() < 0.3 ? uniform() * 3 : 0,
        uses: [
          { resource: "money", amount: cost * [0.3, 0.6, 1][step]! },
          { resource: `people${below(2)}`, amount: uniform() },
        ],
        required: false,
      });
  }
  const hurdles = Array.from({ length: size.worlds }, () => new Map<string, number>());
  const used = (resource: string): number =>
    programmes.reduce((sum, { uses }) => sum + (uses.find((use) => use.resource === resource)?.amount ?? 0), 0);
  return {
    nodes,
    sales: nodes.slice(inputs).map(({ id }) => ({ node: id, value: 20 + 100 * uniform() })),
    worlds: hurdles.map((hurdle) => {
      const withheld = uniform() < 0.1 ? [] : classes[below(classes.length)]!;
      return {
        chance: 1 / size.worlds,
        withheld: withheld.map(({ id, own }) => ({
          node: id,
          shortfall: (uniform() < 0.1 ? 1 : 1 - own) * (uniform() < 0.5 ? 1 : uniform()),
        })),
        useful: programmes.map(({ problem }, at) => {
          if (!hurdle.has(problem)) hurdle.set(problem, uniform());
          return hurdle.get(problem)! < 0.35 + 0.15 * (at % 3) ? 1 : 0;
        }),
      };
    }),
    claims: Array.from({ length: 3 }, (_, market) => ({
      id: `market${market}`,
      value: 10 * uniform(),
      held: uniform() < 0.5 ? 0 : uniform(),
      stops: programmes.flatMap(({ id }, at) => (at % 4 === market ? [{ programme: id, chance: uniform() }] : [])),
    })),
    programmes,
    resources: ["money", "people0", "people1"].map((id) => ({ id, available: size.part * used(id) })),
    limits:
      uniform() < 0.5
        ? [{ id: "share", most: 0.4, weights: programmes.map(({ id }, at) => ({ programme: id, weight: at % 3 === 0 ? 0.7 : -0.3 })) }]
        : [],
  };
}
