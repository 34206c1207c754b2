import { disruption, magnitudeDisruption } from "./disruption.ts";

export interface CitingCounts {
  /** N_F: cite the focal document and none of its references. */
  readonly focalOnly: number;
  /** N_B: cite the focal document and at least one of its references. */
  readonly both: number;
  /** N_R: cite at least one of its references, not the focal document. */
  readonly referencesOnly: number;
  /** Those of `both` citing at least five of its references; absent if not counted. */
  readonly bothFive?: number;
  /** `focalOnly` and `both` without its most cited references (top 3%). */
  readonly trimmed?: { readonly focalOnly: number; readonly both: number };
}

/** Disruption indices, -1 (consolidating) to 1 (disruptive) except `weighted`; `null` without counts. */
export interface DisruptionVariants {
  /** `(N_F - N_B) / (N_F + N_B + N_R)` (Funk and Owen-Smith 2017; Wu, Wang and Evans 2019). */
  readonly disruption: number | null;
  /** mCD: disruption times `N_F + N_B`; unbounded. */
  readonly weighted: number | null;
  /** DI_5: only citing documents sharing five references count as consolidating (Bornmann et al. 2020). */
  readonly five: number | null;
  /** DI without N_R: `(N_F - N_B) / (N_F + N_B)` (Bornmann et al. 2020). */
  readonly withoutReferences: number | null;
  /** DI_3%: without the most cited references (Deng and Zeng 2023). */
  readonly trimmed: number | null;
}

export function disruptionVariants({ focalOnly, both, referencesOnly, bothFive, trimmed }: CitingCounts): DisruptionVariants {
  return {
    disruption: known(disruption(focalOnly, both, referencesOnly)),
    weighted: known(magnitudeDisruption(focalOnly, both, referencesOnly)),
    five: bothFive === undefined ? null : known(disruption(focalOnly, bothFive, referencesOnly)),
    withoutReferences: known(disruption(focalOnly, both, referencesOnly, true)),
    trimmed: trimmed === undefined ? null : known(disruption(trimmed.focalOnly, trimmed.both, referencesOnly)),
  };
}

export interface ReferencesKnown {
  /** 1 if its own record is loaded. */
  readonly loaded: number;
  /** References stated in its record, with repetitions; `null` unknown. */
  readonly references: number | null;
  /** Distinct documents among its loaded references. */
  readonly cites: number;
  /** Reference records in one load, with repetitions. */
  readonly referenceRows: number;
}

/**
 * Whether disruption can be computed: `whole`; `unread`: own record not loaded; `none`: no reference loaded; `truncated`: fewer than stated.
 */
export function referencesState({ loaded, references, cites, referenceRows }: ReferencesKnown): "whole" | "unread" | "none" | "truncated" {
  if (loaded === 0) return "unread";
  const found = Math.max(cites, referenceRows);
  if (references === null) return found === 0 ? "none" : "whole";
  return found < references ? "truncated" : "whole";
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
