import type { ControlsDiff, WatchReport } from "../../answers/controls/controls-report.ts";
import { counted } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import type { TableColumn } from "../page/table.ts";
import { paragraph } from "../page/wrap.ts";

type Difference = Pick<ControlsDiff | WatchReport["comparisons"][number], "added" | "removed" | "changed" | "items" | "rules">;

/** What differs between two days. */
export function controlsDiffText(diff: ControlsDiff, page: Page): string {
  const { from, to, by, undated, evidence } = diff;
  return [
    page.style.strong(`From ${from} to ${to}, by day of ${by === "effective" ? "effect" : "publication"}: ${summary(diff)}`),
    ...(undated > 0 ? [paragraph(`${counted(undated, "row")} without any date count as in force on both days.`, page.width)] : []),
    ...differenceSections(diff, page),
    "",
    ...[sourcesLine(evidence), ...evidence.limits].map((line) => paragraph(line, page.width)),
  ].join("\n");
}

export const summary = ({ added, removed, changed }: Difference): string =>
  `${counted(added.length, "row")} added, ${removed.length} removed, ${changed.length} changed`;

const rowColumns: readonly TableColumn[] = [
  { title: "list" },
  { title: "reading" },
  { title: "name", flexible: true },
  { title: "economy" },
  { title: "citation", flexible: true },
];

/** Sections of what came, went and changed; those that hold nothing are left out. */
export function differenceSections({ added, removed, changed, items, rules }: Difference, page: Page): string[] {
  const rowsOf = (rows: Difference["added"]): readonly (readonly string[])[] =>
    rows.map(({ list, origin, name, economy, citation }) => [list, origin, name, economy ?? "", citation ?? ""]);
  const entries =
    items === null
      ? []
      : [
          ...items.added.map((id) => [id, "added"]),
          ...items.removed.map((id) => [id, "removed"]),
          ...items.changed.map((id) => [id, "changed"]),
        ];
  const sections = [
    { title: "Added", columns: rowColumns, rows: rowsOf(added) },
    { title: "Removed", columns: rowColumns, rows: rowsOf(removed) },
    {
      title: "Changed",
      columns: [
        { title: "list" },
        { title: "name", flexible: true },
        { title: "what" },
        { title: "before", flexible: true },
        { title: "after", flexible: true },
      ],
      rows: changed.flatMap(({ list, name, changes }) =>
        changes.map(({ column, before, after }, at) => [
          at === 0 ? list : "",
          at === 0 ? name : "",
          column,
          before ?? "unknown",
          after ?? "unknown",
        ]),
      ),
    },
    { title: "Entries of the control list", columns: [{ title: "entry" }, { title: "" }], rows: entries },
    {
      title: "Rules that stand otherwise",
      columns: [
        { title: "rule" },
        { title: "issuer" },
        { title: "title", flexible: true },
        { title: "before", flexible: true },
        { title: "after", flexible: true },
      ],
      rows: rules.map(({ id, issuer, title, before, after }) => [id, issuer, title, before, after]),
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0).flatMap((each) => section(each, page));
}
