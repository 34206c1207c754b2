import { listed } from "../../base/words.ts";
import { holdersOf } from "./share-entries.ts";
import type { SupplyMap } from "./supply-map.ts";

/** The checks of facts, in the order in which they are listed, each with what it looks for. */
export const factChecks = {
  overfull: "shares that sum to more than a market holds",
  stale: "an answer carried by a figure more than five years old",
  contradicted: "a figure that a newer one contradicts",
  market: "a market smaller than a part of it, or than what one input costs it",
  family: "a family whose own shares its members contradict",
  thin: "a technology of whose supply one document is all, or one of more than five years ago",
  making: "an economy with plants but without a figure of what it makes, or makers that together make more than all",
  jump: "a holder's share that changes by more than two fifths within three years",
  parts: "a share of an economy, or of several firms together, that its firms' own shares exceed",
  dates: "a figure that was known before its year or its document, or is of a year to come",
  rules: "a rule that ends before it begins, or suspends one that is not there",
} as const;

export type FactCheck = keyof typeof factChecks;

/** A doubt about loaded facts; `about`: a technology, an economy or a rule. */
export interface FactDoubt {
  readonly check: FactCheck;
  readonly about: string;
  /** In a few words, with the figures. */
  readonly text: string;
  readonly sources: readonly string[];
}

/** Name of an economy or an organisation. */
export type NameOf = (id: string) => string;

/** Of the holders of a figure. */
export const holderWords = (holder: string, nameOf: NameOf): string => listed(holdersOf(holder).map(nameOf));

/** How far figures may sum above 1 or differ, for rounding. */
export const rounding = 0.02;

/** How far apart two surveys of one thing may lie. */
export const surveys = 0.05;

const staleAfter = 5;

/** Whether a figure is of more than five years before the day of the map. */
export const isOld = ({ asOf }: Pick<SupplyMap, "asOf">, year: number | null): year is number =>
  year !== null && Number(asOf.slice(0, 4)) - year > staleAfter;

export const doubt = (check: FactCheck, about: string, text: string, rows: readonly { readonly source: string | null }[]): FactDoubt => ({
  check,
  about,
  text,
  sources: [...new Set(rows.flatMap(({ source }) => source ?? []))],
});
