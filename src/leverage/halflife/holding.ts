import { settledPart } from "../acts/act-policy.ts";
import type { Origin } from "../course/flows.ts";
import { type CourseTarget, targetParty, worldParty } from "../course/parties.ts";
import type { Stop, StoppedPart } from "../course/stop.ts";
import { isUnnamed } from "../draw/firm-part.ts";
import { type Draw, valueIn } from "../draw/random.ts";
import { banOf, partsOf } from "../game/banned-stops.ts";
import type { SupplyModel } from "../model.ts";
import { placedEconomies } from "../product-places.ts";
import { noReach, reachAgainst } from "../reach.ts";
import { type TradedBy, untraded } from "../target.ts";
import type { Withholding } from "../withholding.ts";

/** A holder that can withhold one technology from a home, or from all the world but itself. */
export interface Holding {
  readonly model: SupplyModel;
  readonly technology: number;
  readonly holder: string;
  readonly target: CourseTarget;
  /** Codes with places in the inputs. */
  readonly parties: readonly string[];
  /** Bans of the technology, or of its varieties with shares. Empty: no known share, or the holder has none. */
  readonly stops: readonly Stop[];
  /** Withheld technologies where the home's output is unknown and may include unnamed supply. */
  readonly homeUnnamed: readonly number[];
}

/**
 * What the holder can withhold of technology `t`, reach included.
 * @param home economy or group; `null`: all the world but the holder
 * @param traded imports of the home by origin
 */
export function holdingOf(
  { model, seeds }: Withholding,
  t: number,
  holder: string,
  home: string | null,
  traded: TradedBy = untraded,
): Holding {
  const reach = home === null ? noReach(model) : reachAgainst(model, home);
  const target = home === null ? worldParty(model, [holder]) : targetParty(model, home, traded(home));
  const stops = seeds(t).flatMap((seed) => {
    const parts = partsOf(model, reach, [holder], seed, target.imports);
    return parts.length > 0 ? [banOf(model, seed, [0], parts)] : [];
  });
  return {
    model,
    technology: t,
    holder,
    target,
    parties: home === null ? [...new Set([holder, ...placedEconomies(model)])] : [home, holder],
    stops,
    homeUnnamed:
      home === null ? [] : stops.map(({ technology }) => technology).filter((s) => !target.imports.has(s) && isUnnamed(model, home, s)),
  };
}

/** Part of what a ban covers of one holder's supply that it stops, 0..1: all of a firm's own, else less the leakage. */
export const effectOf = ({ policy }: Stop, { firm }: StoppedPart, draw: Draw | null): number =>
  firm === undefined ? settledPart(policy, draw) : 1;

/** Parts of a home's imports that a ban stops, and covers. */
export interface ImportsStopped {
  readonly stopped: number;
  readonly covered: number;
}

/** Imports stopped by origin: the reached part of named origins, all of the holder's own otherwise, less leakage. */
export function importsStopped({ shareStart }: SupplyModel, origins: readonly Origin[], stop: Stop, draw: Draw | null): ImportsStopped {
  const { technology, parts, policy } = stop;
  const first = shareStart[technology]!;
  let [stopped, covered] = [0, 0];
  for (const { slot, part, senders } of origins) {
    const theirs = parts.filter((each) => each.slot === first + slot);
    const reached = slot < 0 ? [Math.min(1, senders.length)] : theirs.map((each) => valueIn(each, draw));
    const gone = slot < 0 ? [reached[0]! * settledPart(policy, draw)] : theirs.map((each, i) => reached[i]! * effectOf(stop, each, draw));
    covered += part * Math.max(0, ...reached);
    stopped += part * Math.max(0, ...gone);
  }
  return { stopped, covered };
}
