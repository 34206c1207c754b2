import type { Evidence, SourceDocument } from "../../answers/shared/evidence.ts";
import { statusOutside } from "../../answers/shared/status-outside.ts";
import { present } from "../../base/collections.ts";
import { say } from "../../base/message.ts";
import { list, note } from "../../report/blocks.ts";
import { linkedCell } from "../../report/cell.ts";
import { factsView } from "../../report/facts/facts.ts";
import { withoutEmptyColumns } from "../../report/table-of.ts";
import type { Block, Cell, TableBlock } from "../../report/view.ts";
import { statusView } from "../../report/workspace/status.ts";
import type { SiteAsk } from "../page.ts";
import type { Chapter, Report } from "./report.ts";

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** How the figures were made: rules, loads, day and edition. */
export async function methodChapter(
  { day, edition }: Pick<Report, "day" | "edition">,
  all: readonly Evidence[],
  ask: SiteAsk,
): Promise<Chapter> {
  const status = statusView(statusOutside(await ask("status")));
  const grades = all.map(({ grade }) => grade);
  const weakest = (["assumed", "derived", "published"] as const).find((grade) => grades.includes(grade));
  return {
    id: "method",
    title: "Method",
    finding: say("last-chapters.all-figures-are-of", { day, edition: edition === null ? "" : say("last-chapters.edition", { edition }) }),
    blocks: [
      note(
        "A figure with a range is the middle of its draws and their middle 80%, or a published range. A loss is a loss in a model, never a forecast; unknown is never counted as 0.",
      ),
      ...(weakest === undefined ? [] : [note(say("last-chapters.weakest-grade-of-what", { weakest }))]),
      list("Rules of the method", distinct(all.flatMap(({ rules }) => rules))),
      ...shortBlocks(status.blocks),
      note("Formulas and sources of each rule stand in docs/method of Levermap."),
    ],
    path: "data",
    command: "status",
    apart: true,
  };
}

/** Every document that a chapter rests on, by publisher. */
export function sourcesChapter(all: readonly Evidence[]): Chapter {
  const documents = [...new Map(all.flatMap((each) => each.documents).map((each) => [each.id, each])).values()];
  const key = ({ publisher, title, id }: SourceDocument): string => `${publisher ?? ""}\n${title}\n${id}`;
  const ordered = documents.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    id: "sources",
    title: "Sources",
    finding: say("last-chapters.documents-behind-the-figures", {
      documents: documents.length,
      stands: documents.length === 1 ? "stands" : "stand",
    }),
    blocks: [list("Documents, by publisher", ordered.map(documentCell))],
    path: null,
    command: null,
    apart: true,
  };
}

function documentCell({ id, title, publisher, published, year, url, locator }: SourceDocument): Cell {
  const text = `${present(publisher, title, published ?? (year === null ? null : String(year)), locator).join(". ")} [${id}]`;
  return url === null ? text : linkedCell(text, { to: "url", address: url });
}

/** What the figures cannot know, and what is doubtful about the data. */
export async function uncertaintyChapter(all: readonly Evidence[], ask: SiteAsk): Promise<Chapter> {
  const facts = factsView(await ask("facts", {}));
  return {
    id: "uncertainty",
    title: "Uncertainty",
    finding: facts.finding,
    blocks: [list("What the figures cannot know", distinct(all.flatMap(({ limits }) => limits))), ...shortBlocks(facts.blocks)],
    path: "data",
    command: "check facts; levermap check gaps",
    apart: true,
  };
}

/** Rows of a table, and items of a list, that a report has room for. */
const [mostRows, mostItems] = [12, 20];

/** Blocks as a report shows them: the first rows of long tables, with how many more there are. */
export const shortBlocks = (blocks: readonly Block[], most = mostRows): readonly Block[] =>
  blocks.flatMap((block) => shortBlock(block, most));

function shortBlock(block: Block, most: number): readonly Block[] {
  switch (block.kind) {
    case "section":
      return [{ ...block, body: shortBlocks(block.body, most) }];
    case "table":
      return shortTable(block, Math.min(most, block.most ?? most));
    case "list": {
      const left = block.items.length - mostItems;
      return left > 0
        ? [{ ...block, items: block.items.slice(0, mostItems) }, note(say("last-chapters.more-items-not-shown", { items: left }))]
        : [block];
    }
    default:
      return [block];
  }
}

function shortTable({ most: _, ...whole }: TableBlock, most: number): readonly Block[] {
  const table = whole.rows.length === 0 ? whole : withoutEmptyColumns(whole);
  const left = table.rows.length - most;
  return left > 0
    ? [{ ...table, rows: table.rows.slice(0, most) }, note(say("last-chapters.more-rows-not-shown", { rows: left }))]
    : [table];
}
