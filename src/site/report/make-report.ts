import { named, namesOn } from "../named.ts";
import type { SiteAsk } from "../page.ts";
import {
  type ChapterOf,
  controlsChapter,
  inShort,
  leverageChapter,
  mapChapter,
  patentsChapter,
  planChapter,
  weakLinks,
} from "./chapters.ts";
import { methodChapter, sourcesChapter, uncertaintyChapter } from "./last-chapters.ts";
import type { Chapter, Report, Told } from "./report.ts";
import { scenarioChapters } from "./scenario-chapters.ts";

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
    title: `What ${of.name} holds in chipmaking, and what holds it`,
    day,
    edition,
    chapters: withNames([...told.flatMap(({ chapters }) => chapters), ...last]),
  };
}

/** Names in place of ids, by the map that one of the chapters shows. */
function withNames(chapters: readonly Chapter[]): readonly Chapter[] {
  const map = chapters.flatMap(({ picture }) => (picture?.kind === "map" ? [picture.map] : []))[0];
  return map === undefined ? chapters : chapters.map((chapter) => named(chapter, namesOn(map)));
}
