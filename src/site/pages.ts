import type { PageOf } from "./page.ts";
import { casesPage } from "./pages/cases.ts";
import { cloutPage } from "./pages/clout.ts";
import { controlPage, controlsPage, itemPage } from "./pages/controls.ts";
import { economyPage } from "./pages/economy.ts";
import { homePage } from "./pages/home.ts";
import { leveragePage } from "./pages/leverage.ts";
import { mapPage } from "./pages/map.ts";
import { organisationPage } from "./pages/organisation.ts";
import { ownPlanPage } from "./pages/own-plan.ts";
import { ownScenarioPage } from "./pages/own-scenario.ts";
import { holderPage, patentPage, patentsPage } from "./pages/patents.ts";
import { planOutlinePage, planPage, plansPage } from "./pages/plan.ts";
import { scenarioPage, scenarioPlanPage, scenariosPage } from "./pages/scenario.ts";
import { screenPage } from "./pages/screen.ts";
import { searchPage } from "./pages/search.ts";
import { halfLifePage, historyPage, technologyPage } from "./pages/technology.ts";
import { backtestsPage, dataPage, publishedPage } from "./pages/trust.ts";

/** Every page of the site that is made of answers. */
export const pages: readonly PageOf[] = [
  homePage,
  mapPage,
  searchPage,
  economyPage,
  technologyPage,
  historyPage,
  halfLifePage,
  organisationPage,
  scenariosPage,
  ownScenarioPage,
  scenarioPage,
  scenarioPlanPage,
  publishedPage,
  leveragePage,
  cloutPage,
  plansPage,
  ownPlanPage,
  planPage,
  planOutlinePage,
  patentsPage,
  patentPage,
  holderPage,
  controlsPage,
  controlPage,
  itemPage,
  screenPage,
  casesPage,
  backtestsPage,
  dataPage,
];
