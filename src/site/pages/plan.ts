import { partWords } from "../../answers/plan/plan-variants-labels.ts";
import type { Answer } from "../../ask/ask.ts";
import { say } from "../../base/message.ts";
import { note } from "../../report/blocks.ts";
import { planView } from "../../report/plan/plan.ts";
import { planOutlineView } from "../../report/plan/plan-outline.ts";
import { moneyWords, variantBasis, variantBlocks } from "../../report/plan/plan-variants.ts";
import { valueNotes } from "../browser/address-notes.ts";
import { ofView } from "../of-view.ts";
import type { Address, Choice, PageOf, StoredAnswers } from "../page.ts";
import { planChances, planWorth, worthWords } from "../pictures/plan-worth.ts";
import { variantPanels } from "../pictures/variant-panels.ts";
import { leadOf } from "../shorten.ts";

/** The ready plans. */
export const plansPage: PageOf = {
  path: "/plans",
  async page(_, ask) {
    const { plans } = await ask("plans");
    return {
      title: "What should a home research, and what would that be worth?",
      finding: say("plan.ready-plans", { plans: plans.length }),
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

/** Words of the address that choose among plans that were worked out before. */
const variantWords = ["money", "people"] as const;

/** What a plan takes up and what that is worth; with sliders over its money and researchers where plans of other means are there, or are asked for. */
export const planPage: PageOf = {
  path: "/plan/:id",
  words: variantWords,
  async page({ params: { id = "" }, query }, ask, kept) {
    const report = await ask("plan", { id });
    const isAsked = variantWords.some((word) => query[word] !== undefined);
    const found = isAsked ? await ask("planVariants", { id }) : ((await kept?.("planVariants", { id })) ?? null);
    const variants = found !== null && (isAsked || isAround(report, found)) ? found : null;
    const pictures = [planWorth(report), variants && variantPanels(variants), planChances(report)];
    const [picture, ...others] = pictures.filter((each) => each !== undefined && each !== null);
    return {
      title: report.question,
      notes: variants === null ? [] : [...valueNotes(query, partsOf(variants)), ...(isAround(report, variants) ? [] : [otherPlan])],
      finding: [leadOf(report.finding, 45), ...worthWords(report)].join(" "),
      picture,
      pictures: others,
      stored: variants === null ? undefined : storedVariants(variants, query),
      ...ofView(planView(report)),
      steps: [
        variants === null
          ? { label: "Try other money and researchers (worked out once, in minutes)", path: `plan/${id}?money=1` }
          : { label: "Try other money and researchers", path: `plan/${id}#means` },
        { label: "Change it and solve anew", path: `plan?from=${id}` },
        { label: "What it chooses from", path: `plan/${id}/outline` },
        { label: "On the map", path: `map?view=plan&plan=${id}` },
        { label: "All plans", path: "plans" },
      ],
    };
  },
};

const partsOf = ({ money, people }: Answer<"planVariants">) => ({ money: money.map(String), people: people.map(String) });

/** Whether plans of other means were found around this very plan: a longer search may have found another one since. */
const isAround = ({ resilience, cost }: Answer<"plan">, { variants: [own] }: Answer<"planVariants">): boolean =>
  own?.cost === cost && own.resilience?.mean === resilience?.mean;

const otherPlan = "A longer search has found another plan since: the plans of other money and researchers below are around the one before.";

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

/** Plans of other means as sliders over money and researchers; what the address does not say is as planned. */
function storedVariants(answer: Answer<"planVariants">, query: Address["query"]): StoredAnswers {
  const { plan, money, people, settings, variants } = answer;
  const known = (parts: readonly number[], asked: string | undefined): string => parts.map(String).find((part) => part === asked) ?? "1";
  const choices: readonly Choice[] = [
    {
      name: "money",
      label: "Money",
      value: known(money, query.money),
      options: money.map((part) => [String(part), `${moneyWords(plan, part)}, ${partWords(part)}`] as const),
    },
    {
      name: "people",
      label: "Researchers",
      value: known(people, query.people),
      options: people.map((part) => [String(part), partWords(part)] as const),
    },
  ];
  const shown = choices.filter(({ options = [] }) => options.length > 1);
  const keyOf = (setting: (typeof settings)[number]): string =>
    shown.map(({ name }) => String(setting[name as (typeof variantWords)[number]])).join(" ");
  return {
    id: "means",
    title: "The plan with other money and other researchers",
    choices: shown,
    // The last tells that there is none
    answerOf: Object.fromEntries(settings.map((setting) => [keyOf(setting), setting.variant ?? variants.length])),
    answers: [
      ...variants.map((variant) => variantBlocks(variant, answer)),
      [note("No plan with these means keeps to all that is required.")],
    ],
    about: variantBasis(answer),
  };
}
