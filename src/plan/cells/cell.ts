import type { FamilyKind } from "./family-kind.ts";

/** An approach to a technology and what is counted of it on a day, from what was known then. `null` is unknown, never nothing. */
export interface Cell {
  /** `technology/group`, as `photoresist/G03F7`; the group is empty where no family has a class. */
  readonly id: string;
  readonly technology: string;
  /** Main group of the CPC (IPC where there is none) as printed, as `G03F 7`; empty where there is none. */
  readonly group: string;
  /** Counting units of families; `null` where no patent of the technology is loaded. */
  readonly families: number | null;
  /** Families by year of earliest priority, in order of year. */
  readonly byYear: readonly YearCount[];
  readonly holders: readonly CellHolder[];
  /** Sum of squared parts of families by holder, 0..1. */
  readonly concentration: number | null;
  /** Blocking weight in force over all holders; by holder in `holders`. */
  readonly weight: number | null;
  /** Mean normalised citations of families, with how many families that rests on. */
  readonly cited: Counted;
  /** Mean originality of the families of the last five years. */
  readonly originality: Counted;
  /** The families of the last five years by what their chance to be in the top tenth goes by. */
  readonly mix: readonly MixedFamilies[];
  /** Families that are follow-up, and those of which it is known. */
  readonly followUp: { readonly followUp: number; readonly judged: number };
  /** Families in the top tenth of normalised citations of their technology and five years, and those of which it is known. */
  readonly topTenth: { readonly top: number; readonly judged: number };
  /** Triples of holders that block one another in the technology; `null` unknown. */
  readonly thickets: number | null;
  /** Families that lapse within five years, and those of which the end is known. */
  readonly lapsing: { readonly lapsing: number; readonly judged: number };
  /** Inventors of the last five years by economy; `null` where none are loaded. */
  readonly inventors: ReadonlyMap<string, number> | null;
  /** Families to show: the most cited first. */
  readonly examples: readonly CellExample[];
}

/** Families of one kind. */
export interface MixedFamilies extends FamilyKind {
  readonly families: number;
}

export interface YearCount {
  readonly year: number;
  readonly families: number;
}

/** A mean and how many it rests on; `mean` is `null` where that is none. */
export interface Counted {
  readonly mean: number | null;
  readonly of: number;
}

export interface CellHolder {
  readonly holder: string;
  /** Headquarters, ISO 3166 alpha-2; `null` unknown. */
  readonly economy: string | null;
  readonly organisation: string | null;
  readonly families: number;
  /** Blocking weight in force; `null` unknown. */
  readonly weight: number | null;
}

export interface CellExample {
  readonly document: string;
  readonly title: string | null;
  readonly holder: string | null;
  readonly year: number | null;
}
