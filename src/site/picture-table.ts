import { number, numberInterval, percent, percentInterval } from "../base/format.ts";
import { linkedCell, partyCell } from "../report/cell.ts";
import { right, tableOf } from "../report/table-of.ts";
import type { Bar, Cell, Column, TableBlock } from "../report/view.ts";
import type { DrawnPicture, Shape } from "./picture.ts";

/** The data of a picture as a table: what a screen reader reads, and what is copied. */
export const pictureTable = ({ title, unit, shape }: DrawnPicture): TableBlock => ({ ...rowsOf(shape, unit), title });

type Rows = Pick<TableBlock, "kind" | "columns" | "rows">;

function rowsOf(shape: Shape, unit: string): Rows {
  switch (shape.kind) {
    case "matrix":
      return {
        ...ofColumns([
          { title: shape.rows },
          ...shape.labels.map((label): Column => ({ title: `${shape.columns} ${label}`, align: "right" })),
        ]),
        rows: shape.cells.map((row, at) => [
          partyCell(shape.codes[at] ?? "", shape.labels[at]),
          ...row.map((cell): Cell => cell?.text ?? ""),
        ]),
      };
    case "fans":
      return tableOf(
        "",
        shape.panels.flatMap(({ title, points }) => points.map((point) => ({ title, ...point }))),
        [
          ["of", ({ title }) => title],
          ["month", ({ month }) => String(month), right],
          ...(["low", "middle", "high"] as const).map(
            (end, at) => [end, ({ interval }: { readonly interval: readonly number[] }) => percent(interval[at] ?? 0), right] as const,
          ),
        ],
      );
    case "flows":
      return tableOf("", shape.links, [
        [shape.from, ({ from }) => from],
        [shape.to, ({ to }) => to],
        [unit, ({ value }) => number(value), right],
      ]);
    case "dots": {
      const said = shape.arePart ? percentInterval : numberInterval;
      return tableOf("", shape.dots, [
        ["of", ({ label }) => label, { flexible: true }],
        [shape.x, ({ x }) => said(x), right],
        [shape.y, ({ y }) => said(y), right],
        ["what", ({ isSolid }) => (isSolid ? shape.solid : (shape.hollow ?? ""))],
      ]);
    }
    case "columns":
      return tableOf("", shape.columns, [
        ["year", ({ label }) => label],
        [unit, ({ value }) => number(value), right],
      ]);
    case "differences":
      return tableOf("", shape.rows, [
        ["of", linkedLabel],
        [shape.lost, ({ lost }) => numberInterval(lost), right],
        [shape.gained, ({ gained }) => numberInterval(gained), right],
      ]);
    case "tiles":
      return tableOf("", shape.tiles, [
        ["economy", ({ id, name }): Cell => ({ text: name, link: { to: "economy", id } })],
        [unit, ({ text }) => text, right],
      ]);
    case "panels":
      return tableOf(
        "",
        shape.panels.flatMap(({ title, bars }) => bars.map((bar) => ({ title, ...bar }))),
        [
          ["of", ({ title }) => title],
          ["what", linkedLabel],
          [unit, ({ text }) => text, right],
        ],
      );
  }
}

const linkedLabel = ({ label, link }: Pick<Bar, "label" | "link">): Cell => (link === undefined ? label : linkedCell(label, link));

const ofColumns = (columns: readonly Column[]): Omit<Rows, "rows"> => ({ kind: "table", columns });
