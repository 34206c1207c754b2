import { LevermapError } from "../../base/errors.ts";
import { say } from "../../base/message.ts";
import { caseRunsView, casesView, customerCasesView } from "../../report/cases/cases.ts";
import { attempt, missingText } from "../attempt.ts";
import { ofView } from "../of-view.ts";
import type { PageOf } from "../page.ts";
import { leadOf } from "../shorten.ts";

const steps = [{ label: "Screen a name or a table", path: "screen" }];

/** Customers that may be listed parties, as the last run left them. */
export const casesPage: PageOf = {
  path: "/cases",
  words: ["customer"],
  async page({ query: { customer = "" } }, ask) {
    const form = { choices: [{ name: "customer", label: "Customer (id)", value: customer }] };
    if (customer !== "") {
      const view = customerCasesView(await ask("customerCases", { customer }));
      return {
        title: say("cases.which-parties", { customer }),
        finding: leadOf(view.finding),
        form,
        ...ofView(view),
        steps: [{ label: "All cases", path: "cases" }],
      };
    }
    const title = "Which customers may be listed parties?";
    const [cases, runs] = await Promise.all([attempt(ask("cases", {}), "LM_RUN_UNKNOWN"), ask("caseRuns", {})]);
    if (cases instanceof LevermapError) return { title, finding: missingText(cases), blocks: [], steps };
    const view = casesView(cases);
    return {
      title,
      finding: leadOf(view.finding),
      form,
      ...ofView(view),
      details: [...view.details, ...caseRunsView(runs).blocks],
      steps,
    };
  },
};
