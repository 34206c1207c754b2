import { backtest } from "../backtest/backtest-questions.ts";
import { cardQuestions } from "../card/card-questions.ts";
import { caseQuestions } from "../cases/case-questions.ts";
import { controlQuestions } from "../controls/control-questions.ts";
import { dossier } from "../dossier/dossier-questions.ts";
import { factQuestions } from "../facts/fact-questions.ts";
import { findQuestions } from "../find/find-questions.ts";
import { halfLifeQuestions } from "../half-life/half-life-questions.ts";
import { leverage } from "../leverage/leverage-questions.ts";
import { patentQuestions } from "../patents/patent-questions.ts";
import { planQuestions } from "../plan/plan-questions.ts";
import { profileQuestions } from "../profile/profile-questions.ts";
import { scenarioQuestions } from "../scenario/scenario-questions.ts";
import { owners, screen } from "../screen/screen-questions.ts";
import { status } from "../shared/workspace-status.ts";
import { supplyQuestions } from "../supply/supply-questions.ts";

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
  ...halfLifeQuestions,
  backtest,
  ...planQuestions,
  ...patentQuestions,
  screen,
  owners,
  ...caseQuestions,
  ...controlQuestions,
};

export type QuestionName = keyof typeof questions;
