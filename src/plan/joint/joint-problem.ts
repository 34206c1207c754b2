/**
 * What a home could make of its technologies in many worlds, and the programmes that would change it. Purely numerical: values in one
 * unit of money, amounts as parts of the home's use.
 */
export interface JointProblem {
  readonly nodes: readonly SupplyNode[];
  /** What the home sells: its value while the node's output is whole. */
  readonly sales: readonly { readonly node: string; readonly value: number }[];
  /** Sales of others that claims could keep from a market. */
  readonly claims: readonly ClaimTerm[];
  /** Who withholds what, by draw; chances sum to 1. */
  readonly worlds: readonly PlanWorld[];
  readonly programmes: readonly JointProgramme[];
  /** Budgets: money and people by year. */
  readonly resources: readonly { readonly id: string; readonly available: number }[];
  /** Further bounds `Σ weight · chosen ≤ most`, with weights of any sign. */
  readonly limits: readonly JointLimit[];
}

/**
 * A technology as the home makes and uses it. Output is `min(blocking inputs, family) × Π (1 - δ (1 - degrading input))`; availability
 * `max(0, 1 - shortfall - own + min(own, makes · output))` and what programmes supply: who makes more than it needs serves itself first.
 */
export interface SupplyNode {
  readonly id: string;
  /** Part of the home's use that it serves itself, 0..1; 1 for what has no providers of its own. */
  readonly own: number;
  /** What it makes while its inputs are whole, as a multiple of its use, at least `own`. */
  readonly makes: number;
  readonly blocking: readonly string[];
  /** With `δ`, the part of output lost without the input, 0..1. */
  readonly degrading: readonly { readonly node: string; readonly lost: number }[];
  readonly family: Family | null;
}

/** Varieties that stand in for one another (CES). */
export interface Family {
  /** Elasticity of substitution, 0..∞. */
  readonly sigma: number;
  /** Weights not negative, not all 0. */
  readonly varieties: readonly { readonly node: string; readonly weight: number }[];
}

export interface PlanWorld {
  readonly chance: number;
  readonly withheld: readonly WithheldNode[];
  /** By programme, in their order: part of its capacity that counts, 0..1; 0 where it fails or comes too late. */
  readonly useful: readonly number[];
}

export interface WithheldNode {
  readonly node: string;
  /** Part of the home's use that imports fall short by, 0..1, after stock, contracts and what is installed. */
  readonly shortfall: number;
  /** Part of a lack that is felt, 0..1: supply of programmes covers no more of the shortfall. All if absent. */
  readonly felt?: number;
}

/** One size of a bet on a problem: chosen or not. */
export interface JointProgramme {
  readonly id: string;
  /** Of one problem at most one programme is chosen. */
  readonly problem: string;
  /** What it supplies if it works; nothing without a plant. */
  readonly supplies: readonly ProgrammeSupply[];
  /** Value that is independent of other programmes, mean over worlds. */
  readonly income: number;
  readonly uses: readonly { readonly resource: string; readonly amount: number }[];
  readonly required: boolean;
}

/** Sales that claims could exclude: `value · (1 - held) · (1 - Π (1 - stops))` over chosen programmes, beyond what claims held today exclude. */
export interface ClaimTerm {
  readonly id: string;
  /** Sales times the chance that exclusion is granted there, `V_J u`. */
  readonly value: number;
  /** Chance that a claim held already stops them, 0..1. */
  readonly held: number;
  /** Chance that a claim of the programme does: works · wins · in force · valid · read on · not designed around, 0..1. */
  readonly stops: readonly { readonly programme: string; readonly chance: number }[];
}

/** Supply of a programme to one user. */
export interface ProgrammeSupply {
  /** The technology it makes: what its inputs allow limits its supply. */
  readonly makes: string;
  /** The technology whose use it serves: the same, or one that it succeeds. */
  readonly serves: string;
  /** As a part of the home's use of what it serves, at least 0. */
  readonly capacity: number;
}

export interface JointLimit {
  readonly id: string;
  readonly weights: readonly { readonly programme: string; readonly weight: number }[];
  readonly most: number;
}
