import type { WorkspaceStatus } from "../../answers/shared/workspace-status.ts";
import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { KeptReject } from "../../workspace/status.ts";
import { list, note } from "../blocks.ts";
import { flexible, right, sparseTable, wide, wideFlexible } from "../table-of.ts";
import type { View } from "../view.ts";

/** What `status` shows: `rejects` only where they were asked for. */
export type StatusAnswer = WorkspaceStatus & { readonly rejects?: readonly KeptReject[] };

/** Rejects if asked for, loads, rows by table, notices. */
export function statusView({ workspace, schemaVersion, loads, tables, rejects }: StatusAnswer): View {
  const used = tables.reduce((sum, { rows }) => sum + rows, 0);
  const rejected = loads.reduce((sum, load) => sum + load.rejects, 0);
  return {
    finding: say("status.loads-with-rows-in", { loads: loads.length, rows: used, records: rejected }),
    ...(rejected > 0 && rejects === undefined ? { limit: "What rejected records say is in no answer: --rejects lists them." } : {}),
    blocks: [
      note(say("status.workspace-schema", { workspace, schemaVersion: String(schemaVersion) })),
      ...(rejects === undefined ? [] : [rejectTable(rejects)]),
      sparseTable("Loads", loads, [
        ["id", ({ id }) => id],
        ["source", ({ source }) => source],
        ["edition", ({ edition }) => edition],
        ["rows", ({ rows }) => count(rows), right],
        ["rejects", (load) => count(load.rejects), right],
        ["loaded", ({ loadedAt }) => loadedAt.slice(0, 16).replace("T", " "), wide],
        ["used", ({ current, usedBefore }) => (current ? "yes" : usedBefore === null ? "no" : say("status.before", { usedBefore }))],
        ["from", ({ path }) => pathsText(path), wideFlexible],
      ]),
    ],
    details: [
      sparseTable("Rows in use", tables, [
        ["table", ({ table }) => table],
        ["rows", ({ rows }) => count(rows), right],
      ]),
      ...(loads.length === 0 ? [] : [list("Notices of the sources", [...new Set(loads.map(({ notice }) => notice))])]),
    ],
  };
}

const rejectTable = (rejects: readonly KeptReject[]) =>
  sparseTable({ title: "Rejected records", none: "none" }, rejects, [
    ["load", ({ load_id }) => load_id],
    ["place", ({ file, line }) => `${file}:${line}`, flexible],
    ["reason", ({ reason }) => reason, flexible],
    ["excerpt", ({ excerpt }) => excerpt, flexible],
  ]);

/** The paths of a load in short: of several files in one folder, the folder and their number. */
export function pathsText(joined: string): string {
  const paths = joined.split(", ");
  const folders = [...new Set(paths.map((path) => path.replace(/[/\\][^/\\]*$/, "")))];
  return paths.length > 1 && folders.length === 1 ? `${folders[0]} (${paths.length} files)` : joined;
}
