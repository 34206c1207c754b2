import type { TechnologyList } from "../../answers/card/technology-card.ts";
import { numberRange, percent, percentRange } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { sourcesLine } from "../page/sources.ts";
import { type TableColumn, table } from "../page/table.ts";
import { paragraph } from "../page/wrap.ts";

const columns: readonly TableColumn[] = [
  { title: "id" },
  { title: "name", flexible: true },
  { title: "kind" },
  { title: "first" },
  { title: "share", align: "right" },
  { title: "HHI", align: "right" },
  { title: "unknown", align: "right" },
];

type Line = TechnologyList["technologies"][number];

/** Every technology by stage; varieties stand below what they are a variety of. */
export function technologiesText({ stages, technologies, evidence }: TechnologyList, page: Page): string {
  const groups = [...stages.map(({ id, name }) => ({ id: id as string | null, name })), { id: null, name: "No stage" }];
  const known = new Set(stages.map(({ id }) => id));
  const blocks = groups.flatMap(({ id, name }) => {
    const members = technologies.filter((line) => (line.stage !== null && known.has(line.stage) ? line.stage : null) === id);
    return members.length === 0 ? [] : [page.style.strong(name), table(columns, tree(members).map(row), page), ""];
  });
  return [...blocks, paragraph(sourcesLine(evidence), page.width)].join("\n");
}

interface Branch {
  readonly line: Line;
  readonly depth: number;
}

function tree(members: readonly Line[]): readonly Branch[] {
  const ids = new Set(members.map(({ id }) => id));
  const under = (parent: string | null, depth: number): Branch[] =>
    members
      .filter((line) => (line.parent !== null && ids.has(line.parent) ? line.parent : null) === parent)
      .flatMap((line) => [{ line, depth }, ...under(line.id, depth + 1)]);
  return under(null, 0);
}

function row({ line, depth }: Branch): string[] {
  const { hhi, top } = line;
  const range = hhi && numberRange(hhi.low, hhi.high);
  return [
    `${"  ".repeat(depth)}${line.id}`,
    line.name,
    line.kind,
    top?.economy ?? "",
    top ? percentRange(top.share, top.high) : "",
    range ?? "",
    percent(line.unknownShare),
  ];
}
