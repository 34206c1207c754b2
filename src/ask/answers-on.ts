import { openCards } from "../answers/card/open-cards.ts";
import { openCases } from "../answers/cases/open-cases.ts";
import { openControls } from "../answers/controls/open-controls.ts";
import { type DayOptions, openDay } from "../answers/day/open-day.ts";
import { openDossier } from "../answers/dossier/open-dossier.ts";
import { openClaims } from "../answers/exclusion/exclusion-data.ts";
import { openFacts } from "../answers/facts/open-facts.ts";
import { openFind } from "../answers/find/open-find.ts";
import { openHalfLife } from "../answers/half-life/open-half-life.ts";
import { openShares } from "../answers/half-life/share-record.ts";
import { openLeverage } from "../answers/leverage/open-leverage.ts";
import { openPatents } from "../answers/patents/open-patents.ts";
import { openPlans } from "../answers/plan/open-plans.ts";
import { openProfiles } from "../answers/profile/open-profiles.ts";
import { openScenarios } from "../answers/scenario/open-scenarios.ts";
import { answerStatus } from "../answers/shared/status.ts";
import { openRankings, openSupply } from "../answers/supply/open-supply.ts";
import { openProof } from "../proof/answers/open-proof.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Answers } from "./ask.ts";

/** Answers from one open workspace on one present day; each room binds its own. */
export function answersOn(workspace: Workspace, options: DayOptions): Answers {
  const open = openDay(workspace, options);
  const day = { ...open, ...openRankings(open), ...openShares(open), ...openClaims(open) };
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
    ...openProof(day),
    ...plans,
    ...patents,
    ...openCases(day),
    ...openControls(day),
  };
}
