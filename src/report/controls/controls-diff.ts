import type { ControlsDiff, WatchReport } from "../../answers/controls/controls-report.ts";
import { count, counted } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { note } from "../blocks.ts";
import { economyByCode, linkedCell } from "../cell.ts";
import { filled, flexible, type SparseColumn, sparseTable, wide, wideFlexible } from "../table-of.ts";
import type { TableBlock, View } from "../view.ts";
import { countedDay } from "./standing.ts";

type Difference = Pick<ControlsDiff | WatchReport["comparisons"][number], "added" | "removed" | "changed" | "items" | "rules"> &
  Partial<Pick<ControlsDiff, "hasLists">>;

/** What differs between two days. */
export function controlsDiffView(diff: ControlsDiff): View {
  const { from, to, by, undated, evidence } = diff;
  const blocks = differenceTables(diff);
  return {
    finding: say("controls-diff.from-to-counted-by", { from, to, difference: differenceWords(diff), countedDay: countedDay(by) }),
    limit: undated > 0 ? say("controls-diff.rows-without-a-date", { rows: undated }) : lastOf(evidence.limits),
    blocks: blocks.length > 0 ? blocks : [note("Nothing that is loaded differs between the two days.")],
    details: [],
    evidence,
  };
}

const lastOf = (limits: readonly string[]): string => limits.at(-1) ?? "";

/** `3 rows added, 1 removed, 2 changed; 4 rules changed`. */
export function differenceWords({ added, removed, changed, items, rules, hasLists = true }: Difference): string {
  const entries = items === null ? 0 : items.added.length + items.removed.length + items.changed.length;
  return [
    hasLists
      ? say("controls-diff.rows-added-removed-changed", {
          rows: added.length,
          removed: count(removed.length),
          changed: count(changed.length),
        })
      : "rows of lists unknown, as no list is loaded",
    ...(entries > 0 ? [counted(entries, "entry of the control list", "entries of the control list")] : []),
    ...(rules.length > 0 ? [counted(rules.length, "rule with another state", "rules with another state")] : []),
  ].join("; ");
}

const rowColumns: readonly SparseColumn<Difference["added"][number]>[] = [
  ["list", ({ list }) => list],
  ["name", ({ name }) => name, flexible],
  ["economy", ({ economy }) => economy && economyByCode(economy)],
  ["reading", ({ origin }) => origin, wide],
  ["citation", ({ citation }) => citation, wideFlexible],
];

/** Tables of what came, went and changed; those without rows are left out. */
export function differenceTables({ added, removed, changed, items, rules }: Difference): readonly TableBlock[] {
  const cells = changed.flatMap(({ changes, ...row }) => changes.map((change) => ({ ...row, ...change })));
  const entries = (["added", "removed", "changed"] as const).flatMap((what) => (items?.[what] ?? []).map((id) => ({ id, what })));
  return filled([
    sparseTable("Added", added, rowColumns),
    sparseTable("Removed", removed, rowColumns),
    sparseTable("Changed", cells, [
      ["list", ({ list }) => list],
      ["name", ({ name }) => name, flexible],
      ["what", ({ column }) => column],
      ["before", ({ column, before }) => before ?? (column.endsWith(" added") ? "" : "unknown"), flexible],
      ["after", ({ column, after }) => after ?? (column.endsWith(" removed") ? "" : "unknown"), flexible],
    ]),
    sparseTable("Entries of the control list", entries, [
      ["entry", ({ id }) => id],
      ["what happened", ({ what }) => what],
    ]),
    sparseTable("Rules whose state changed", rules, [
      ["rule", ({ id }) => id],
      ["issuer", ({ issuer }) => economyByCode(issuer)],
      ["title", ({ id, title }) => linkedCell(title, { to: "control", id }), flexible],
      ["before", ({ before }) => before, flexible],
      ["after", ({ after }) => after, flexible],
    ]),
  ]);
}
