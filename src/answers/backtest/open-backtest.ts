import { readRates } from "../../corpus/legal-records.ts";
import { courseOutput } from "../../leverage/backtest/course-output.ts";
import type { OpenDay } from "../day/open-day.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { answerBacktest } from "./backtest.ts";
import type { backtest } from "./backtest-questions.ts";

/** Events against what was known before them, on the map of one day. */
export const openBacktest = ({ workspace, read, cases, effects }: OpenDay): AnswersTo<{ backtest: typeof backtest }> => ({
  backtest: async (question) => {
    const known = { joined: await cases(), rates: await workspace.use(readRates) };
    return answerBacktest(await read(), question, { outputModel: courseOutput, cases: known, effects });
  },
});
