import { historyView } from "../../report/card/technology-history.ts";
import { halfLifeView } from "../../report/leverage/half-life.ts";
import { ofView } from "../of-view.ts";
import type { PageOf } from "../page.ts";
import { leadOf } from "../shorten.ts";

/** Shares of a technology by year, as they were published. */
export const historyPage: PageOf = {
  path: "/technology/:technology/history",
  async page({ params: { technology = "" } }, ask) {
    const history = await ask("technologyHistory", { technology });
    const view = historyView(history);
    return {
      title: `Who held ${history.name} before?`,
      finding: leadOf(history.finding),
      ...ofView(view),
      steps: [{ label: history.name, path: `technology/${history.technology}` }],
    };
  },
};

/** How long a hold would last if it were used. */
export const halfLifePage: PageOf = {
  path: "/technology/:technology/half-life",
  async page({ params: { technology = "" }, query: { home, holder } }, ask) {
    const report = await ask("halfLife", { technology, ...(home ? { home } : {}), ...(holder ? { holder } : {}) });
    const view = halfLifeView(report);
    return {
      title: report.question,
      finding: leadOf(report.finding),
      form: {
        choices: [
          { name: "home", label: "On (all others)", value: home ?? "" },
          { name: "holder", label: "Holder (the greatest)", value: holder ?? "" },
        ],
      },
      ...ofView(view),
      steps: [{ label: report.technology.name, path: `technology/${report.technology.id}` }],
    };
  },
};
