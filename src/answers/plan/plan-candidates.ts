import { firmShare } from "../../leverage/build-up.ts";
import { corners } from "../../leverage/ends.ts";
import { membersOf, seatOf } from "../../leverage/members.ts";
import { noReach } from "../../leverage/reach.ts";
import { shareOf } from "../../leverage/target.ts";
import { worldWithout } from "../../leverage/world.ts";
import type { CandidateContext } from "../../plan/cells/candidate.ts";
import type { FirstUse } from "../../plan/cells/clock.ts";
import type { Home } from "../../plan/cells/home.ts";
import type { PlanFacts } from "../../plan/make-problem/plan-facts.ts";
import type { ReadModel } from "../shared/read-model.ts";

/** An economy, a group or an organisation as one who plans. */
export function homeOf({ model, map }: ReadModel, code: string): Home {
  const economies = membersOf(model, seatOf(model, code));
  return { id: code, members: new Set(map.economyOf.has(code) ? [code] : [code, ...economies]), economies: new Set(economies) };
}

const [, middle] = corners;
const [millions, billions] = [1e6, 1e9];

/** What is known of technologies that makes their cells candidates for a home. */
export function candidateContext(read: ReadModel, home: string, facts: PlanFacts, clock: ReadonlyMap<string, FirstUse>): CandidateContext {
  const dependence = createDependence(read, home);
  return {
    year: Number(read.map.asOf.slice(0, 4)),
    clock,
    exposure: new Map(facts.technologies.map(({ id, exposure }) => [id, exposure === null ? null : exposure.points[0]!.usd[1] * millions])),
    freedom: new Map(
      facts.technologies.map(({ id, blocked }) => [id, millions * blocked.reduce((sum, { usd }) => sum + usd[1], 0)] as const),
    ),
    dependence: new Map(facts.technologies.map(({ id }) => [id, dependence(read.map.indexOf.get(id)!)])),
  };
}

/**
 * What all others would lose of their final output a year, USD, were home to withhold a technology: the loss that its economy could cause, each member of a group alone, times
 * home's part of that economy's supply. `null`: nobody says that it supplies any.
 */
function createDependence({ model, map, withholding }: ReadModel, home: string): (t: number) => number | null {
  const economies = membersOf(model, seatOf(model, home));
  const isFirm = map.economyOf.has(home);
  const partOfPlace = (t: number, suppliers: readonly string[]): number | null => {
    const own = firmShare(model, home, t);
    const all = suppliers.reduce((sum, code) => sum + shareOf(model, t, model.economyIndex.get(code)!)[1], 0);
    return own === null || all <= 0 ? null : Math.min(1, own.ends[1] / all);
  };
  return (t) => {
    if (model.productRank[t]! >= 0) return null;
    const suppliers = economies.filter((code) =>
      withholding.seeds(t).some((seed) => shareOf(model, seed, model.economyIndex.get(code) ?? -1)[1] > 0),
    );
    if (suppliers.length === 0) return null;
    const lost = suppliers.map((code) => {
      const target = worldWithout(model, code);
      const { products } = withholding.loss({ target, senders: [code], reach: noReach }, t, middle);
      return products.reduce((sum, { j, loss }) => sum + loss * target.weight[1][j]!, 0);
    });
    const part = isFirm ? partOfPlace(t, suppliers) : 1;
    return part === null ? null : part * billions * lost.reduce((sum, each) => sum + each, 0);
  };
}
