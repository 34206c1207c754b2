import type { OpenDay } from "../day/open-day.ts";
import type { ClaimsRead } from "../exclusion/exclusion-data.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { answerLeverage } from "./leverage.ts";
import { patentsBeside } from "./leverage-patents.ts";
import type { leverage } from "./leverage-questions.ts";

/** Who could cost whom how much on one day. */
export const openLeverage = ({ read, exclusion, measured, effects }: OpenDay & ClaimsRead): AnswersTo<{ leverage: typeof leverage }> => ({
  leverage: async (question) => {
    const map = await read();
    return answerLeverage(map, question, patentsBeside(map, exclusion, measured), effects);
  },
});
