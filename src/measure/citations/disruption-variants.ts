import { disruption, magnitudeDisruption } from "./disruption.ts";

/** Citing documents of one focal document, counted by what they cite. */
export interface CitingCounts {
  /** N_F: cite the focal document and none of its references. */
  readonly focalOnly: number;
  /** N_B: cite the focal document and at least one of its references. */
  readonly both: number;
  /** N_R: cite at least one of its references, not the focal document. */
  readonly referencesOnly: number;
  /** Those of `both` that cite at least five of its references; absent where nobody counted them. */
  readonly bothFive?: number;
  /** `focalOnly` and `both` counted without its most cited references (the top 3%). */
  readonly trimmed?: { readonly focalOnly: number; readonly both: number };
}

/** Disruption and its variants, each -1 (consolidating) to 1 (disruptive) but for `weighted`; `null` where nothing is counted. */
export interface DisruptionVariants {
  /** `(N_F - N_B) / (N_F + N_B + N_R)` (Funk and Owen-Smith 2017; Wu, Wang and Evans 2019). */
  readonly disruption: number | null;
  /** mCD: disruption times the documents that cite the focal one, `N_F + N_B`; unbounded. */
  readonly weighted: number | null;
  /** DI_5: only citing documents that share five references count as consolidating (Bornmann et al. 2020). */
  readonly five: number | null;
  /** DI without N_R: `(N_F - N_B) / (N_F + N_B)` (Bornmann et al. 2020). */
  readonly withoutReferences: number | null;
  /** DI_3%: the most cited references do not make a document consolidating (Deng and Zeng 2023). */
  readonly trimmed: number | null;
}

/** The variants of the disruption index that follow from counts alone. */
export function disruptionVariants({ focalOnly, both, referencesOnly, bothFive, trimmed }: CitingCounts): DisruptionVariants {
  return {
    disruption: known(disruption(focalOnly, both, referencesOnly)),
    weighted: known(magnitudeDisruption(focalOnly, both, referencesOnly)),
    five: bothFive === undefined ? null : known(disruption(focalOnly, bothFive, referencesOnly)),
    withoutReferences: known(disruption(focalOnly, both, referencesOnly, true)),
    trimmed: trimmed === undefined ? null : known(disruption(trimmed.focalOnly, trimmed.both, referencesOnly)),
  };
}

/** What is known of the references of one document. */
export interface ReferencesKnown {
  /** 1 where its own record is loaded. */
  readonly loaded: number;
  /** References that its record states, repeated ones too; `null` if it does not tell. */
  readonly references: number | null;
  /** Documents of its loaded references, each once. */
  readonly cites: number;
  /** Records of references that one load has of it, repeated ones too, as the stated number counts them. */
  readonly referenceRows: number;
}

/**
 * Whether disruption may be told of a document: `whole` where nothing says that a reference is missing. Else its own record is not loaded
 * (`unread`), none of its references is (`none`), or fewer than it states (`truncated`).
 */
export function referencesState({ loaded, references, cites, referenceRows }: ReferencesKnown): "whole" | "unread" | "none" | "truncated" {
  if (loaded === 0) return "unread";
  const found = Math.max(cites, referenceRows);
  if (references === null) return found === 0 ? "none" : "whole";
  return found < references ? "truncated" : "whole";
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
