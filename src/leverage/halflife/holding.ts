import { type CourseTarget, targetParty, worldParty } from "../course/parties.ts";
import type { Stop } from "../course/stop.ts";
import { banOf, partsOf } from "../game/banned-stops.ts";
import type { SupplyModel } from "../model.ts";
import { noReach, reachAgainst } from "../reach.ts";
import { type TradedBy, untraded } from "../traded.ts";
import { isUnnamed } from "../unknown-part.ts";
import type { Withholding } from "../withholding.ts";

/** One holder that can keep one technology from a home, or from all the world but itself. */
export interface Holding {
  readonly model: SupplyModel;
  readonly technology: number;
  readonly holder: string;
  readonly target: CourseTarget;
  /** Codes that the inputs hold places for. */
  readonly parties: readonly string[];
  /** The bans: of the technology, or of its varieties where these have shares. Empty: nobody's share is known, or the holder has none. */
  readonly stops: readonly Stop[];
  /** Technologies withheld of which nobody knows what the home makes: it may have what the row gives to nobody. */
  readonly homeUnnamed: readonly number[];
}

/**
 * What the holder can withhold of technology `t`, its rules' reach included where there is a home.
 * @param home code of an economy or group; `null`: all the world but the holder
 * @param traded imports of the home by origin
 */
export function holdingOf(
  { model, seeds }: Withholding,
  t: number,
  holder: string,
  home: string | null,
  traded: TradedBy = untraded,
): Holding {
  const reach = home === null ? noReach : reachAgainst(model, home);
  const target = home === null ? worldParty(model, [holder]) : targetParty(model, home, traded(home));
  const stops = seeds(t).flatMap((seed) => {
    const parts = partsOf(model, reach, [holder], seed, target.imports);
    return parts.length > 0 ? [banOf(seed, [0], parts)] : [];
  });
  return {
    model,
    technology: t,
    holder,
    target,
    parties: home === null ? [holder] : [home, holder],
    stops,
    homeUnnamed:
      home === null ? [] : stops.map(({ technology }) => technology).filter((s) => !target.imports.has(s) && isUnnamed(model, home, s)),
  };
}
