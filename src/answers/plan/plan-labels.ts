import { percent } from "../../base/format.ts";
import type { TargetKind } from "../../plan/make-problem/plan-facts.ts";
import type { PlanHead, PlannedProgramme } from "./plan-report.ts";

/** What each kind of gain is called. */
export const gainWords: Readonly<Record<TargetKind, string>> = {
  exposure: "exposure removed",
  freedom: "freedom to operate",
  bargaining: "royalties and bargaining",
  option: "option value",
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

/** What limits every answer on a plan. */
export const modelLimit =
  "This is what the model gives for these inputs, not a forecast. Most costs and gains of research are not published: a plan is only as good as the intervals it assumes.";
