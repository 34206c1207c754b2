import { targetsOf } from "../../leverage/scenario/scenario-parties.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { PlannedScenario } from "./planned-scenario.ts";
import type { PlannedTechnology } from "./simulate-report.ts";

/** Targets and senders, by place in the compiled scenario, whose results are unknown: no share of those who act is known of all that is kept from or by them. */
export interface UnknownParties {
  readonly targets: ReadonlySet<number>;
  readonly senders: ReadonlySet<number>;
}

/** Whether all that could be run is left out since no share is known. */
const isUnknown = (technologies: readonly Pick<PlannedTechnology, "state">[]): boolean =>
  technologies.some(({ state }) => state === "shares unknown") && technologies.every(({ state }) => state !== "modelled");

/** Finds the parties of a scenario whose results are unknown. */
export function unknownParties(read: ReadModel, { compiled, named, measures }: PlannedScenario): UnknownParties {
  const unknown = (count: number, acts: (party: number, measure: number) => boolean): ReadonlySet<number> =>
    new Set(
      Array.from({ length: count }, (_, party) => party).filter((party) =>
        isUnknown(measures.flatMap(({ technologies }, i) => (acts(party, i) ? technologies : []))),
      ),
    );
  if (compiled === null) return { targets: new Set(), senders: new Set() };
  const { targets, senders, followers } = compiled;
  const hit = named.supply.map(({ measure }) => new Set(targetsOf(read.model, measure, targets)));
  return {
    targets: unknown(targets.length, (k, i) => hit[i]!.has(k)),
    senders: unknown(senders.length, (a, i) => {
      const { kind, senders: own } = measures[i]!;
      return kind !== "capacity" && (own.includes(senders[a]!) || followers.has(senders[a]!));
    }),
  };
}
