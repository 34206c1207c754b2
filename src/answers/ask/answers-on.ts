import type { Workspace } from "../../workspace/workspace.ts";
import { openBacktest } from "../backtest/open-backtest.ts";
import { openCards } from "../card/open-cards.ts";
import { openCases } from "../cases/open-cases.ts";
import { openControls } from "../controls/open-controls.ts";
import { type DayOptions, openDay } from "../day/open-day.ts";
import { openDossier } from "../dossier/open-dossier.ts";
import { openFacts } from "../facts/open-facts.ts";
import { openFind } from "../find/open-find.ts";
import { openHalfLife } from "../half-life/open-half-life.ts";
import { openLeverage } from "../leverage/open-leverage.ts";
import { openPatents } from "../patents/open-patents.ts";
import { openPlans } from "../plan/open-plans.ts";
import { openProfiles } from "../profile/open-profiles.ts";
import { openScenarios } from "../scenario/open-scenarios.ts";
import { openScreening } from "../screen/open-screening.ts";
import { answerStatus } from "../shared/status.ts";
import { openSupply } from "../supply/open-supply.ts";
import type { Answers } from "./ask.ts";

/** Answers from one open workspace on one present day; each room binds its own. */
export function answersOn(workspace: Workspace, options: DayOptions): Answers {
  const day = openDay(workspace, options);
  const [patents, halfLives, plans] = [openPatents(day), openHalfLife(day), openPlans(day)];
  return {
    status: () => answerStatus(workspace),
    ...openFacts(day),
    ...openFind(day),
    ...openCards(day, { ...patents, ...halfLives }),
    ...openSupply(day),
    ...openProfiles(day),
    ...openLeverage(day),
    ...openDossier(day, { ...halfLives, ...plans }),
    ...openScenarios(day),
    ...halfLives,
    ...openBacktest(day),
    ...plans,
    ...patents,
    ...openScreening(day),
    ...openCases(day),
    ...openControls(day),
  };
}
