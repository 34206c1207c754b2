import type { HolderList } from "../../answers/patents/technology-patents-report.ts";
import type { Evidence } from "../../answers/shared/evidence.ts";
import type { Chokepoint, ChokepointReport } from "../../answers/supply/chokepoint-report.ts";
import type { Ask } from "../../ask/ask.ts";
import { present } from "../../base/collections.ts";
import { unless } from "../../base/errors.ts";
import { count, counted, percentInterval, percentRange } from "../../base/format.ts";
import type { Page } from "../command.ts";
import { table } from "./table.ts";
import { displayWidth, paragraph } from "./wrap.ts";

/** The world's report and one report each for some homes. */
export interface Findings {
  readonly world: ChokepointReport;
  readonly homes: readonly ChokepointReport[];
  /** `null`: patents were not measured. */
  readonly holders: HolderList | null;
}

const homes = ["CN", "US", "KR", "JP", "TW", "NL", "DE", "EU"] as const;

/** The world's first five chokepoints, the weakest link of some homes and the first holders of patents, asked all at once; a home the workspace does not know is left out. */
export async function readFindings(ask: Pick<Ask, "chokepoints" | "holders">): Promise<Findings> {
  const none = (): null => null;
  const reports = homes.map((home) => unless(["LM_ECONOMY_UNKNOWN"], () => ask.chokepoints({ home, top: 1 }), none));
  const [world, ...ofHomes] = await Promise.all([ask.chokepoints({ top: 5 }), ...reports]);
  const holders = await unless(["LM_NOT_MEASURED"], () => ask.holders({ top: 5 }), none);
  return { world, homes: present(...ofHomes), holders };
}

/** The main findings on one page. */
export function findingsText({ world, homes, holders }: Findings, page: Page): string {
  const { style, width } = page;
  const technologies = world.total + world.unknown.length;
  return [
    style.strong(`The world's chokepoints as of ${world.asOf}`),
    paragraph(
      "Part of final chip output outside the holder that it could take away in the model: middle run (favourable to adverse end).",
      width,
    ),
    table(
      [{ title: "#", align: "right" }, { title: "technology", flexible: true }, { title: "who" }, { title: "score" }],
      world.ranked.map((entry) => [String(entry.rank?.mid ?? ""), entry.name, entry.holder?.economy ?? "none known", lossOf(entry)]),
      page,
    ),
    "",
    ...(homes.length > 0 ? [style.strong("The weakest link of some homes"), homesTable(homes, page), ""] : []),
    paragraph(
      `${technologies} technologies. For ${world.unknown.length} of them no share is known: their score may be anything from 0 to 100%.`,
      width,
    ),
    ...(holders === null || holders.holders.length === 0 ? [] : [paragraph(holdersLine(holders), width)]),
    paragraph(sourcesLine(world.evidence), width),
  ].join("\n");
}

function holdersLine({ documents, total, holders }: HolderList): string {
  const first = holders.map(({ name, documents: held }) => `${name} ${count(held)}`).join(", ");
  return `Patents: ${count(documents)} documents of ${count(total)} holders are loaded, most of ${first}. Which technology, what others build on and what lapses when: levermap patents TECHNOLOGY.`;
}

function homesTable(homes: Findings["homes"], page: Page): string {
  const columns = [{ title: "home" }, { title: "technology", flexible: true }, { title: "who" }, { title: "loss of its final output" }];
  const rows = homes.map(({ home, makingKnown, dependsOn, ranked: [first] }) => [
    home ?? "",
    ...(makingKnown ? weakest(first) : dependent(dependsOn)),
  ]);
  return table(columns, rows, page);
}

/** Of a home of which no source says what it makes: what it depends on most, and no loss. */
function dependent([first]: ChokepointReport["dependsOn"]): string[] {
  if (first === undefined) return ["unknown: no source says what it makes", "", "unknown"];
  return [first.name, first.holder, `unknown; it has ${percentRange(first.share[0], first.share[2])} of supply`];
}

function weakest(first: Chokepoint | undefined): string[] {
  if (!first?.holder) return ["none known", "", ""];
  return [first.name, first.holder.economy, lossOf(first)];
}

const lossOf = ({ score }: Chokepoint): string => (score === null ? "unknown" : percentInterval(score));

const named = 6;

/** What an answer rests on: documents, the publishers it draws on most, loads and the weakest grade. */
export const sourcesLine = (evidence: Evidence): string => `${sources(evidence, named)} --json names each.`;

/** The same in one line of at most `width` columns: as many publishers as there is room for. */
export function shortSourcesLine(evidence: Evidence, width: number): string {
  const lines = Array.from({ length: named + 1 }, (_, left) => sources(evidence, named - left));
  return lines.find((line) => displayWidth(line) <= width) ?? lines.at(-1)!;
}

/** @param told publishers that are named at most */
function sources({ grade, documents, loads }: Evidence, told: number): string {
  const uses = new Map<string, number>();
  for (const { publisher, title } of documents) uses.set(publisher ?? title, (uses.get(publisher ?? title) ?? 0) + 1);
  const publishers = [...uses]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([name, times]) => (times > 1 ? `${name} (${times})` : name));
  const more = publishers.length > told ? `; and ${publishers.length - told} more` : "";
  const from = told > 0 && publishers.length > 0 ? `: ${publishers.slice(0, told).join("; ")}${more}` : "";
  const held = loads.map(({ source, edition }) => (edition === null ? source : `${source} ${edition}`));
  return `Sources: ${counted(documents.length, "document")}${from}. Loads: ${[...new Set(held)].join(", ") || "none"}. Weakest grade: ${grade}.`;
}
