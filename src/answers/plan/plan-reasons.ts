import { number, percent, usd } from "../../base/format.ts";
import type { CandidateReason as Found, ReasonKind } from "../../plan/cells/candidate.ts";
import { reasonKinds } from "../../plan/cells/candidate.ts";
import type { CandidateReason } from "./plan-report.ts";

type Figures = Readonly<Record<string, number>>;

const of = (figures: Figures, name: string): string => number(figures[name] ?? 0);

/** What a reason says, from its figures. */
const words: Readonly<Record<ReasonKind, (figures: Figures, home: string) => string>> = {
  "white-space": (f) =>
    `${of(f, "recent")} recent families, where ${of(f, "neighbours")} neighbours have ${of(f, "neighboursMean")} on average`,
  rising: (f) => `${of(f, "recent")} families lately after ${of(f, "before")} before: it grows faster than the rest taken together`,
  "expiring-blockers": (f) =>
    `${of(f, "lapsing")} of ${of(f, "judged")} families of known end lapse within five years${f.judged === f.families ? "" : `; of ${of(f, "families")} in all`}`,
  original: (f) => `originality ${of(f, "mean")} on average over ${of(f, "of")} recent families, among the highest`,
  "own-base": (f) => `${of(f, "families")} families of its own`,
  talent: (f) => `${of(f, "inventors")} of ${of(f, "allInventors")} active inventors are at home`,
  clock: (f) =>
    `first volume use is expected ${f.high === undefined ? `in ${f.low} or later` : f.low === f.high ? `in ${f.low}` : `from ${f.low} to ${f.high}`}`,
  exposure: (f, home) => `${home} would lose ${usd(f.usd ?? 0)} a year of what it sells if one foreign holder withheld the technology`,
  freedom: (f, home) => `patents of others could keep from its markets, at most, ${usd(f.usd ?? 0)} a year of what ${home} sells`,
  dependence: (f, home) => `others would lose ${usd(f.usd ?? 0)} a year if ${home} withheld the technology`,
  crowded: (f) => `crowded: ${of(f, "recent")} recent families of ${of(f, "holders")} holders`,
  thicket: (f) => `${of(f, "triples")} triples of holders block one another in the technology`,
  "others-block": (f) => `${percent(f.part ?? 0)} of the blocking weight in force is others'`,
  "follow-up": (f) => `${of(f, "followUp")} of ${of(f, "judged")} families are follow-up`,
};

/** The reasons of a candidate in words, with whether they speak for it. `home`: what it is called. */
export const reasonsInWords = (reasons: readonly Found[], home = "home"): readonly CandidateReason[] =>
  reasons.map(({ kind, figures, examples }) => ({ kind, speaks: reasonKinds[kind], text: words[kind](figures, home), figures, examples }));
