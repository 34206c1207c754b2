import { number, percent, usd, usdM } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import { type CandidateReason as Found, type ReasonKind, reasonKinds } from "../../plan/cells/candidate.ts";
import type { CompiledProblem } from "../../plan/compiled-problem.ts";
import { dependencyLimit, followUpLimit, onceLimit, technologyLimit } from "../../plan/make-problem/limits.ts";
import { targetOfPeriod } from "../../plan/make-problem/periods.ts";
import type { TargetKind } from "../../plan/make-problem/plan-facts.ts";
import type { MadeProgramme } from "../../plan/make-problem/programmes.ts";
import type { PlanConflict } from "../../plan/plan-model.ts";
import { technologyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { gainWords, programmeName } from "./plan-labels.ts";
import type { CandidateReason, TargetWorth } from "./plan-report.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/** What a target is, from its id or that of a period of it. */
export function targetParts(read: ReadModel, id: string): Omit<TargetWorth, "worth"> {
  const [kind, technology, jurisdiction] = targetOfPeriod(id).split(":") as [TargetKind, string, string | undefined];
  return { target: targetOfPeriod(id), kind, technology, name: technologyName(read, technology), jurisdiction: jurisdiction ?? null };
}

/** `exposure removed, EUV optics`, `royalties and bargaining, Photoresists in US`. */
export const targetName = (read: ReadModel, target: string): string => {
  const { kind, name, jurisdiction } = targetParts(read, target);
  return `${gainWords[kind]}, ${name}${jurisdiction === null ? "" : ` in ${jurisdiction}`}`;
};

/** What a limit of the problem is. */
export function limitName({ read, made, choices }: PreparedPlan, id: string): string {
  if (id === followUpLimit) return "the most for follow-up work";
  const nameOf = ({ technology, group }: MadeProgramme["cell"]): string =>
    programmeName({ name: technologyName(read, technology), group, partner: null });
  const cell = made.programmes.find((each) => onceLimit(each.cell.id) === id)?.cell;
  if (cell !== undefined) return `one programme a cell (${nameOf(cell)})`;
  for (const { cell: above, dependsOn } of made.programmes) {
    const below = dependsOn.find((each) => dependencyLimit(above.technology, each) === id);
    if (below !== undefined)
      return `that ${technologyName(read, above.technology)} stands on ${nameOf(made.programmes.find((each) => each.cell.id === below)!.cell)}`;
  }
  const technology = made.programmes.find((each) => technologyLimit(each.cell.technology) === id)!.cell.technology;
  const money = choices.money.reduce((sum, each) => sum + each, 0);
  return `the most for one technology (${technologyName(read, technology)}), ${percent(choices.diversification ?? 1)} of all money, ${usdM(money)}`;
}

/** What a resource of the problem is: `money`, `researchers of tool`. */
export const resourceName = (id: string): string => (id === "money" ? id : `researchers of ${id}`);

/** What a programme takes and there is nothing of in any year: `money`, `researchers of tool`; `null` where there is some of all. */
export function noneOf({ programmes, resources }: CompiledProblem, i: number): string | null {
  const without = programmes[i]!.takes.find(({ resource }) => resources[resource]!.available.every((each) => each === 0));
  return without === undefined ? null : resourceName(resources[without.resource]!.id);
}

/** A bound that cannot be kept together with others, as a part of a list of them. */
export function conflictWords(prepared: PreparedPlan, { kind, id, years }: PlanConflict): string {
  if (kind === "required") return `that programme ${id} (${requiredName(prepared, id)}) is required`;
  if (kind === "limit") return limitName(prepared, id);
  return `${resourceName(id)} of ${listed(years.map((year) => String(prepared.head.years[year])))}`;
}

function requiredName({ read, made }: PreparedPlan, id: string): string {
  const { cell, partner } = made.programmes.find(({ programme }) => programme.id === id)!;
  return programmeName({ name: technologyName(read, cell.technology), group: cell.group, partner });
}

/** A difference of two plans as exactly as their gaps let it be told. USD m. */
export function aboutUsd(value: number, within: number): string {
  if (within < leastTold) return value < leastTold ? "nothing" : usdM(value);
  if (value <= within) return `nothing measurable (within ${usdM(within)})`;
  const step = 10 ** Math.floor(Math.log10(within));
  return `about ${usdM(Math.round(value / step) * step)} (within ${usdM(within)})`;
}

/** A smaller difference is told as nothing, USD m. */
const leastTold = 5e-4;

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
