import { percent } from "../../base/format.ts";
import type { TargetKind } from "../../plan/make-problem/plan-facts.ts";
import type { PlanHead, PlannedProgramme } from "./plan-report.ts";

/** What each kind of gain is called. */
export const gainWords: Readonly<Record<TargetKind, string>> = {
  exposure: "exposure removed",
  freedom: "freedom to operate",
  bargaining: "royalties and bargaining",
  option: "options",
};

/** `Photoresists, G03F 7, with DE`; where no class tells the approach, it says so. */
export const programmeName = ({ name, group, partner }: Pick<PlannedProgramme, "name" | "group" | "partner">): string =>
  [name, group === "" ? "no approach known" : group, ...(partner === null ? [] : [`with ${partner}`])].join(", ");

/** What money left over counts as. */
export const unspentWords = ({ unspent }: PlanHead): string =>
  `money left over counts as ${unspent === 0 ? "lost" : unspent === 1 ? "kept" : `${percent(unspent)} of itself`}`;

/** Whether a plan is chosen by its mean worth in USD, before cost or less cost. */
export const countsUsd = ({ objective, risk, unspent }: PlanHead): boolean =>
  (unspent === 0 || unspent === 1) && (risk === null || risk.weight === 0) && Object.values(objective).every((weight) => weight === 1);

/** What a plan is chosen by. */
export const valueWords = (plan: PlanHead): string =>
  !countsUsd(plan) ? "worth as the plan counts" : plan.unspent === 1 ? "worth less cost" : "worth";

/** What is chosen beside money and people: caps and dependencies; empty where nothing is. */
export const choiceWords = ({ followUp, diversification, dependencies }: PlanHead): string =>
  [
    ...(diversification === null ? [] : [`At most ${percent(diversification)} of all money for one technology.`]),
    ...(followUp === null ? [] : [`At most ${percent(followUp)} of what is spent where follow-up is known for follow-up work.`]),
    ...(dependencies ? ["Programmes stand on what their technology cannot do without."] : []),
  ].join(" ");

/** Where rights count and royalties do not; empty where they do in all. `nameOf`: what a code is called. */
export function withoutRoyalties({ jurisdictions, royaltiesFrom }: PlanHead, nameOf: (code: string) => string): string {
  const others = jurisdictions.filter((code) => !royaltiesFrom.includes(code));
  return others.length === 0 ? "" : `, royalties not in ${others.map(nameOf).join(" and ")}`;
}
