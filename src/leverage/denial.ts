/** What one target meets when part of the supply of one technology stops; all shares are of world supply or use. */
export interface Denial {
  /** The target's own share of supply. */
  readonly own: number;
  /** Share of supply, outside the target, that stops (Σ s_q ρ_q). */
  readonly stopped: number;
  /** The target's share of world use; must be over 0. */
  readonly demand: number;
  /** The target's own output of the technology, 0..1, for want of its inputs. */
  readonly output: number;
  /** Spare capacity of everybody, as a part of supply (k). */
  readonly spare: number;
  /** Part of the gap that can be redirected to the target (f). */
  readonly fungibility: number;
  /** 1: an act, the sender still sells elsewhere and so frees third parties; 0: an outage. */
  readonly act: 0 | 1;
  /** The target's imports that stop, as a part of its imports, where bilateral trade tells; else from shares. */
  readonly importStopped?: number | undefined;
}

/**
 * Shortfall `x` of one target: 0 nothing lost, 1 all lost. `docs/method/supply.md`, section Denial.
 * All supply must have been allocated: what neither the target nor the stopped part holds is third parties'.
 */
export function shortfall(denial: Denial): number {
  const { own: ownShare, demand, output, spare, fungibility, act } = denial;
  const others = Math.max(0, 1 - ownShare);
  const own = Math.min(ownShare, demand);
  const imports = demand - own;
  if (imports <= 0 || others <= 0) return 0;
  const stopped = Math.min(denial.stopped, others);
  const lost = imports * (denial.importStopped ?? stopped / others);
  const gap = Math.max(0, lost - output * Math.max(0, (1 + spare) * ownShare - own));
  const third = others - stopped;
  const free = Math.max(0, third - (imports - lost));
  const pool = spare * third + act * free;
  return Math.min(1, Math.max(0, (gap - Math.min(fungibility * gap, pool)) / demand));
}
