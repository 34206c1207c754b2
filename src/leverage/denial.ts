import { leftForHome } from "./own-supply.ts";

/** Supply stop of one technology for one target; all shares are of world supply or use. */
export interface Denial {
  /** Own supply share. */
  readonly own: number;
  /** Stopped share of supply outside the target (Σ s_q ρ_q). */
  readonly stopped: number;
  /** Share that acts cover, permitted and leaked supply included: the target cannot turn to it. Default: `stopped`. */
  readonly covered?: number | undefined;
  /** Share of world use; must be positive. */
  readonly demand: number;
  /** Part of world supply with which own makers serve the target's need. Default: all that they make, up to the need. */
  readonly served?: number | undefined;
  /** Own output allowed by its inputs, 0..1. */
  readonly output: number;
  /** Global spare capacity as a part of supply (k). */
  readonly spare: number;
  /** Part of a gap that own makers can meet at once; the rest of theirs has to be qualified like that of others. Default: all. */
  readonly atOnce?: number | undefined;
  /** Part of its own idle capacity that the target can use, 0..1. Default: all. */
  readonly usable?: number | undefined;
  /** Redirectable part of the gap (f). */
  readonly fungibility: number;
  /** 1: an act, which frees third parties by sales elsewhere; 0: an outage. */
  readonly act: 0 | 1;
  /** Stopped part of the target's imports by trade data; else from shares. */
  readonly importStopped?: number | undefined;
  /** Covered part of the imports by trade data. */
  readonly importCovered?: number | undefined;
}

/**
 * Shortfall `x` of one target: 0 none, 1 all. `docs/method/supply.md`, section Denial. All supply must be allocated: the rest belongs to third
 * parties.
 */
export function shortfall(denial: Denial): number {
  const { own: ownShare, demand, output, spare, fungibility, act } = denial;
  const others = Math.max(0, 1 - ownShare);
  const served = denial.served ?? Math.min(ownShare, demand);
  const imports = demand - served;
  if (imports <= 0 || others <= 0) return 0;
  const stopped = Math.min(denial.stopped, others);
  const lost = imports * (denial.importStopped ?? stopped / others);
  const mine = leftForHome(Math.max(ownShare, served), served, output, output * spare * (denial.usable ?? 1));
  const turned = Math.min(lost * (denial.atOnce ?? 1), mine);
  const gap = lost - turned;
  const covered = Math.min(denial.covered ?? stopped, others);
  const third = others - covered;
  const coveredImports = denial.importCovered ?? denial.importStopped ?? covered / others;
  const free = Math.max(0, third - imports * (1 - coveredImports));
  const pool = spare * third + act * free + (mine - turned);
  return Math.min(1, Math.max(0, (gap - Math.min(fungibility * gap, pool)) / demand));
}
