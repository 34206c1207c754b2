import { historyView } from "../../report/card/technology-history.ts";
import { halfLifeView } from "../../report/leverage/half-life.ts";
import { homeChoice } from "../home-choice.ts";
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
  words: ["home", "holder"],
  async page({ params: { technology = "" }, query: { home, holder } }, ask) {
    const [report, { economies }] = await Promise.all([
      ask("halfLife", { technology, ...(home ? { home } : {}), ...(holder ? { holder } : {}) }),
      ask("map", {}),
    ]);
    const view = halfLifeView(report);
    return {
      title: report.question,
      finding: leadOf(report.finding),
      form: {
        choices: [
          homeChoice(economies, holder ?? "", { name: "holder", label: "Withheld by", none: "whoever could cost most" }),
          homeChoice(economies, home ?? "", { label: "from", none: "all others" }),
        ],
      },
      ...ofView(view),
      steps: [{ label: report.technology.name, path: `technology/${report.technology.id}` }],
    };
  },
};
