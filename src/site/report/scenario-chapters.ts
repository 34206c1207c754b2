import type { Answer } from "../../answers/ask/ask.ts";
import { counted } from "../../base/format.ts";
import { linkedCell } from "../../report/cell.ts";
import { flexible, tableOf } from "../../report/table-of.ts";
import type { SiteAsk } from "../page.ts";
import { scenarioPage } from "../pages/scenario.ts";
import { type ChapterOf, ofPage } from "./chapters.ts";
import type { Chapter, Told } from "./report.ts";

type Ready = Answer<"scenarios">["scenarios"][number];

/** Scenarios that a report runs. */
const mostRun = 3;

/** The ready scenarios that act on the home, the latest first; of a home that none names, those that act on all the world. */
export const scenarioChapters: ChapterOf = async ({ home, name }, ask) => {
  const { scenarios } = await ask("scenarios");
  const planned = await plannedOf(scenarios, ask);
  const of = (code: string) => planned.filter(({ targets }) => targets.includes(code)).map(({ ready }) => ready);
  const named = of(home);
  const fitting = (named.length > 0 ? named : of("world")).sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? 1 : -1));
  const run: Told[] = [];
  for (const ready of fitting.slice(0, mostRun)) run.push(await ran(ready, ask));
  const head: Chapter = {
    id: "scenarios",
    title: "Scenarios",
    finding:
      named.length > 0
        ? `${counted(named.length, "ready scenario")} of ${scenarios.length} ${named.length === 1 ? "acts" : "act"} on ${name}; the latest ${Math.min(mostRun, named.length)} follow.`
        : `No ready scenario names ${name}; those that follow act on all the world.`,
    blocks: [
      tableOf("Ready scenarios", fitting, [
        ["scenario", (ready) => linkedCell(ready.name, { to: "scenario", id: ready.id }), flexible],
        ["from", ({ from }) => from ?? ""],
        ["asked by", ({ id }) => `levermap simulate ${id}`],
      ]),
    ],
    path: "scenarios",
    command: "simulate",
    apart: true,
  };
  return { chapters: [head, ...run.flatMap(({ chapters }) => chapters)], evidence: run.flatMap(({ evidence }) => evidence) };
};

/** Each scenario with the codes of those that it acts on. */
async function plannedOf(scenarios: readonly Ready[], ask: SiteAsk) {
  const planned: { readonly ready: Ready; readonly targets: readonly string[] }[] = [];
  for (const ready of scenarios) {
    const { targets } = await ask("scenarioPlan", { id: ready.id });
    planned.push({ ready, targets: targets.map(({ code }) => code) });
  }
  return planned;
}

const ran = ({ id, name }: Ready, ask: SiteAsk): Promise<Told> =>
  ofPage(
    scenarioPage,
    { params: { id }, query: {} },
    { id: `scenario-${id}`, title: `Scenario: ${name}`, path: `scenario/${id}`, command: `simulate ${id}`, apart: false },
    ask,
  );
