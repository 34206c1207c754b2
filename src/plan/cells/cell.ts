import type { FamilyKind } from "./counted-family.ts";

/** An approach to a technology with counts as known on a day. `null` is unknown, never 0. */
export interface Cell {
  /** `technology/group`, as `photoresist/G03F7`; the group is empty without a class. */
  readonly id: string;
  readonly technology: string;
  /** Main group of the CPC (else IPC) as printed, as `G03F 7`; may be empty. */
  readonly group: string;
  /** Families; `null` if no patent of the technology is loaded. */
  readonly families: number | null;
  readonly byYear: readonly YearCount[];
  readonly holders: readonly CellHolder[];
  /** Herfindahl index of families by holder, 0..1. */
  readonly concentration: number | null;
  /** Blocking weight in force of all holders. */
  readonly weight: number | null;
  /** Mean normalised citations and the number of families behind it. */
  readonly cited: Counted;
  /** Mean originality of the families of the last five years. */
  readonly originality: Counted;
  /** Families of the last five years by the traits that set their top-tenth chance. */
  readonly mix: readonly (FamilyKind & { readonly families: number })[];
  /** Follow-up families, and families for which this is known. */
  readonly followUp: { readonly followUp: number; readonly judged: number };
  /** Families in the top tenth of citations of their technology and five years, and families for which this is known. */
  readonly topTenth: { readonly top: number; readonly judged: number };
  /** Triples of holders that block one another in the technology; `null` unknown. */
  readonly thickets: number | null;
  /** Families lapsing within five years, and families with a known end. */
  readonly lapsing: { readonly lapsing: number; readonly judged: number };
  /** Inventors of the last five years by economy; `null` if none are loaded. */
  readonly inventors: ReadonlyMap<string, number> | null;
  /** Example families, most cited first. */
  readonly examples: readonly CellExample[];
}

export interface YearCount {
  readonly year: number;
  readonly families: number;
}

/** A mean and its sample size; `mean` is `null` for an empty sample. */
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
