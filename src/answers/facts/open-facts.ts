import type { OpenDay } from "../day/open-day.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { scoreChokepoints } from "../supply/ranking.ts";
import type { factQuestions } from "./fact-questions.ts";
import { answerFacts } from "./facts.ts";
import { answerGaps } from "./gaps.ts";

/** What is known and what is missing on one day. */
export const openFacts = ({ read }: OpenDay): AnswersTo<typeof factQuestions> => ({
  facts: async () => {
    const map = await read();
    return answerFacts(map, (home) => scoreChokepoints(map, home));
  },
  gaps: async ({ top = 100 }) => {
    const map = await read();
    return answerGaps(map, (home) => scoreChokepoints(map, home), top);
  },
});
