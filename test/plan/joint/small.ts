import { compileJoint } from "../../../src/plan/joint/compiled-joint.ts";
import { createDraft } from "../../../src/plan/joint/draft.ts";
import type { JointProblem, JointProgramme, PlanWorld, SupplyNode } from "../../../src/plan/joint/joint-problem.ts";

/** A node that is made at home from its inputs, without supply of its own. */
export const node = (id: string, given: Partial<SupplyNode> = {}): SupplyNode => ({
  id,
  own: 1,
  makes: given.own ?? 1,
  blocking: [],
  degrading: [],
  family: null,
  ...given,
});

/** A good that is bought abroad. */
export const bought = (id: string, given: Partial<SupplyNode> = {}): SupplyNode => node(id, { own: 0, ...given });

/** One size of a problem of its own technology, of which money 1 is used. */
export const programme = (id: string, technology: string, capacity: number, given: Partial<JointProgramme> = {}): JointProgramme => ({
  id,
  problem: id,
  supplies: [{ makes: technology, serves: technology, capacity }],
  income: 0,
  uses: [{ resource: "money", amount: 1 }],
  required: false,
  ...given,
});

/** One world in which these are withheld for certain, and every programme works. */
export const problemOf = (
  nodes: readonly SupplyNode[],
  withheld: readonly string[],
  programmes: readonly JointProgramme[],
  given: Partial<JointProblem> = {},
): JointProblem => ({
  nodes,
  sales: [{ node: "product", value: 100 }],
  worlds: [
    worldOf(
      withheld,
      programmes.map(() => 1),
    ),
  ],
  claims: [],
  programmes,
  resources: [{ id: "money", available: 100 }],
  limits: [],
  ...given,
});

export const worldOf = (withheld: readonly string[], useful: readonly number[], chance = 1): PlanWorld => ({
  chance,
  withheld: withheld.map((id) => ({ node: id, shortfall: 1 })),
  useful,
});

/** What a plan gains over none, in the order of the programmes put in. */
export function gainOf(problem: JointProblem, ...chosen: readonly string[]): number {
  const draft = createDraft(compileJoint(problem));
  const before = draft.value();
  draft.apply(chosen.map((id) => ({ programme: problem.programmes.findIndex((each) => each.id === id), sign: 1 })));
  return draft.value() - before;
}
