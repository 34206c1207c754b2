import { present } from "../../base/collections.ts";
import { counted } from "../../base/format.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { type AskedScenario, planParts, planScenario } from "./planned-scenario.ts";
import { targetHead } from "./scenario-told.ts";
import { simulateEvidence } from "./simulate-evidence.ts";
import type { DenialInScenario, PlannedTechnology, ScenarioPlan } from "./simulate-report.ts";

/** What would be run, and on which figures. */
export function answerScenarioPlan(read: ReadModel, asked: AskedScenario, patents: readonly DenialInScenario[]): ScenarioPlan {
  const planned = planScenario(read, asked);
  const { head, measures, compiled } = planned;
  const technologies = measures.flatMap((measure) => measure.technologies);
  const of = (state: PlannedTechnology["state"]): number =>
    new Set(technologies.flatMap((each) => (each.state === state ? [each.technology] : []))).size;
  return {
    ...planParts(read, planned, patents),
    question: `What would be run for "${head.name}"?`,
    finding: findingOf({ modelled: of("modelled"), notHeld: of("not held"), unknown: of("shares unknown"), denials: patents.length }),
    targets: (compiled?.targets ?? []).map((target) => targetHead(read, compiled!, target)),
    followers: [...(compiled?.followers ?? [])],
    evidence: simulateEvidence(read, planned, null),
  };
}

type PlanCounts = Readonly<Record<"modelled" | "notHeld" | "unknown" | "denials", number>>;

function findingOf({ modelled, notHeld, unknown, denials }: PlanCounts): string {
  const parts = present(
    `${counted(modelled, "technology", "technologies")} would be run`,
    notHeld > 0 && `the senders hold none of ${notHeld}`,
    unknown > 0 && `${unknown} without known shares would be left out`,
  );
  const run = modelled + notHeld + unknown > 0 ? `${parts.join("; ")}.` : "Nothing in it acts on supply.";
  return denials > 0 ? `${run} The patents, where measured, would answer ${counted(denials, "denial")} of licences.` : run;
}
