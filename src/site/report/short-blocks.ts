import { counted } from "../../base/format.ts";
import { note } from "../../report/blocks.ts";
import { withoutEmptyColumns } from "../../report/table-of.ts";
import type { Block, TableBlock } from "../../report/view.ts";

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
      return left > 0 ? [{ ...block, items: block.items.slice(0, mostItems) }, note(`${counted(left, "more item")} not shown.`)] : [block];
    }
    default:
      return [block];
  }
}

function shortTable({ most: _, ...whole }: TableBlock, most: number): readonly Block[] {
  const table = whole.rows.length === 0 ? whole : withoutEmptyColumns(whole);
  const left = table.rows.length - most;
  return left > 0 ? [{ ...table, rows: table.rows.slice(0, most) }, note(`${counted(left, "more row")} not shown.`)] : [table];
}
