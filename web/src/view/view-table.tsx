import { Fragment } from "react";
import { cellText, richCell } from "../../../src/report/cell.ts";
import type { Cell, Column, TableBlock } from "../../../src/report/view.ts";
import { Phrase } from "../words/phrase.tsx";
import { csv } from "../words/words.ts";
import { ViewCell } from "./view-cell.tsx";
import type { ViewContext } from "./view-context.ts";
import { Whisker } from "./whisker.tsx";

/** A table with its title as caption; rows beyond the first `most` stand one click away. */
export function ViewTable({ block, context }: { readonly block: TableBlock; readonly context: ViewContext }) {
  const { title, rows, none = "none known", most = rows.length } = block;
  if (rows.length === 0)
    return (
      <p className="no-data">
        <Phrase>{title}</Phrase>: <Phrase>{none}</Phrase>
      </p>
    );
  return (
    <>
      <Rows block={block} rows={rows.slice(0, most)} caption={title} context={context} />
      {rows.length > most && (
        <details>
          <summary>And {rows.length - most} more</summary>
          <Rows block={block} rows={rows.slice(most)} caption={`${title}, the others`} context={context} />
        </details>
      )}
      {context.copy(title, () => tableCsv(block))}
    </>
  );
}

interface RowsProps {
  readonly block: TableBlock;
  readonly rows: TableBlock["rows"];
  readonly caption: string;
  readonly context: ViewContext;
}

function Rows({ block: { columns, rows: all }, rows, caption, context }: RowsProps) {
  const drawn = columns.map((_, at) => all.some((row) => richCell(row[at] ?? "").interval !== undefined));
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, at) => {
            const cell = { className: classes(column), colSpan: drawn[at] ? 2 : 1 };
            // A head without words is none
            if (column.title === "") return <td key="" {...cell} />;
            return (
              <th key={column.title} scope="col" {...cell}>
                {column.title}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.map((cell) => richCell(cell).text).join("|")}>
            {columns.map((column, at) => (
              <Fragment key={column.title}>
                {drawn[at] && <Drawn cell={row[at] ?? ""} column={column} context={context} />}
                <One cell={row[at] ?? ""} column={column} head={at === headOf(columns)} context={context} />
              </Fragment>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface OneProps {
  readonly cell: Cell;
  readonly column: Column;
  readonly head: boolean;
  readonly context: ViewContext;
}

function One({ cell, column, head, context }: OneProps) {
  const Tag = head ? "th" : "td";
  return (
    <Tag scope={head ? "row" : undefined} className={cellClasses(column, cell)}>
      <ViewCell cell={cell} context={context} />
    </Tag>
  );
}

function Drawn({ cell, column, context }: Omit<OneProps, "head">) {
  const { interval } = richCell(cell);
  return (
    <td className={column.wide ? "whisker-cell wide" : "whisker-cell"}>
      {interval !== undefined && <Whisker interval={interval} dark={context.dark} />}
    </td>
  );
}

/** The first column that gives way is what a row is about; the first of all where none does. */
function headOf(columns: readonly Column[]): number {
  const first = columns.findIndex(({ flexible }) => flexible);
  return Math.max(0, first);
}

/** From this many letters on a cell that gives way keeps room for some words a line. */
const longText = 40;

const cellClasses = (column: Column, cell: Cell): string | undefined =>
  [classes(column) ?? "", column.flexible && cellText(cell).length >= longText ? "long" : ""].filter(Boolean).join(" ") || undefined;

const classes = ({ align, wide }: Column): string | undefined =>
  [align === "right" ? "figure" : "", wide ? "wide" : ""].filter((name) => name !== "").join(" ") || undefined;

/** All rows of a table as CSV: the text of each cell, and of what is drawn its three figures; an empty cell is unknown. */
export function tableCsv({ columns, rows }: TableBlock): string {
  const drawn = columns.map((_, at) => rows.some((row) => richCell(row[at] ?? "").interval !== undefined));
  const head = columns.flatMap(({ title }, at) => [
    title,
    ...(drawn[at] ? ["low", "middle", "high"].map((end) => `${title}, ${end}`) : []),
  ]);
  const lines = rows.map((row) =>
    columns.flatMap((_, at) => {
      const { text, code = text, interval } = richCell(row[at] ?? "");
      return [code, ...(drawn[at] ? (interval ?? [null, null, null]) : [])];
    }),
  );
  return csv([head, ...lines]);
}
