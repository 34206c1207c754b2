import { usdInterval } from "../../base/format.ts";
import type { Interval } from "../../base/numbers.ts";
import type { DossierSentence } from "./dossier-report.ts";

/** What a sentence tells beside its words. */
type Beside = Partial<Pick<DossierSentence, "detail" | "interval" | "unit" | "command" | "rests" | "technology">> & {
  readonly sources?: readonly (string | null)[];
};

/** A sentence of a dossier; each source once. */
export const sentence = (
  text: string,
  { detail = null, interval = null, unit = null, command = null, rests = "plan", technology = null, sources = [] }: Beside = {},
): DossierSentence => ({
  text,
  detail,
  interval,
  unit,
  command,
  rests,
  technology,
  sources: [...new Set(sources)].filter((source) => source !== null),
});

/** An interval held in millions of USD. */
export const usdMEnds = ([low, middle, high]: Interval): string => usdInterval([1e6 * low, 1e6 * middle, 1e6 * high]);
