import type { Answer } from "../../answers/ask/ask.ts";
import { compareView } from "../../report/scenario/compare.ts";
import { scenarioPlanView, scenariosView } from "../../report/scenario/scenario-plan.ts";
import { simulateView } from "../../report/scenario/simulate.ts";
import type { FigureBlock } from "../../report/view.ts";
import { ofView } from "../of-view.ts";
import type { PageOf } from "../page.ts";
import { leadOf } from "../shorten.ts";

/** The ready scenarios. */
export const scenariosPage: PageOf = {
  path: "/scenarios",
  async page(_, ask) {
    const list = await ask("scenarios");
    const view = scenariosView(list);
    return {
      title: "What if something is withheld, or stands still?",
      finding: `${list.scenarios.length} ready scenarios: each tells month by month what is lost, by whom, and what it costs those who withhold.`,
      blocks: [
        {
          kind: "table",
          title: "Ready scenarios",
          columns: [{ title: "scenario", flexible: true }, { title: "from" }, { title: "what it is", flexible: true }],
          rows: list.scenarios.map(({ id, name, from, about }) => [
            { text: name, link: { to: "scenario" as const, id } },
            from ?? "",
            leadOf(about ?? "", 20),
          ]),
        },
      ],
      details: view.details,
      evidence: view.evidence,
      steps: [{ label: "What others published on the same", path: "published" }],
    };
  },
};

/** What a scenario does over months, to whom and at what cost. */
export const scenarioPage: PageOf = {
  path: "/scenario/:id",
  async page({ params: { id = "" }, query }, ask) {
    const list = await ask("scenarios");
    if (query.with) {
      const compared = await ask("compare", { first: { id }, second: { id: query.with } });
      const view = compareView(compared);
      return {
        title: compared.question,
        finding: leadOf(compared.finding),
        form: { choices: choices(list.scenarios, id, query.with) },
        ...ofView(view),
        steps: [{ label: "The first alone", path: `scenario/${id}` }],
      };
    }
    const report = await ask("simulate", { id });
    const view = simulateView(report);
    return {
      title: `${report.scenario.name}: what would be lost?`,
      finding: leadOf(report.finding),
      picture: lossPicture(report),
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

/** How a scenario is read before it is run. */
export const scenarioPlanPage: PageOf = {
  path: "/scenario/:id/plan",
  async page({ params: { id = "" } }, ask) {
    const plan = await ask("scenarioPlan", { id });
    const view = scenarioPlanView(plan);
    return {
      title: `What does the scenario "${plan.scenario.name}" say?`,
      finding: leadOf(view.finding),
      ...ofView(view),
      steps: [{ label: "Run it", path: `scenario/${id}` }],
    };
  },
};

const choices = (scenarios: readonly { readonly id: string; readonly name: string }[], id: string, chosen: string) => [
  {
    name: "with",
    label: "Compare with",
    value: chosen,
    options: [["", "nothing"] as const, ...scenarios.filter((other) => other.id !== id).map((other) => [other.id, other.name] as const)],
  },
];

/** The loss of the target that is hit hardest, over the months that are reported. */
function lossPicture({ targets, horizons }: Answer<"simulate">): FigureBlock | undefined {
  const most = (at: (typeof targets)[number]): number => Math.max(0, ...(at.loss ?? []).map((each) => each?.drawn?.[1] ?? 0));
  const hit = [...targets].sort((a, b) => most(b) - most(a))[0];
  if (hit === undefined || most(hit) === 0) return undefined;
  const points = (hit.loss ?? []).flatMap((each, at) => {
    const interval = each?.drawn;
    const month = horizons[at];
    return interval == null || month === undefined ? [] : [{ month, interval }];
  });
  return {
    kind: "figure",
    title: `Lost in ${hit.name} as months go by`,
    unit: "part of running chip output, with the middle 80% of draws",
    summary: "",
    shape: { kind: "curve", points },
  };
}
