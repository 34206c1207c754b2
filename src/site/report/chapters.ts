import type { Answer } from "../../ask/ask.ts";
import { LevermapError } from "../../base/errors.ts";
import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { note } from "../../report/blocks.ts";
import { dossierView } from "../../report/dossier/dossier.ts";
import { controlTable, countTable, effectTable } from "../../report/profile/profile-tables.ts";
import { filled } from "../../report/table-of.ts";
import type { Block } from "../../report/view.ts";
import { attempt, missingText } from "../attempt.ts";
import type { Address, PageOf, SiteAsk, SitePage } from "../page.ts";
import { controlsPage } from "../pages/controls.ts";
import { economyPage } from "../pages/economy.ts";
import { leveragePage } from "../pages/leverage.ts";
import { patentsPage } from "../pages/patents.ts";
import { planPage } from "../pages/plan.ts";
import { shortBlocks } from "./last-chapters.ts";
import type { Chapter, ReportOf, Told } from "./report.ts";

/** What tells one part of a report. */
export type ChapterOf = (of: ReportOf, ask: SiteAsk) => Promise<Told>;

type Head = Pick<Chapter, "id" | "title" | "path" | "command"> & Partial<Pick<Chapter, "apart">>;

/** A part that cannot be told: why, and what would cure it. */
const missing = (head: Head, fault: LevermapError): Told => ({
  chapters: [{ apart: true, ...head, finding: fault.message, blocks: [note(missingText(fault))] }],
  evidence: [],
});

/** The whole question on one page: the dossier of the home. */
export const inShort: ChapterOf = async ({ home }, ask) => {
  const head = { id: "in-short", title: "In short", path: `clout/${home}`, command: `dossier --home ${home}` };
  const dossier = await attempt(ask("dossier", { home }), "LM_NOT_MEASURED", "LM_PLAN_UNKNOWN", "LM_PLAN_INVALID", "LM_PLAN_INFEASIBLE");
  if (dossier instanceof LevermapError) return missing(head, dossier);
  const { finding, limit = "", blocks } = dossierView(dossier);
  return { chapters: [{ apart: false, ...head, finding, blocks: [...shortBlocks(blocks), note(limit)] }], evidence: [dossier.evidence] };
};

/** The map for the home. */
export const mapChapter: ChapterOf = async ({ home, name }, ask) => {
  const map = await ask("map", { home });
  const title = say("chapters.what-one-holder-could", { name });
  return {
    chapters: [
      {
        id: "map",
        title: "Map",
        finding: map.finding,
        picture: { kind: "map", title, map, query: {} },
        blocks: [],
        path: `map?home=${home}`,
        command: `chokepoints --home ${home}`,
        apart: true,
      },
    ],
    evidence: [map.evidence],
  };
};

/** A chapter made of a page of the site. */
export async function ofPage(page: PageOf, address: Address, head: Head, ask: SiteAsk, more: readonly Block[] = []): Promise<Told> {
  const shown = await attempt(page.page(address, ask), "LM_NOT_MEASURED", "LM_PLAN_INVALID", "LM_PLAN_INFEASIBLE");
  if (shown instanceof LevermapError) return missing(head, shown);
  return { chapters: [chapterOf(shown, head, more)], evidence: shown.evidence === undefined ? [] : [shown.evidence] };
}

const chapterOf = ({ finding, picture, blocks }: SitePage, head: Head, more: readonly Block[]): Chapter => ({
  apart: true,
  ...head,
  finding,
  picture,
  blocks: shortBlocks([...more, ...blocks]),
});

export const weakLinks: ChapterOf = ({ home }, ask) =>
  ofPage(
    economyPage,
    { params: { economy: home }, query: {} },
    { id: "weak-links", title: "Weak links and holdings", path: `economy/${home}`, command: `chokepoints --home ${home} --details` },
    ask,
  );

export const leverageChapter: ChapterOf = ({ home }, ask) =>
  ofPage(
    leveragePage,
    { params: {}, query: { on: home } },
    { id: "leverage", title: "Leverage", path: `leverage?on=${home}`, command: `leverage --on ${home}` },
    ask,
  );

export const patentsChapter: ChapterOf = ({ home, profile }, ask) =>
  ofPage(
    patentsPage,
    { params: {}, query: {} },
    { id: "patents", title: "Patents", path: "patents", command: `holders; levermap economy ${home} --details` },
    ask,
    filled([countTable(profile.patents, profile.evidence.documents)]),
  );

/** The ready plans of the home, the first as a whole. */
export const planChapter: ChapterOf = async ({ home, name }, ask) => {
  const own = (await ask("plans")).plans.filter((plan) => plan.home === home);
  const [first, ...others] = own;
  if (first === undefined) return { chapters: [noPlan(name)], evidence: [] };
  const head = { id: "plan", title: "Plan", path: `plan/${first.id}`, command: `plan ${first.id}` };
  const more = others.length === 0 ? [] : [note(say("chapters.other-ready-plans-of", { name, others: others.map(told).join(", ") }))];
  return ofPage(planPage, { params: { id: first.id }, query: {} }, head, ask, more);
};

const told = ({ id, name }: Answer<"plans">["plans"][number]): string => `${name} (${id})`;

const noPlan = (name: string): Chapter => ({
  id: "plan",
  title: "Plan",
  finding: say("chapters.no-plan-of-is", { name }),
  blocks: [note("A file of its money, people and years is solved by `levermap plan FILE`; docs/data.md describes it.")],
  path: "plans",
  command: "plan",
  apart: false,
});

export const controlsChapter: ChapterOf = async ({ home, name, profile }, ask) => {
  const { controlsOn, controlsBy, effects, evidence } = profile;
  const inForce = (lines: typeof controlsOn): string => count(lines.filter(({ state }) => state === "in force").length);
  const told = await ofPage(
    controlsPage,
    { params: {}, query: {} },
    { id: "controls", title: "Controls", path: "controls", command: `controls timeline; levermap economy ${home} --details` },
    ask,
    [
      controlTable("Controls on it", controlsOn, evidence.documents),
      controlTable("Its own controls", controlsBy, evidence.documents),
      ...filled([effectTable(effects, evidence.documents)]),
    ],
  );
  const finding = say("chapters.of-controls-on-record", {
    controls: controlsOn.length,
    name,
    inForce: inForce(controlsOn),
    controlsBy: count(controlsBy.length),
    inForceOther: inForce(controlsBy),
  });
  return {
    ...told,
    chapters: told.chapters.map((chapter) => ({ ...chapter, finding, blocks: [note(chapter.finding), ...chapter.blocks] })),
  };
};
