import type { OpenDay } from "../../answers/day/open-day.ts";
import type { ClaimsRead } from "../../answers/exclusion/exclusion-data.ts";
import { editionTrends } from "../../answers/half-life/holding-trends.ts";
import type { SharesRead } from "../../answers/half-life/share-record.ts";
import { publishedRows } from "../../answers/scenario/compare/published-models.ts";
import { datedScenario } from "../../answers/scenario/open-scenarios.ts";
import type { AnswersTo } from "../../answers/shared/asking.ts";
import { readRates } from "../../corpus/legal-records.ts";
import { answerBacktest } from "./events/backtest.ts";
import { ownHistory, scoreHalfLives } from "./half-life/half-life-score.ts";
import { answerPlanBacktest } from "./plans/plan-backtest.ts";
import type { proofQuestions } from "./proof-questions.ts";
import { answerPublished } from "./published/published.ts";

/** What is told on one day, against what happened and what others say. */
export function openProof(day: OpenDay & ClaimsRead & SharesRead): AnswersTo<typeof proofQuestions> {
  const { workspace, read, shares, cases, measured, effects } = day;
  return {
    async published({ scenario, draws, seed }) {
      const ids = scenario === undefined ? [...new Set(publishedRows().map((row) => row.scenario))] : [scenario];
      const asked = ids.map((id) => ({
        rows: publishedRows().filter((row) => row.scenario === id),
        dated: () => datedScenario(day, { id }),
      }));
      return answerPublished(asked, { draws, seed }, effects);
    },
    async halfLifeScore(question) {
      const { source } = question;
      const edition = source === ownHistory ? null : await editionTrends(workspace, source);
      return scoreHalfLives(await read(), await shares(), edition, question);
    },
    async backtest(question) {
      const known = { joined: await cases(), rates: await workspace.use(readRates) };
      return answerBacktest(await read(), question, { cases: known, effects });
    },
    planBacktest: async (question) => answerPlanBacktest(await read(), workspace, question, await measured(), effects),
  };
}
