import { type ReasonKind, reasonKinds } from "../plan/cells/candidate.ts";
import type { Cell } from "../plan/cells/cell.ts";
import type { CandidateReason } from "./plan-report.ts";
import type { PreparedPlan } from "./prepared-plan.ts";
import { amount, percent, usdRange } from "./words.ts";

type Figures = Readonly<Record<string, number>>;

/** Why a cell is a candidate and what to mind in it, in words; empty where nothing known speaks for it. */
export function candidateReasons({ candidates, exclusion }: PreparedPlan, { id }: Cell): readonly CandidateReason[] {
  const { holders } = exclusion.data.claims;
  const nameOf = (holder: string | null): string | null => (holder === null ? null : (holders.get(holder)?.name ?? holder));
  return (candidates.get(id)?.reasons ?? []).map(({ kind, figures, examples }) => ({
    kind,
    speaks: reasonKinds[kind],
    text: reasonWords[kind](figures),
    examples: examples.map((example) => ({ ...example, holder: nameOf(example.holder) })),
  }));
}

/** One sentence of each kind, from the figures it comes with. */
export const reasonWords: Readonly<Record<ReasonKind, (figures: Figures) => string>> = {
  "white-space": ({ recent, neighbours, neighboursMean }) =>
    `${count(recent!, "family", "families")} in five years, where ${count(neighbours!, "neighbouring group", "neighbouring groups")} had ${amount(neighboursMean!)} on average`,
  rising: ({ recent, before, ratio, low, high }) =>
    `${amount(recent!)} families in five years after ${amount(before!)}: ${amount(ratio!)} times the growth of the rest (${amount(low!)} to ${amount(high!)})`,
  "expiring-blockers": ({ lapsing, families }) =>
    `${amount(lapsing!)} of ${count(families!, "family", "families")} will have lapsed in five years`,
  original: ({ mean, of, from }) =>
    `originality of ${amount(mean!)} on average over ${of} families; the upper third begins at ${amount(from!)}`,
  "own-base": ({ families, weight }) =>
    `the home holds ${count(families!, "family", "families")}${weight === undefined ? "" : `, of a blocking weight of ${amount(weight)} in force`}`,
  talent: ({ inventors, allInventors }) => `${amount(inventors!)} of ${amount(allInventors!)} active inventors work at home`,
  clock: ({ low, high }) =>
    high === undefined ? `first volume use not before ${low}` : `first volume use ${low === high ? low : `${low} to ${high}`}`,
  exposure: ({ usd }) => `withheld, it would cost the home ${usdRange({ low: usd!, high: usd! })} a year`,
  dependence: ({ usd }) => `withheld by the home, it would cost others ${usdRange({ low: usd!, high: usd! })} a year`,
  crowded: ({ recent, holders }) => `${amount(recent!)} families in five years, of ${count(holders!, "holder", "holders")} in all`,
  thicket: ({ triples }) => `${count(triples!, "triple", "triples")} of holders block one another in the technology`,
  "others-block": ({ part }) => `others have ${percent(part!)} of the blocking weight in force`,
  "follow-up": ({ followUp, judged }) => `${amount(followUp!)} of ${amount(judged!)} families judged are follow-up`,
};

const count = (value: number, one: string, several: string): string => `${amount(value)} ${value === 1 ? one : several}`;
