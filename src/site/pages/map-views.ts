import { LevermapError } from "../../base/errors.ts";
import type { Address, PageOf, SiteAsk, SitePage } from "../page.ts";
import { leadOf } from "../shorten.ts";
import { mapPage } from "./map.ts";
import { plansPage } from "./plan.ts";

/** The map and its other views, as far as they are known before their heavy questions are asked: those the browser asks, which can stop them. */
export const mapViews: PageOf = {
  path: mapPage.path,
  words: mapPage.words ?? [],
  async page(address, ask) {
    const { home, view } = address.query;
    if (view !== "plan" && view !== "backtests") return mapPage.page(address, ask);
    // Refused here too where it is none
    if (home) await ask("map", { home });
    return view === "plan" ? planView(address, ask) : backtestsView;
  },
};

async function planView(address: Address, ask: SiteAsk): Promise<SitePage> {
  const { plan } = address.query;
  if (!plan) return plansPage.page(address, ask);
  const { plans } = await ask("plans");
  const found = plans.find(({ id }) => id === plan);
  if (found === undefined) throw new LevermapError("LM_PLAN_UNKNOWN", `No plan "${plan}".`, { plan });
  return { title: `What to research: ${found.name}`, finding: leadOf(found.about ?? ""), blocks: [] };
}

const backtestsView: SitePage = {
  title: "How far can the model be trusted, on shocks that happened?",
  finding: "What it would have said before each, from what was known then, beside what was measured.",
  blocks: [],
};
