import { weakest } from "../../base/grade.ts";
import type { Bounds } from "../../measure/bootstrap.ts";
import type { Rate } from "./forum-rates.ts";

/** An interval with its basis. Equal keys are one unknown number with one value per draw. */
export interface Term extends Bounds {
  readonly key: string;
  /** The weakest of its rows. */
  readonly grade: string;
  readonly sources: readonly string[];
  readonly note: string;
}

export function termOf(key: string, rates: readonly Rate[]): Term {
  return hull(
    key,
    rates.map((rate) => ({
      key,
      low: rate.low,
      high: rate.high,
      grade: rate.grade,
      sources: rate.source === null ? [] : [rate.source],
      note: wordsOf(rate),
    })),
  );
}

const wordsOf = ({ forum, scope, year, note }: Rate): string =>
  [[forum, scope, year].filter((each) => each !== null).join(", "), note].filter((each) => each !== null && each !== "").join(": ");

/** The hull of one or more intervals. */
export function hull(key: string, terms: readonly Term[]): Term {
  return {
    key,
    low: Math.min(...terms.map(({ low }) => low)),
    high: Math.max(...terms.map(({ high }) => high)),
    grade: weakest(terms.map(({ grade }) => grade)),
    sources: [...new Set(terms.flatMap(({ sources }) => sources))],
    note: [...new Set(terms.map(({ note }) => note))].join("; "),
  };
}
