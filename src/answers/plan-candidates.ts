import { membersOf } from "../leverage/members.ts";
import type { Candidate } from "../plan/cells/candidate.ts";
import { candidatesOf } from "../plan/cells/candidates.ts";
import type { Cell } from "../plan/cells/cell.ts";
import { firstVolumeUse } from "../plan/cells/clock.ts";
import type { Home } from "../plan/cells/home.ts";
import type { PlanFacts } from "../plan/make-problem/plan-facts.ts";
import type { PlanNames } from "./plan-names.ts";
import type { ReadModel } from "./read-model.ts";

/** The members of an economy or group, or an organisation alone; its people work where it has its seat. */
export function homeOf({ map, model }: ReadModel, { home, place }: Pick<PlanNames, "home" | "place">): Home {
  return {
    id: home,
    members: new Set(map.economyOf.has(home) ? [home] : membersOf(model, home)),
    economies: new Set(membersOf(model, place)),
  };
}

/** The cells that something speaks for, for the home of a plan, by their ids. */
export function planCandidates(
  read: ReadModel,
  names: PlanNames,
  cells: readonly Cell[],
  { technologies }: Pick<PlanFacts, "technologies">,
): ReadonlyMap<string, Candidate> {
  const found = candidatesOf(cells, homeOf(read, names), {
    year: Number(read.map.asOf.slice(0, 4)),
    // The first point is what would be lost with what is made at home today.
    exposure: new Map(technologies.map(({ id, exposure }) => [id, exposure === null ? null : exposure.points[0]!.usd[1] * 1e6])),
    dependence: new Map(),
    clock: firstVolumeUse(read.map.rows.parameter),
  });
  return new Map(found.map((candidate) => [candidate.cell.id, candidate]));
}
