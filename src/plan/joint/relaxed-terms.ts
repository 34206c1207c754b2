import type { CompiledClaim, CompiledJoint } from "./compiled-joint.ts";
import { type Cut, relaxWorlds } from "./relaxed-worlds.ts";

/** The parts of a plan's value that depend on several programmes: worlds, then claim terms, each bounded by a concave function. */
export interface RelaxedTerms {
  readonly terms: readonly {
    readonly weight: number;
    readonly least: number;
    readonly most: number;
    /** The bound at parts `z`, and a cut that supports it there. */
    readonly cutAt: (z: ArrayLike<number>) => { readonly value: number; readonly cut: Cut };
  }[];
  /** Value of worlds that no plan changes. */
  readonly constant: number;
}

export function relaxTerms(problem: CompiledJoint): RelaxedTerms {
  const worlds = relaxWorlds(problem);
  const open = new Set(worlds.open);
  return {
    terms: [
      ...worlds.open.map((world) => ({
        weight: problem.worlds[world]!.chance,
        least: worlds.least[world]!,
        most: worlds.most[world]!,
        cutAt: (z: ArrayLike<number>) => worlds.cutAt(world, z),
      })),
      ...problem.claims.map((claim) => ({
        weight: 1,
        least: 0,
        most: claimAt(claim, new Float64Array(problem.programmes).fill(1)).value,
        cutAt: (z: ArrayLike<number>) => claimAt(claim, z),
      })),
    ],
    constant: problem.worlds.reduce(
      (sum, { chance }, world) => sum + (open.has(world) ? 0 : chance * worlds.least[world]!),
      problem.constant,
    ),
  };
}

/** A claim that is certain to stop sales would have a slope without end. */
const almostCertain = 1 - 1e-6;

/** `value (1 - Π (1 - chance)^z)`: concave in the parts, and at whole ones what claims exclude, but for chances near 1. */
function claimAt({ value, programmes, chances }: CompiledClaim, z: ArrayLike<number>): { readonly value: number; readonly cut: Cut } {
  const rates = chances.map((chance) => -Math.log1p(-Math.min(chance, almostCertain)));
  const left = Math.exp(-rates.reduce((sum, rate, slot) => sum + rate * z[programmes[slot]!]!, 0));
  const slack = chances.some((chance) => chance > almostCertain) ? value * (1 - almostCertain) : 0;
  const slopes = rates.map((rate) => value * left * rate);
  const bound = value * (1 - left) + slack;
  const most = bound - slopes.reduce((sum, slope, slot) => sum + slope * z[programmes[slot]!]!, 0);
  return { value: bound, cut: { most, programmes, slopes } };
}
