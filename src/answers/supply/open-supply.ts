import type { OpenDay } from "../day/open-day.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { answerChanges } from "./changes.ts";
import { answerChokepoints } from "./chokepoints.ts";
import type { Rankings } from "./open-rankings.ts";
import type { supplyQuestions } from "./supply-questions.ts";

/** Answers on supply on one day. */
export const openSupply = ({ workspace, read, ranking }: OpenDay & Rankings): AnswersTo<typeof supplyQuestions> => ({
  chokepoints: async (options) =>
    answerChokepoints(await read(options.source), options, await ranking(options.home, options.source, options.months)),
  changes: ({ source }) => answerChanges(workspace, source),
});
