import type { Answer } from "../../ask/ask.ts";
import { dayOf } from "../../base/days.ts";
import { LevermapError } from "../../base/errors.ts";
import { say } from "../../base/message.ts";
import { compareView } from "../../report/scenario/compare.ts";
import { simulateView } from "../../report/scenario/simulate.ts";
import { attempt, missingText } from "../attempt.ts";
import { valueNotes } from "../browser/address-notes.ts";
import { homeChoice } from "../home-choice.ts";
import { ofView } from "../of-view.ts";
import { isMonths, isWhole, type OwnScenario, ownScenario, scenarioName, scenarioText } from "../own-scenario.ts";
import type { Choice, ChoiceForm, PageOf, SiteAsk, SitePage } from "../page.ts";
import { comparedFans, lossFans } from "../pictures/loss-fans.ts";
import { leadOf } from "../shorten.ts";

const question = "What if somebody withholds something?";

const steps = [{ label: "The ready scenarios", path: "scenarios" }];

/** Months that are offered. */
const usualMonths = [3, 6, 12, 24, 36];

/** Days on which something can begin: since there are figures, and as far ahead as anybody plans. */
const [firstDay, lastDay] = ["1990-01-01", "2060-12-31"];

/** A scenario of one's own: its address holds the whole of it. */
export const ownScenarioPage: PageOf = {
  path: "/scenario",
  words: ["who", "with", "what", "also", "on", "since", "months", "compare"],
  async page({ query }, ask) {
    const [map, { scenarios }] = await Promise.all([ask("map", {}), ask("scenarios")]);
    const own = ownScenario(query, map.asOf);
    const other = scenarios.find(({ id }) => id === query.compare);
    const form = { choices: [...choicesOf(own, map), comparedWith(scenarios, other?.id)], button: "Show what is lost" };
    const notes = [
      ...valueNotes({ compare: query.compare }, { compare: scenarios.map(({ id }) => id) }),
      ...(isMonths(query.months ?? "") ? [] : valueNotes({ months: query.months }, { months: usualMonths.map(String) })),
    ];
    if (!isWhole(own))
      return {
        title: question,
        notes,
        finding: askedFor(own),
        form,
        blocks: [],
        steps,
      };
    const names = new Map([...map.economies, ...map.nodes].map(({ id, name }) => [id, name]));
    if (dayOf(own.since) === null || own.since < firstDay || own.since > lastDay)
      return {
        title: question,
        notes,
        finding: say("own-scenario.unread-day", { firstDay, lastDay }),
        form,
        blocks: [],
        steps,
      };
    const name = scenarioName(own, (id) => names.get(id) ?? id);
    const text = scenarioText(own, name);
    const file = { text, place: "The scenario of the address" };
    const report = await attempt(ask("simulate", file), "LM_SCENARIO_INVALID");
    if (report instanceof LevermapError) return { title: name, notes, finding: missingText(report), form, blocks: [], steps };
    if (other !== undefined) return comparedWithOther(ask, { report, file, other, form });
    const view = simulateView(report);
    const { blocks, details = [], ...rest } = ofView(view);
    return {
      title: say("scenario.what-would-be-lost", { scenario: name }),
      notes,
      finding: leadOf(report.finding),
      picture: lossFans(report),
      form,
      blocks: [
        {
          kind: "note",
          text: "The address of this page holds the whole scenario: whoever opens it gets it, with the numbers of that day.",
        },
        ...blocks,
      ],
      details: [...details, { kind: "list", title: "As a file, for levermap simulate", items: [text] }],
      ...rest,
      steps,
    };
  },
};

type Scenarios = Answer<"scenarios">["scenarios"];

const comparedWith = (scenarios: Scenarios, chosen = ""): Choice => ({
  name: "compare",
  label: "Compare with",
  value: chosen,
  options: [["", "nothing"], ...scenarios.map(({ id, name }) => [id, name] as const)],
});

interface Compared {
  readonly report: Answer<"simulate">;
  readonly file: { readonly text: string; readonly place: string };
  readonly other: Scenarios[number];
  readonly form: ChoiceForm;
}

/** A scenario of one's own beside a ready one, on the same draws. */
async function comparedWithOther(ask: SiteAsk, { report, file, other, form }: Compared): Promise<SitePage> {
  const [compared, second] = await Promise.all([
    ask("compare", { first: file, second: { id: other.id } }),
    ask("simulate", { id: other.id }),
  ]);
  return {
    title: compared.question,
    finding: leadOf(compared.finding),
    picture: comparedFans([report, second]),
    form,
    ...ofView(compareView(compared)),
    steps: [{ label: say("page.alone", { name: other.name }), path: `scenario/${encodeURIComponent(other.id)}` }, ...steps],
  };
}

/** What is to be chosen before anything can be told. */
function askedFor(own: OwnScenario): string {
  const words = { who: "who withholds", what: "what is withheld", on: "from whom" } as const;
  const missing = (["who", "what", "on"] as const).filter((each) => own[each] === "").map((each) => words[each]);
  if (missing.length < 3) return say("own-scenario.still-to-choose", { choices: missing.join(", ") });
  return "Choose who withholds what from whom, from when and for how long. The address of the page then holds the whole scenario.";
}

type Map = Answer<"map">;

function choicesOf(own: OwnScenario, { economies, nodes }: Map): readonly Choice[] {
  const technologies = [...nodes].sort((a, b) => a.name.localeCompare(b.name, "en")).map(({ id, name }) => [id, name] as const);
  const nobody = (name: keyof OwnScenario, label: string, none: string): Choice => homeChoice(economies, own[name], { name, label, none });
  const good = (name: keyof OwnScenario, label: string, none: string): Choice => ({
    name,
    label,
    value: own[name],
    options: [["", none], ...technologies],
  });
  const on = nobody("on", "From", "choose");
  return [
    nobody("who", "Who withholds", "choose"),
    nobody("with", "together with", "nobody"),
    good("what", "What", "choose"),
    good("also", "and", "nothing else"),
    { ...on, options: [...(on.options ?? []), ["world", "all others"]] },
    { name: "since", label: "From the day", value: own.since, isDay: true },
    {
      name: "months",
      label: "For",
      value: own.months,
      options: [["", "no known end"], ...usualMonths.map((each) => [String(each), say("own-scenario.months", { months: each })] as const)],
    },
  ];
}
