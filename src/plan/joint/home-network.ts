import { weightsAt } from "../../leverage/composition.ts";
import type { Ends } from "../../leverage/ends.ts";
import type { SupplyModel } from "../../leverage/model.ts";
import { blockingEdge, propagationOf, requirementMarks } from "../../leverage/propagation.ts";
import type { Target } from "../../leverage/target.ts";
import type { Family, SupplyNode } from "./joint-problem.ts";

/**
 * The supply network of a target as a joint problem takes it, at one setting of all inputs: the composition of `leverage`, so that the
 * same act has the same loss in both. Marginal inputs are left out.
 *
 * @param nameOf id of each technology in the problem, so that several targets can stand in one
 */
export function homeNetwork(model: SupplyModel, target: Target, ends: Ends, nameOf = idsOf(model)): readonly SupplyNode[] {
  const { inputs, requirements, technologies } = model.map;
  const marks = requirementMarks(model, ends);
  const { makes, served } = propagationOf(model, target, ends);
  return technologies.map(({ index: t }): SupplyNode => {
    const edges = Array.from({ length: inputs.start[t + 1]! - inputs.start[t]! }, (_, at) => inputs.start[t]! + at)
      .map((slot) => ({ edge: inputs.edge[slot]!, node: nameOf(inputs.target[slot]!) }))
      .filter(({ edge }) => edge < requirements.length);
    return {
      id: nameOf(t),
      own: served[0][t]!,
      makes: Math.max(makes[0][t]!, served[0][t]!),
      blocking: edges.filter(({ edge }) => marks[edge] === blockingEdge).map(({ node }) => node),
      degrading: edges.filter(({ edge }) => marks[edge]! > 0).map(({ edge, node }) => ({ node, lost: marks[edge]! })),
      family: familyOf(model, t, ends, nameOf),
    };
  });
}

const idsOf =
  ({ map }: SupplyModel) =>
  (t: number): string =>
    map.technologies[t]!.id;

function familyOf(model: SupplyModel, t: number, ends: Ends, nameOf: (t: number) => string): Family | null {
  const own = model.map.varieties.filter(({ parent }) => parent === t);
  if (own.length === 0) return null;
  const low = own.map(({ weight }) => weight?.[0] ?? 0);
  const known = own.map(({ weight }) => weight?.[1] ?? 1);
  const high = Math.max(...known) === 0 ? known.map(() => 1) : known;
  const weights = weightsAt(
    own.map(() => 1),
    low,
    high,
    ends.weights,
  );
  return {
    sigma: model.sigma[ends.substitution][t]!,
    varieties: own.map(({ variety }, at) => ({ node: nameOf(variety), weight: weights[at]! })),
  };
}
