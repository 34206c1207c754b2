import { cardQuestions } from "../answers/card/card-questions.ts";
import { caseQuestions } from "../answers/cases/case-questions.ts";
import { controlQuestions } from "../answers/controls/control-questions.ts";
import { dossier } from "../answers/dossier/dossier-questions.ts";
import { factQuestions } from "../answers/facts/fact-questions.ts";
import { findQuestions } from "../answers/find/find-questions.ts";
import { halfLifeQuestions } from "../answers/half-life/half-life-questions.ts";
import { leverage } from "../answers/leverage/leverage-questions.ts";
import { patentQuestions } from "../answers/patents/patent-questions.ts";
import { planQuestions } from "../answers/plan/plan-questions.ts";
import { profileQuestions } from "../answers/profile/profile-questions.ts";
import { scenarioQuestions } from "../answers/scenario/scenario-questions.ts";
import { owners, screen } from "../answers/screen/screen-questions.ts";
import { status } from "../answers/shared/workspace-status.ts";
import { supplyQuestions } from "../answers/supply/supply-questions.ts";
import { proofQuestions } from "../proof/answers/proof-questions.ts";

const { published, halfLifeScore, backtest, planBacktest } = proofQuestions;

/** Every question that can be put to a workspace, by name, in the order in which they are listed. */
export const questions = {
  status,
  ...factQuestions,
  ...findQuestions,
  ...cardQuestions,
  ...supplyQuestions,
  ...profileQuestions,
  leverage,
  dossier,
  ...scenarioQuestions,
  published,
  ...halfLifeQuestions,
  halfLifeScore,
  backtest,
  ...planQuestions,
  planBacktest,
  ...patentQuestions,
  screen,
  owners,
  ...caseQuestions,
  ...controlQuestions,
};

export type QuestionName = keyof typeof questions;
