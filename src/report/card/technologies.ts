import type { TechnologyList } from "../../answers/card/technology-card.ts";
import { has } from "../../base/collections.ts";
import { count, numberRange, percent, percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { linkedCell } from "../cell.ts";
import { flexible, right, type SparseColumn, sparseTable, wide } from "../table-of.ts";
import type { Cell, View } from "../view.ts";

type Line = TechnologyList["technologies"][number];

/** The technologies by stage; varieties follow what they are a variety of. */
export function technologiesView({ stages, technologies, evidence }: TechnologyList): View {
  const known = new Set(stages.map(({ id }) => id));
  const groups = [...stages.map(({ id, name }) => ({ id: id as string | null, name })), { id: null, name: "No stage" }]
    .map(({ id, name }) => ({ name, members: technologies.filter((line) => (known.has(line.stage ?? "") ? line.stage : null) === id) }))
    .filter(({ members }) => members.length > 0);
  const unknown = technologies.filter(({ top }) => top === null).length;
  return {
    finding: `${say("technologies.technologies-in-stages", { technologies: technologies.length, stages: groups.length })} ${say("technologies.for-of-them-a", { technologies: count(technologies.length - unknown) })}`,
    ...(unknown > 0 ? { limit: say("technologies.for-technologies-no-share", { technologies: unknown }) } : {}),
    blocks: [
      sparseTable("By stage, with the technology that one economy holds most of", groups, [
        ["stage", ({ name }) => name, flexible],
        ["technologies", ({ members }) => count(members.length), right],
        ["share known", ({ members }) => count(members.filter(({ top }) => top !== null).length), right],
        ["most held by one", ({ members }) => mostHeld(members)?.name, flexible],
        ["by", ({ members }) => topEconomy(mostHeld(members)?.top ?? null)],
        ["share", ({ members }) => topShare(mostHeld(members)?.top ?? null), right],
      ]),
    ],
    details: groups.map(({ name, members }) => sparseTable(name, tree(members), columns)),
    more: "every technology with its id",
    evidence,
  };
}

const mostHeld = (members: readonly Line[]): Line | undefined => members.filter(has("top")).sort((a, b) => b.top.share - a.top.share)[0];

const topEconomy = (top: Line["top"]): Cell | null => top && linkedCell(top.economy, { to: "economy", id: top.economy });

const topShare = (top: Line["top"]): string | null => top && percentRange(top.share, top.high);

const columns: readonly SparseColumn<Branch>[] = [
  ["id", ({ line, depth }) => linkedCell(`${"  ".repeat(depth)}${line.id}`, { to: "technology", id: line.id })],
  ["name", ({ line }) => line.name, flexible],
  ["kind", ({ line }) => line.kind, wide],
  ["top economy", ({ line }) => topEconomy(line.top)],
  ["share", ({ line }) => topShare(line.top), right],
  ["HHI", ({ line: { hhi } }) => hhi && numberRange(hhi.low, hhi.high), right],
  ["unknown", ({ line }) => percent(line.unknownShare), right],
];

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
