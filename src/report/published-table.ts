import { bareFigure, countFigure, hasUnit, statementOf } from "../answers/shared/published-count-words.ts";
import type { PublishedCount } from "../answers/shared/published-counts.ts";
import { groupBy, present } from "../base/collections.ts";
import { count } from "../base/format.ts";
import { say } from "../base/message.ts";
import { spaced } from "../base/words.ts";
import { partyCell, type Sources, sourceCell, technologyCell } from "./cell.ts";
import { flexible, right, type SparseColumn, sparseTable, wide, wideFlexible } from "./table-of.ts";
import type { Cell, TableBlock } from "./view.ts";

/** What the first column tells; the other is shown too where the counts differ in it. */
type By = "holder" | "technology";

/** Counts that others published, in their order, each with what was counted, where and when, and who says so. */
export function publishedTable(
  title: string,
  lines: readonly PublishedCount[],
  sources: Sources,
  { by = "holder", most }: { readonly by?: By; readonly most?: number } = {},
): TableBlock {
  const several = (field: By): boolean => new Set(lines.map((line) => line[field])).size > 1;
  const technology: SparseColumn<PublishedCount> = ["technology", ({ technology: id, name }) => technologyCell(id, name), flexible];
  const holder: SparseColumn<PublishedCount> = ["holder", holderCell, flexible];
  return sparseTable(
    title,
    lines,
    [
      ...(by === "technology"
        ? [technology, ...(several("holder") ? [holder] : [])]
        : [holder, ...(several("technology") ? [technology] : [])]),
      ["counted", ({ counted }) => spaced(counted)],
      ["figure", countFigure, right],
      ["scope", ({ scope }) => scope],
      ["years", ({ years }) => years, right],
      ["source", ({ source }) => sourceCell(source, sources), wideFlexible],
      ["note", ({ note }) => note, wideFlexible],
      ["known since", ({ known }) => known ?? "unknown", wide],
      ["grade", ({ grade }) => grade, wide],
    ],
    { none: "none known", ...(most === undefined ? {} : { most }) },
  );
}

/** What the counts of a table rest on, once for all holders and years of whom it is true; for pages too narrow for the whole table. */
export const publishedSources = (lines: readonly PublishedCount[], sources: Sources): TableBlock =>
  sparseTable(
    "Sources and notes of the published counts",
    [...groupBy(lines, ({ source, counted, scope, grade, note }) => JSON.stringify([source, counted, scope, grade, note])).values()],
    [
      ["counted", ([line]) => spaced(line.counted), flexible],
      ["scope", ([line]) => line.scope],
      ["years", (group) => [...new Set(group.map(({ years }) => years))].join(", "), flexible],
      ["known since", ([line]) => line.known ?? "unknown"],
      ["grade", ([line]) => line.grade],
      ["source", ([line]) => sourceCell(line.source, sources), flexible],
      ["note", ([line]) => line.note, flexible],
    ],
    { none: "none known" },
  );

const mostInLine = 5;

/** `TSMC 659, ASML 362 (grants, USPTO, 2005 to 2025; PatentsView); 51 more`: the first count with others of its table, five at most. */
export function publishedLine(lines: readonly PublishedCount[], sources: Sources): string | null {
  const [first] = lines;
  if (first === undefined) return null;
  const shown = lines.filter((line) => statementOf(line) === statementOf(first)).slice(0, mostInLine);
  const { counted, unit, scope, years, source } = first;
  const kind = present(hasUnit(first) ? unit : null, counted === unit ? null : spaced(counted));
  const by = sources.find(({ id }) => id === source)?.publisher ?? source ?? "source unknown";
  const figures = shown.map((line) => `${line.holder === "world" ? "all" : line.holderName} ${bareFigure(line)}`);
  const rest = lines.length - shown.length;
  return `${figures.join(", ")} (${[...kind, scope, years].join(", ")}; ${by})${rest > 0 ? say("published-table.more", { rest: count(rest) }) : ""}`;
}

const holderCell = ({ holder, holderName }: PublishedCount): Cell => partyCell(holder, holderName);
