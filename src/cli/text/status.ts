import type { WorkspaceStatus } from "../../answers/shared/workspace-status.ts";
import { count } from "../../base/format.ts";
import type { KeptReject } from "../../workspace/status.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { paragraph } from "../page/wrap.ts";
import { pathsText } from "./paths.ts";

/** What `status` prints: `rejects` only where they were asked for. */
export type StatusAnswer = WorkspaceStatus & { readonly rejects?: readonly KeptReject[] };

/** Loads, rows by table, notices, and rejects if asked for. */
export function statusText({ workspace, schemaVersion, loads, tables, rejects }: StatusAnswer, page: Page): string {
  const loaded = section(
    {
      title: "Loads",
      columns: [
        { title: "id" },
        { title: "source" },
        { title: "edition" },
        { title: "rows", align: "right" },
        { title: "rejects", align: "right" },
        { title: "loaded" },
        { title: "used" },
        { title: "from", flexible: true },
      ],
      rows: loads.map((load) => [
        load.id,
        load.source,
        load.edition ?? "",
        count(load.rows),
        count(load.rejects),
        load.loadedAt.slice(0, 16).replace("T", " "),
        load.current ? "yes" : load.usedBefore === null ? "no" : `before ${load.usedBefore}`,
        pathsText(load.path),
      ]),
    },
    page,
  );
  const rows = tables.map(({ table, rows: number }) => [table, count(number)]);
  const notices = [...new Set(loads.map((load) => load.notice))];
  return [
    `Workspace ${workspace}, schema ${schemaVersion}`,
    ...loaded,
    ...section({ title: "Rows in use", columns: [{ title: "table" }, { title: "rows", align: "right" }], rows }, page),
    "",
    ...notices.map((notice) => paragraph(notice, page.width)),
    ...(rejects === undefined ? [] : rejectLines(rejects, page)),
  ].join("\n");
}

function rejectLines(rejects: readonly KeptReject[], page: Page): string[] {
  const columns = [
    { title: "load" },
    { title: "place", flexible: true },
    { title: "reason", flexible: true },
    { title: "excerpt", flexible: true },
  ];
  const rows = rejects.map((each) => [each.load_id, `${each.file}:${each.line}`, each.reason, each.excerpt]);
  return section({ title: "Rejected records", columns, rows, none: "none" }, page);
}
