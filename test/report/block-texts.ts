import { cellText } from "../../src/report/cell.ts";
import type { Block } from "../../src/report/view.ts";

/** All that blocks say: titles, heads, cells, facts and notes. */
export const blockTexts = (blocks: readonly Block[]): readonly string[] => blocks.flatMap(textsOf).filter((text) => text !== "");

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "section":
      return [block.title, ...blockTexts(block.body)];
    case "table":
      return [block.title, ...block.columns.map(({ title }) => title), ...block.rows.flatMap((row) => row.map(cellText))];
    case "facts":
      return [block.title ?? "", ...block.facts.flatMap(({ label, value }) => [label, cellText(value)])];
    case "list":
      return [block.title ?? "", ...block.items.map(cellText)];
    case "figure":
      return [block.summary];
    case "note":
      return [block.text];
  }
}
