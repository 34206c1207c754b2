import { unless } from "../../base/errors.ts";
import { answerExclusion } from "../exclusion/exclusion.ts";
import type { ExclusionData } from "../exclusion/exclusion-data.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { AskPatents } from "./leverage.ts";

/**
 * Exclusion exposure by pair, as it stands beside leverage by supply; `null` where nothing is measured, or neither an economy nor a holder of
 * patents is known by a code.
 */
export function patentsBeside(read: ReadModel, data: () => Promise<ExclusionData>, measured: () => Promise<readonly string[]>): AskPatents {
  const beside = async (from: string, on: string) => {
    const [cell] = answerExclusion(read, await data(), { from: [from], on: [on], top: 1 }, await measured()).cells;
    return cell ? { usd: cell.usd, royaltyUsd: cell.royaltyUsd, delayYears: cell.delayYears, patents: cell.patents } : null;
  };
  return async (from, on) => {
    if (read.map.economyOf.has(on)) return null;
    return unless(
      ["LM_NOT_MEASURED", "LM_ECONOMY_UNKNOWN", "LM_HOLDER_UNKNOWN"],
      () => beside(from, on),
      () => null,
    );
  };
}
