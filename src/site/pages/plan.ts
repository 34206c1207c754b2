import { planView } from "../../report/plan/plan.ts";
import { planOutlineView } from "../../report/plan/plan-outline.ts";
import { valueNotes } from "../browser/address-notes.ts";
import { ofView } from "../of-view.ts";
import type { PageOf } from "../page.ts";
import { frontierDots } from "../pictures/frontier-dots.ts";
import { planChances, planWorth, worthWords } from "../pictures/plan-worth.ts";
import { leadOf } from "../shorten.ts";

/** The ready plans. */
export const plansPage: PageOf = {
  path: "/plans",
  async page(_, ask) {
    const { plans } = await ask("plans");
    return {
      title: "What should a home research, and what would that be worth?",
      finding: `${plans.length} ready plans, for economies, institutes and firms: each chooses problems to work on with its own money and people.`,
      blocks: [
        {
          kind: "table",
          title: "Ready plans",
          columns: [
            { title: "plan", flexible: true },
            { title: "years", align: "right" },
            { title: "what it is", flexible: true },
          ],
          rows: plans.map(({ id, name, years, about }) => [
            { text: name, link: { to: "plan" as const, id } },
            String(years),
            leadOf(about ?? "", 20),
          ]),
        },
      ],
    };
  },
};

/** What a plan takes up and what that is worth. */
export const planPage: PageOf = {
  path: "/plan/:id",
  words: ["budgets"],
  async page({ params: { id = "" }, query: { budgets } }, ask) {
    const isNumber = /^\d{1,3}$/.test(budgets ?? "");
    const report = await ask("plan", { id, ...(isNumber ? { frontier: Number(budgets) } : {}) });
    const view = planView(report);
    const [picture, ...others] = [frontierDots(report), planWorth(report), planChances(report)].filter((each) => each !== undefined);
    return {
      title: report.question,
      notes: isNumber ? [] : valueNotes({ budgets }, { budgets: [] }),
      finding: [leadOf(report.finding, 45), ...worthWords(report)].join(" "),
      picture,
      pictures: others,
      ...ofView(view),
      steps: [
        { label: "What it chooses from", path: `plan/${id}/outline` },
        { label: "What more or less money would be worth (solves anew)", path: `plan/${id}?budgets=5` },
        { label: "Change it", path: `map?view=plan&plan=${id}` },
        { label: "All plans", path: "plans" },
      ],
    };
  },
};

/** What a plan chooses from, before it is solved. */
export const planOutlinePage: PageOf = {
  path: "/plan/:id/outline",
  async page({ params: { id = "" } }, ask) {
    const outline = await ask("planOutline", { id });
    const view = planOutlineView(outline);
    return {
      title: outline.question,
      finding: leadOf(outline.finding),
      ...ofView(view),
      steps: [{ label: "What it chooses", path: `plan/${id}` }],
    };
  },
};
