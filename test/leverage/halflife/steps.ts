import type { ObservedStep, Traits } from "../../../src/leverage/halflife/drift-model.ts";
import type { ObservedPair } from "../../../src/leverage/halflife/share-forecast.ts";
import type { DatedFigure } from "../../../src/measure/supply/share-pairs.ts";

const plain: Traits = [null, 0, 0, null, 0, 0];

export const stepBy = (change: number, years = 1, share = 0.7, traits = plain, technology = "gas"): ObservedStep => ({
  technology,
  share,
  years,
  change,
  traits,
});

const figure = (share: number, year: number): DatedFigure => ({
  low: share,
  high: share,
  year,
  known: `${year + 1}-01-01`,
  source: null,
});

/** A step between two years, each known a year later. */
export const pairOf = (technology: string, from: number, to: number, before: number, after: number, traits = plain): ObservedPair => ({
  technology,
  holder: "AA",
  basis: "headquarters",
  before: figure(before, from),
  after: figure(after, to),
  isStep: true,
  traits,
});
