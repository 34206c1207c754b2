import { counted } from "../../base/format.ts";
import { targetOfPeriod } from "../../plan/make-problem/periods.ts";
import type { TargetKind } from "../../plan/make-problem/plan-facts.ts";
import { planEvidence } from "./plan-evidence.ts";
import type { PlanOutline } from "./plan-outline-report.ts";
import { plannedProgramme } from "./plan-programmes.ts";
import { targetParts } from "./plan-words.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/** What a plan would choose from, and on which inputs. */
export function answerPlanOutline(prepared: PreparedPlan): PlanOutline {
  const { head, made, inputs, gathered } = prepared;
  const kinds = [...new Set(made.problem.targets.map(({ id }) => targetOfPeriod(id)))].map((id) => targetParts(prepared.read, id).kind);
  const targets: Record<TargetKind, number> = { exposure: 0, freedom: 0, bargaining: 0, option: 0 };
  for (const kind of kinds) targets[kind] += 1;
  return {
    question: `What would the plan "${head.name}" choose from?`,
    finding: `${counted(made.programmes.length, "programme")} in ${counted(gathered.facts.technologies.length, "technology", "technologies")} to choose from for ${head.homeName}.`,
    plan: head,
    programmes: made.programmes.map((each) => plannedProgramme(prepared, each)),
    targets,
    scenarios: made.problem.scenarios.map(({ id, probability }) => ({ scenario: id, probability })),
    inputs,
    left: gathered.left,
    evidence: planEvidence(prepared),
  };
}
