import type { Answer } from "../../ask/ask.ts";
import { numberRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { compareView } from "../../report/scenario/compare.ts";
import { scenarioPlanView, scenariosView } from "../../report/scenario/scenario-plan.ts";
import { simulateView } from "../../report/scenario/simulate.ts";
import { ofView } from "../of-view.ts";
import type { PageOf, SiteAsk, SitePage } from "../page.ts";
import { comparedFans, lossFans } from "../pictures/loss-fans.ts";
import { leadOf } from "../shorten.ts";

/** The ready scenarios. */
export const scenariosPage: PageOf = {
  path: "/scenarios",
  words: ["compare", "with"],
  async page({ query }, ask) {
    const list = await ask("scenarios");
    const [first = "", second = query.with] = (query.compare ?? "").split(",");
    if (first !== "" && second) return comparedPage(list.scenarios, first, second, ask);
    const view = scenariosView(list);
    return {
      title: "What if something is withheld, or stands still?",
      finding: say("scenario.ready-scenarios", { scenarios: list.scenarios.length }),
      blocks: [
        {
          kind: "table",
          title: "Ready scenarios",
          columns: [
            { title: "scenario", flexible: true },
            { title: "from", align: "right" },
            { title: "what it is", flexible: true },
          ],
          rows: list.scenarios.map(({ id, name, from, about }) => [
            { text: name, link: { to: "scenario" as const, id } },
            from ?? "",
            leadOf(about ?? "", 20),
          ]),
        },
      ],
      details: view.details,
      evidence: view.evidence,
      form: {
        choices: [
          { ...choices(list.scenarios, "", first)[0]!, name: "compare", label: "Compare" },
          { ...choices(list.scenarios, "", "")[0]!, label: "with" },
        ],
        button: "Compare",
      },
      steps: [
        { label: "Build one of your own", path: "scenario" },
        { label: "What others published on the same", path: "published" },
      ],
    };
  },
};

/** What a scenario does over months, to whom and at what cost. */
export const scenarioPage: PageOf = {
  path: "/scenario/:id",
  words: ["with"],
  async page({ params: { id = "" }, query }, ask) {
    const list = await ask("scenarios");
    if (query.with) return comparedPage(list.scenarios, id, query.with, ask);
    const report = await ask("simulate", { id });
    const view = simulateView(report);
    return {
      title: say("scenario.what-would-be-lost", { scenario: report.scenario.name }),
      finding: [leadOf(report.finding), ...repairWords(report)].join(" "),
      picture: lossFans(report),
      form: { choices: choices(list.scenarios, id, "") },
      blocks: [
        ...(report.scenario.about ? [{ kind: "note", text: report.scenario.about } as const] : []),
        ...(view.limit === undefined ? [] : [{ kind: "note", text: view.limit } as const]),
        ...view.blocks,
      ],
      details: view.details,
      evidence: view.evidence,
      steps: [
        { label: "How it is read", path: `scenario/${id}/plan` },
        { label: "All scenarios", path: "scenarios" },
      ],
    };
  },
};

/** How long plants that stand still are out: else their loss reads as that of an act that does not end. */
function repairWords({ measures }: Answer<"simulate">): readonly string[] {
  const months = measures.flatMap(({ repairMonths }) => repairMonths ?? []);
  return months.length === 0
    ? []
    : [say("scenario.back-after", { months: numberRange(Math.min(...months), Math.max(...months), "months") })];
}

/** How a scenario is read before it is run. */
export const scenarioPlanPage: PageOf = {
  path: "/scenario/:id/plan",
  async page({ params: { id = "" } }, ask) {
    const plan = await ask("scenarioPlan", { id });
    const view = scenarioPlanView(plan);
    return {
      title: say("scenario.what-it-says", { scenario: plan.scenario.name }),
      finding: leadOf(view.finding),
      ...ofView(view),
      steps: [{ label: "Run it", path: `scenario/${id}` }],
    };
  },
};

type Scenarios = readonly { readonly id: string; readonly name: string }[];

/** Two scenarios on the same draws. */
async function comparedPage(scenarios: Scenarios, first: string, second: string, ask: SiteAsk): Promise<SitePage> {
  const [compared, ...runs] = await Promise.all([
    ask("compare", { first: { id: first }, second: { id: second } }),
    ask("simulate", { id: first }),
    ask("simulate", { id: second }),
  ]);
  return {
    title: compared.question,
    finding: leadOf(compared.finding),
    picture: comparedFans(runs),
    form: { path: `scenario/${encodeURIComponent(first)}`, choices: choices(scenarios, first, second) },
    ...ofView(compareView(compared)),
    steps: [first, second].map((id) => ({
      label: say("page.alone", { name: scenarios.find((each) => each.id === id)?.name ?? id }),
      path: `scenario/${id}`,
    })),
  };
}

const choices = (scenarios: Scenarios, id: string, chosen: string) => [
  {
    name: "with",
    label: "Compare with",
    value: chosen,
    options: [["", "nothing"] as const, ...scenarios.filter((other) => other.id !== id).map((other) => [other.id, other.name] as const)],
  },
];
