import type { Answer } from "../../ask/ask.ts";
import { LevermapError } from "../../base/errors.ts";
import { number } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { planFields } from "../../plan/programmes/bet-facts.ts";
import { note } from "../../report/blocks.ts";
import { planView } from "../../report/plan/plan.ts";
import { attempt, missingText } from "../attempt.ts";
import { valueNotes } from "../browser/address-notes.ts";
import { homeChoice } from "../home-choice.ts";
import { ofView } from "../of-view.ts";
import { isChanged, type OwnPlan, ownPlan, planText } from "../own-plan.ts";
import type { Choice, ChoiceForm, PageOf, Step } from "../page.ts";
import { planChances, planWorth, worthWords } from "../pictures/plan-worth.ts";
import { leadOf } from "../shorten.ts";

const question = "What would a plan with other means and other aims take up?";

const allPlans: Step = { label: "The ready plans", path: "plans" };

/** A ready plan with something changed and solved anew: its address holds the whole of what is changed. */
export const ownPlanPage: PageOf = {
  path: "/plan",
  words: ["from", "money", ...planFields, "years", "against", "clout", "generation"],
  async page({ query }, ask) {
    const { plans } = await ask("plans");
    const ready = plans.find(({ id }) => id === query.from);
    const notes = valueNotes({ from: query.from }, { from: plans.map(({ id }) => id) });
    if (ready === undefined) {
      const from: Choice = { name: "from", label: "Ready plan", value: "", options: plans.map(({ id, name }) => [id, name] as const) };
      const finding = "Choose the ready plan to begin from; then its money, researchers, years and aims can be changed.";
      return { title: question, notes, finding, form: { choices: [from], button: "Begin" }, blocks: [], steps: [allPlans] };
    }
    const [{ plan: before }, map] = await Promise.all([ask("planOutline", { id: ready.id }), ask("map", {})]);
    const own = ownPlan(
      query,
      before.researchers.map(({ field }) => field),
    );
    const form = formOf(own, before, map);
    const steps: readonly Step[] = [{ label: say("own-plan.as-it-is", { plan: ready.name }), path: `plan/${ready.id}` }, allPlans];
    if (!isChanged(own)) {
      const finding = say("own-plan.change-any", { plan: ready.name });
      return { title: question, notes, finding, form, blocks: [], steps };
    }
    const text = planText(own, before.name);
    const file = { text, place: "The plan of the address" };
    const report = await attempt(ask("plan", file), "LM_PLAN_INVALID", "LM_PLAN_INFEASIBLE");
    if (report instanceof LevermapError) return { title: question, notes, finding: missingText(report), form, blocks: [], steps };
    const { blocks, details = [], ...rest } = ofView(planView(report));
    const [picture, ...pictures] = [planWorth(report), planChances(report)].filter((each) => each !== undefined);
    return {
      title: report.question,
      notes,
      finding: [leadOf(report.finding, 45), ...worthWords(report)].join(" "),
      picture,
      pictures,
      form,
      blocks: [note(say("own-plan.about-address", { plan: ready.name })), ...blocks],
      details: [...details, { kind: "list", title: "As a file, for levermap plan", items: [text] }],
      ...rest,
      steps,
    };
  },
};

type Head = Answer<"planOutline">["plan"];

function formOf(own: OwnPlan, before: Head, { economies }: Answer<"map">): ChoiceForm {
  const field = (name: string, value: string, label: string, byYear: readonly number[]): Choice => ({
    name,
    value,
    label: `${label} (${seriesOf(byYear)})`,
  });
  const against = homeChoice(economies, own.against, { name: "against", label: "Clout on", none: before.againstName ?? "nobody" });
  return {
    choices: [
      { name: "from", label: "Ready plan", value: own.from, options: [[own.from, before.name]] },
      field("money", own.money, "Money, USD M a year", before.money),
      ...before.researchers.map(({ field: kind, byYear }) =>
        field(kind, own.researchers[kind] ?? "", say("own-plan.researchers", { kind }), byYear),
      ),
      { name: "years", label: "Years", value: own.years, options: options(years, before.years.length, String) },
      against,
      { name: "clout", label: "Weight of clout", value: own.clout, options: options(weights, before.objective.clout, String) },
      {
        name: "generation",
        label: "Problems",
        value: own.generation,
        options: options(["any", "next"], before.generation, (each) =>
          each === "any" ? "of any generation" : "of the next generation alone",
        ),
      },
    ],
    button: "Solve anew",
  };
}

const [years, weights] = [
  [5, 8, 10, 12, 15, 20],
  [0, 0.2, 0.5, 1, 2],
] as const;

/** What may be chosen; what the plan has is chosen by nothing. */
const options = <T extends string | number>(all: readonly T[], now: T, word: (each: T) => string): NonNullable<Choice["options"]> => [
  ["", say("own-plan.as-planned", { now: word(now) })],
  ...all.filter((each) => each !== now).map((each) => [String(each), word(each)] as const),
];

/** Amounts by year, as one where they are all the same. */
const seriesOf = (byYear: readonly number[]): string => {
  const [least, most] = [Math.min(...byYear), Math.max(...byYear)];
  return least === most
    ? say("own-plan.now", { least: number(least) })
    : say("own-plan.now-between", { least: number(least), most: number(most) });
};
