import { lastDay } from "../../base/days.ts";
import type { TableName } from "../../base/tables.ts";
import { type CopyAge, isNewer, latestDate, newestOf } from "../../screen/lists/copies.ts";
import type { LoadStatus } from "../../workspace/status.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** Two copies of the same lists or control list, the older first. */
export type CopyPair = readonly [before: LoadStatus, after: LoadStatus];

/** Parts of a control list that are files of their own. */
const itemParts = ["control_item", "chart_row", "economy_group", "exception_title"] as const satisfies readonly TableName[];

interface Held extends CopyAge {
  readonly load: LoadStatus;
  /** The lists, by reading, or the parts of a control list that it has. */
  readonly what: ReadonlySet<string>;
}

/**
 * Of each newest copy the one before it: of the same lists in the same reading, or of the same part of a control list, whatever their files
 * are called; of anything else the load of the same name. `loads` in the order of loading.
 */
export async function copiesBefore(workspace: Workspace, loads: readonly LoadStatus[]): Promise<readonly CopyPair[]> {
  const held = await Promise.all(loads.map((load, order) => heldBy(workspace, load, order)));
  return held.flatMap((after): readonly CopyPair[] => {
    const copies = held.filter((each) => each !== after && isCopyOf(each, after));
    if (!after.load.current || copies.some((each) => each.load.current && isNewer(each, after))) return [];
    return copies.length === 0 ? [] : [[newestOf(copies).load, after.load]];
  });
}

async function heldBy(workspace: Workspace, load: LoadStatus, order: number): Promise<Held> {
  const editions = load.tables.list_edition === undefined ? [] : await workspace.allRows("list_edition", load.id);
  const parts = itemParts.filter((table) => load.tables[table] !== undefined);
  const [part] = parts;
  const [row] = part === undefined ? [] : await workspace.allRows(part, load.id);
  return {
    load,
    order,
    what: new Set([...editions.map(({ origin, list }) => `${origin} ${list}`), ...parts]),
    day: load.edition ?? row?.edition ?? lastDay(editions.map(({ day }) => day)),
    latest: editions.length === 0 ? null : latestDate(await workspace.allRows("party_entry", load.id)),
  };
}

const isCopyOf = (a: Held, b: Held): boolean =>
  a.load.source === b.load.source && (a.load.dataset === b.load.dataset || [...a.what].some((each) => b.what.has(each)));
