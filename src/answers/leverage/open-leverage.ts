import { unless } from "../../base/errors.ts";
import type { OpenDay } from "../day/open-day.ts";
import { answerExclusion } from "../exclusion/exclusion.ts";
import type { ClaimsRead, ExclusionData } from "../exclusion/exclusion-data.ts";
import type { AnswersTo } from "../shared/asking.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { type AskPatents, answerLeverage } from "./leverage.ts";
import type { leverage } from "./leverage-questions.ts";

/** Who could cost whom how much on one day. */
export const openLeverage = ({ read, exclusion, measured, effects }: OpenDay & ClaimsRead): AnswersTo<{ leverage: typeof leverage }> => ({
  leverage: async (question) => {
    const map = await read();
    return answerLeverage(map, question, patentsBeside(map, exclusion, measured), effects);
  },
});

/**
 * Exclusion exposure by pair, as it stands beside leverage by supply; `null` where nothing is measured, or neither an economy nor a holder of
 * patents is known by a code.
 */
function patentsBeside(read: ReadModel, data: () => Promise<ExclusionData>, measured: () => Promise<readonly string[]>): AskPatents {
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
