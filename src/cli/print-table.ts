import { count } from "../base/format.ts";
import { cellText } from "../report/cell.ts";
import type { TableBlock } from "../report/view.ts";
import type { Page } from "./command.ts";
import { naturalWidth, table } from "./page/table.ts";

/** Lines of a block; `cut`: it has more than they show. */
export interface Printed {
  readonly lines: readonly string[];
  readonly cut: boolean;
}

/** A flexible column is held to take this much before wide ones are left out. */
const flexibleWidth = 24;

/** Lines of the frame of a table: a blank one, the title, the heads. */
const frame = 3;

/** A headed table after a blank line. Without `room` it has all rows; with it the first `most`, as many as fit into so many lines. */
export function tableLines(block: TableBlock, page: Page, room?: number): Printed {
  const { title, none = "none known", rows } = block;
  if (rows.length === 0) return { lines: ["", `${page.style.strong(title)}: ${none}`], cut: false };
  const head = ["", page.style.strong(title)];
  if (room === undefined) return { lines: [...head, ...rowLines(block, rows.length, page)], cut: false };
  for (let told = Math.min(rows.length, block.most ?? rows.length); told > 1; told--) {
    const printed = cutTable(block, told, page, head);
    if (printed.lines.length <= room) return printed;
  }
  return cutTable(block, 1, page, head);
}

function cutTable(block: TableBlock, told: number, page: Page, head: readonly string[]): Printed {
  const more = block.rows.length - told;
  const last = more > 0 ? [`and ${count(more)} more: --details`] : [];
  return { lines: [...head, ...rowLines(block, told, page), ...last], cut: more > 0 };
}

/** Lines of a table that shows a row or two. */
export const leastTableLines = ({ rows }: TableBlock): number => (rows.length === 0 ? 2 : frame + Math.min(rows.length, 2) + 1);

function rowLines(block: TableBlock, told: number, page: Page): string[] {
  const cells = block.rows.slice(0, told).map((row) => row.map(cellText));
  const kept = keptColumns(block, cells, page.width);
  return table(
    kept.map((at) => block.columns[at]!),
    cells.map((row) => kept.map((at) => row[at] ?? "")),
    page,
  ).split("\n");
}

/** Wide columns are left out from the right until the table fits. */
function keptColumns({ columns }: TableBlock, cells: readonly (readonly string[])[], width: number): readonly number[] {
  let kept = columns.map((_, at) => at);
  const taken = (): number =>
    naturalWidth(
      kept.map((at) => columns[at]!),
      cells.map((row) => kept.map((at) => row[at] ?? "")),
      flexibleWidth,
    );
  while (taken() > width) {
    const widest = kept.findLast((at) => columns[at]?.wide);
    if (widest === undefined) break;
    kept = kept.filter((at) => at !== widest);
  }
  return kept;
}
