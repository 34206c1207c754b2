import { makesKnown } from "../leverage/scenario/scenario-parties.ts";
import { type AskedScenario, partyKind, planParts, planScenario, targetName } from "./planned-scenario.ts";
import type { ReadModel } from "./read-model.ts";
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
    ...planParts(planned, patents),
    question: `What would be run for "${head.name}"?`,
    finding: `${of("modelled")} technologies would be run${of("not held") > 0 ? `, of ${of("not held")} nobody who acts holds or reaches any` : ""}${of("shares unknown") > 0 ? `, and of ${of("shares unknown")} no share is known, so that their part stays out of the figures` : ""}.`,
    targets: (compiled?.targets ?? []).map(({ code, designer, ownsRest }) => ({
      code,
      name: targetName(read, compiled!, code),
      kind: partyKind(read, code),
      makes: designer || ownsRest || makesKnown(read.model, code),
    })),
    followers: [...(compiled?.followers ?? [])],
    evidence: simulateEvidence(read, planned, null),
  };
}
