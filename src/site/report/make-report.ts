import type { Answer } from "../../ask/ask.ts";
import { LevermapError } from "../../base/errors.ts";
import { say } from "../../base/message.ts";
import { linkedCell } from "../../report/cell.ts";
import { flexible, tableOf } from "../../report/table-of.ts";
import { toldInEnglish } from "../../words/tell.ts";
import { attempt } from "../attempt.ts";
import { named, namesOn } from "../named.ts";
import type { SiteAsk } from "../page.ts";
import { scenarioPage } from "../pages/scenario.ts";
import {
  type ChapterOf,
  controlsChapter,
  inShort,
  leverageChapter,
  mapChapter,
  ofPage,
  patentsChapter,
  planChapter,
  weakLinks,
} from "./chapters.ts";
import { methodChapter, sourcesChapter, uncertaintyChapter } from "./last-chapters.ts";
import type { Chapter, Report, ReportOf, Told } from "./report.ts";

const parts: readonly (readonly [label: string, tell: ChapterOf])[] = [
  ["in short", inShort],
  ["map", mapChapter],
  ["weak links", weakLinks],
  ["scenarios", scenarioChapters],
  ["leverage", leverageChapter],
  ["patents", patentsChapter],
  ["plan", planChapter],
  ["controls", controlsChapter],
];

export interface ReportAsked extends Pick<Report, "day" | "edition"> {
  /** An economy by code or name. */
  readonly home: string;
}

/**
 * All that is told of one home, made of the answers that pages and commands show. Questions are put one after the other, so that a plan that one of them
 * keeps is there for the next. `step` is told what is worked on. Throws LM_ECONOMY_UNKNOWN and what `ask` throws.
 */
export async function makeReport(
  { home, day, edition }: ReportAsked,
  ask: SiteAsk,
  step: (done: number, total: number, label: string) => void = () => undefined,
): Promise<Report> {
  const profile = await ask("economy", { economy: home });
  const of = { home: profile.economy, name: profile.name, profile };
  const told: Told[] = [{ chapters: [], evidence: [profile.evidence] }];
  for (const [at, [label, tell]] of parts.entries()) {
    step(at, parts.length + 1, label);
    told.push(await tell(of, ask));
  }
  step(parts.length, parts.length + 1, "sources");
  const all = told.flatMap(({ evidence }) => evidence);
  const last = [await methodChapter({ day, edition }, all, ask), sourcesChapter(all), await uncertaintyChapter(all, ask)];
  return {
    home: of.home,
    name: of.name,
    title: say("make-report.what-holds-in-chipmaking", { name: of.name }),
    day,
    edition,
    chapters: toldInEnglish(withNames([...told.flatMap(({ chapters }) => chapters), ...last])),
  };
}

/** Names in place of ids, by the map that one of the chapters shows. */
function withNames(chapters: readonly Chapter[]): readonly Chapter[] {
  const map = chapters.flatMap(({ picture }) => (picture?.kind === "map" ? [picture.map] : []))[0];
  return map === undefined ? chapters : chapters.map((chapter) => named(chapter, namesOn(map)));
}

type Ready = Answer<"scenarios">["scenarios"][number];

/** Scenarios that a report runs. */
const mostRun = 3;

/** The ready scenarios that act on the home, the latest first; of a home that none names, those that act on all the world. */
async function scenarioChapters({ home, name }: ReportOf, ask: SiteAsk): Promise<Told> {
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
    finding: findingOf(name, named.length, fitting.length, planned.length),
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
}

function findingOf(name: string, named: number, fitting: number, all: number): string {
  const run = Math.min(mostRun, fitting);
  if (fitting === 0) return say("make-report.none-of-ready-scenarios", { scenarios: all, name });
  if (named === 0)
    return say("make-report.no-ready-scenario-names", {
      name,
      theOne: run === 1 ? "the one that follows acts" : say("make-report.the-that-follow-act", { run: String(run) }),
    });
  return say("make-report.ready-scenarios-of-on", {
    scenarios: named,
    all: String(all),
    acts: named === 1 ? "acts" : "act",
    name,
    follows: run === 1 ? "follows" : say("make-report.follow", { run: String(run) }),
  });
}

/** Each scenario with the codes of those that it acts on; without those that another atlas than the loaded one is needed for. */
async function plannedOf(scenarios: readonly Ready[], ask: SiteAsk) {
  const planned: { readonly ready: Ready; readonly targets: readonly string[] }[] = [];
  for (const ready of scenarios) {
    const plan = await attempt(ask("scenarioPlan", { id: ready.id }), "LM_SCENARIO_INVALID");
    if (!(plan instanceof LevermapError)) planned.push({ ready, targets: plan.targets.map(({ code }) => code) });
  }
  return planned;
}

const ran = ({ id, name }: Ready, ask: SiteAsk): Promise<Told> =>
  ofPage(
    scenarioPage,
    { params: { id }, query: {} },
    { id: `scenario-${id}`, title: say("make-report.scenario", { name }), path: `scenario/${id}`, command: `simulate ${id}`, apart: false },
    ask,
  );
