import { LevermapError } from "../../base/errors.ts";
import { answerExclusion } from "../exclusion/exclusion.ts";
import type { ExclusionData } from "../exclusion/exclusion-data.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { AskPatents } from "./leverage.ts";

/** Nothing is measured, or neither an economy nor a holder of patents is known by the code. */
const unknown: ReadonlySet<string> = new Set(["LM_NOT_MEASURED", "LM_ECONOMY_UNKNOWN", "LM_HOLDER_UNKNOWN"]);

/** Exclusion exposure by pair, as it stands beside leverage by supply; `null` where nothing is known of one. */
export function patentsBeside(read: ReadModel, data: () => Promise<ExclusionData>, measured: () => Promise<readonly string[]>): AskPatents {
  return async (from, on) => {
    if (read.map.economyOf.has(on)) return null;
    try {
      const { cells } = answerExclusion(read, await data(), { from: [from], on: [on], top: 1 }, await measured());
      const [cell] = cells;
      return cell ? { usd: cell.usd, royaltyUsd: cell.royaltyUsd, delayYears: cell.delayYears, patents: cell.patents } : null;
    } catch (thrown) {
      if (thrown instanceof LevermapError && unknown.has(thrown.code)) return null;
      throw thrown;
    }
  };
}
