import type { Answer } from "../../ask/ask.ts";
import { percent, percentInterval, usdBn } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { cellOf, partyCell, technologyCell } from "../../report/cell.ts";
import { type ColumnOf, flexible, right, tableOf, wide } from "../../report/table-of.ts";
import type { Block, Cell, TableBlock } from "../../report/view.ts";
import { changesSince, type NodeChange } from "./changes-since.ts";
import type { MapChoice } from "./choice.ts";
import type { Node } from "./fold.ts";
import type { MovedMap } from "./moves.ts";
import { scoreCell, whyUnknown } from "./node-words.ts";

type Names = ReadonlyMap<string, string>;

/** Rows of the table below the picture until all are asked for. */
const mostRows = 20;

export const namesOf = (entries: readonly { readonly id: string; readonly name: string }[]): Names =>
  new Map(entries.map(({ id, name }) => [id, name]));

const byName = (a: Node, b: Node): number => a.name.localeCompare(b.name, "en");

/** By middle score, highest first; unknown scores after them, by name. */
export const byScore = (a: Node, b: Node): number => (b.score?.[1] ?? -1) - (a.score?.[1] ?? -1) || byName(a, b);

/** By number of issuers whose controls are in force, most first; where nothing is recorded after them; then by name. */
export const byControls = (a: Node, b: Node): number =>
  (b.controls?.issuers.length ?? -1) - (a.controls?.issuers.length ?? -1) || byName(a, b);

/** The data behind the picture, folded technologies and all, in the order of what it is coloured by. */
export function technologyTable(map: MovedMap, matches: ReadonlySet<string>, { colour, home, view }: MapChoice): readonly Block[] {
  const stages = namesOf(map.stages);
  const names = namesOf(map.economies);
  const cell = ({ id, name }: Node): Cell => ({ text: name, link: { to: "technology", id, home: home ?? undefined } });
  const about: readonly ColumnOf<Node>[] = [
    ["Technology", cell, flexible],
    ["Stage", ({ stage }) => (stage === null ? "" : (stages.get(stage) ?? stage)), wide],
  ];
  const asControls = colour === "controls";
  const [before, after] = asControls ? controlColumns(names) : scoreColumns(names);
  const rows = map.nodes.filter(({ id }) => matches.has(id)).sort(asControls ? byControls : byScore);
  const title = asControls
    ? say("map-page.issuers-most-first", { day: map.asOf })
    : "Loss of final output one foreign holder could cause, highest first";
  return [
    { kind: "note", text: asControls ? aboutControls : say("map-page.about-scores", { day: map.asOf }) },
    tableOf(title, rows, [...before, ...about, ...after], {
      none: "no technology fits these choices",
      ...(view === "map" && { most: mostRows }),
    }),
  ];
}

const aboutControls =
  "At least these, against anyone, on the technology or what folds into it, as recorded. Hatched: unknown, which is not clearance.";

const controlColumns = (names: Names): readonly [readonly ColumnOf<Node>[], readonly ColumnOf<Node>[]] => [
  [["Issuers", ({ controls }) => (controls === null ? "–" : String(controls.issuers.length)), right]],
  [
    ["Whose controls", (node) => (node.controls === null ? whyUnknown(node) : partyCells(node.controls.issuers, names))],
    ["Entries of a control list", (node) => (hasUnreadEntries(node) ? "linked, none loaded for the day" : ""), wide],
  ],
];

const scoreColumns = (names: Names): readonly [readonly ColumnOf<Node>[], readonly ColumnOf<Node>[]] => [
  [["Place", ({ rank }) => (rank === null ? "–" : String(rank)), right]],
  [
    ["Score", (node) => ({ text: scoreCell(node), ...(node.notApplicable === null && { interval: node.score }) })],
    ["Could be withheld by", ({ holder }) => (holder === null ? "" : partyCell(holder, names.get(holder))), wide],
    ["Unknown supply", ({ unknownShare }) => percent(unknownShare), { ...right, ...wide }],
    ["Market a year", ({ marketSize }) => (marketSize === null ? null : usdBn(marketSize)), { ...right, ...wide }],
    ["Withheld since", ({ withheldSince }) => withheldSince ?? "", wide],
  ],
];

const partyCells = (ids: readonly string[], names: Names): Cell => cellOf(ids.map((id) => partyCell(id, names.get(id))));

const hasUnreadEntries = ({ controls, controlsUnknown }: Node): boolean =>
  controls?.entriesUnknown ?? controlsUnknown === "linked entries not loaded";

/** What has changed between two days, technology by technology. */
export function sinceTable(before: Answer<"map">, after: Answer<"map">): TableBlock {
  const names = namesOf(after.economies);
  const score = (change: NodeChange, at: 0 | 1): string => (change.score[at] === null ? "unknown" : percentInterval(change.score[at]));
  return tableOf<NodeChange>(
    say("map-page.changed-from-to", { from: before.asOf, to: after.asOf }),
    changesSince(before, after),
    [
      ["Technology", ({ node: { id, name } }) => technologyCell(id, name), flexible],
      ["Score before", (change) => score(change, 0), right],
      ["Score since", (change) => score(change, 1), right],
      ["Could be withheld by", ({ holder }) => holderMove(holder, names)],
      ["Controls since", ({ added, ended }) => (ended.length === 0 ? partyCells(added, names) : controlMove(added, ended, names))],
    ],
    { none: "nothing recorded differs between these days" },
  );
}

function holderMove(holder: NodeChange["holder"], names: Names): Cell {
  const [was, is] = holder.map((id) => (id === null ? "unknown" : (names.get(id) ?? id))) as [string, string];
  return was === is ? is : say("map-page.then", { was, is });
}

const controlMove = (added: readonly string[], ended: readonly string[], names: Names): Cell => {
  const told = (ids: readonly string[]): string => ids.map((id) => names.get(id) ?? id).join(", ");
  const gone = { ended: told(ended) };
  return added.length === 0 ? say("map-page.ended", gone) : say("map-page.added-and-ended", { added: told(added), ...gone });
};
