import type { Replay } from "../../../answers/cases/replay.ts";
import { present } from "../../../base/collections.ts";
import { count, counted, number } from "../../../base/format.ts";
import type { WrittenAudit } from "../../../library/cases/audit.ts";
import type { CaseDecided } from "../../../library/cases/case-line.ts";
import type { CasesDecided } from "../../../library/cases/decide-case.ts";
import type { LoadedCustomers } from "../../../library/cases/load-customers.ts";
import type { Purged } from "../../../library/cases/purge.ts";
import type { RunSummary } from "../../../library/cases/run.ts";
import type { PurgedOld } from "../../../library/retention/purge-old.ts";
import type { Page } from "../../command.ts";
import { table } from "../../page/table.ts";
import { paragraph } from "../../page/wrap.ts";

export const customersText = ({ added, changed, closed, same, rejected }: LoadedCustomers): string =>
  `${counted(added.length, "customer")} added, ${count(changed.length)} changed, ${count(same)} as before, ${count(closed.length)} closed, ${counted(rejected.length, "row")} rejected.`;

/** Rows of a table that a terminal shows of many. */
const shown = 15;

export function runText(summary: RunSummary, page: Page): string {
  const { run, kind, why, asOf, customers, entries, states, owned, open } = summary;
  const head = `Run ${run}, lists as of ${asOf}: ${counted(customers, "customer")}, ${kind}${why === null ? "" : ` (${why})`}. ${kind === "full" ? "All entries were compared" : `${counted(entries.length, "entry", "entries")} of lists changed`}.`;
  const counts = `Cases: ${count(states.open)} open, ${count(states.reopened)} reopened, ${count(states.awaiting)} waiting for a second person, ${count(states.decided)} decided, ${count(states.lapsed)} lapsed.`;
  const owners = `Customers owned by listed parties to a half or more: ${count(owned.yes)} yes, ${count(owned.perhaps)} perhaps, ${count(owned.no)} no (by the loaded lists), ${count(owned["not known"])} not known.`;
  const columns = [
    { title: "customer" },
    { title: "entry", flexible: true },
    { title: "score", align: "right" as const },
    { title: "state" },
    { title: "changed", flexible: true },
  ];
  const rows = open
    .slice(0, shown)
    .map(({ customer, entry, score, state, changes }) => [
      customer,
      entry,
      score === null ? "" : number(score),
      state,
      changes.map(({ column }) => column).join(", "),
    ]);
  return present(
    paragraph(head, page.width),
    paragraph(counts, page.width),
    customers > 0 && paragraph(owners, page.width),
    customers === 0 && "No customers are loaded: levermap cases customers FILE",
    rows.length > 0 && table(columns, rows, page),
    open.length > shown && `${count(open.length - shown)} more: levermap cases --state open, --state reopened`,
    "No match is not clearance: only the loaded lists were searched, by names, and owners only in the loaded tables.",
  ).join("\n");
}

export function decidedText({ customer, entry, action, verdict, awaitsSecond }: CaseDecided): string {
  const what = {
    decide: `Decided ${verdict}`,
    confirm: `Confirmed ${verdict}`,
    refuse: `Refused ${verdict}`,
    undo: "Took back the last decision",
  }[action];
  return `${what} on customer ${customer} and ${entry}.${awaitsSecond ? " It takes effect when another person confirms it: levermap cases confirm." : ""}`;
}

export const severalText = ({ decided, faults }: CasesDecided): string =>
  [
    `${counted(decided.length, "decision")} kept, ${count(decided.filter(({ awaitsSecond }) => awaitsSecond).length)} of them waiting for a second person; ${count(faults.length)} not kept.`,
    ...faults.map(({ customer, entry, code, message }) => `${customer} ${entry}: ${code}: ${message}`),
  ].join("\n");

export const auditText = ({ run, path, lines, sha256 }: WrittenAudit): string =>
  `Wrote run ${run} to ${path}: ${counted(lines, "line")}, sha256 ${sha256} before the last.`;

export function replayText({ run, same, customers, matches, cases, differences, notes }: Replay, page: Page): string {
  const head = `Run ${run} made again from the file: ${counted(customers, "customer")}, ${counted(matches, "match", "matches")}, ${counted(cases, "case")}.`;
  const result = same ? "Everything comes out as recorded." : `${counted(differences.length, "difference")} from what is recorded:`;
  return [
    paragraph(`${head} ${result}`, page.width),
    ...differences.slice(0, shown).map(({ what, customer, entry, recorded, replayed }) => {
      const how = recorded === null ? "not recorded" : replayed === null ? "not found again" : "another result";
      return `${[what, customer, entry].filter((part) => part !== null).join(" ")}: ${how}`;
    }),
    ...(differences.length > shown ? [`${count(differences.length - shown)} more: --json has all`] : []),
    ...notes,
  ].join("\n");
}

/** What a person calls the rows of each table that a purge takes from, one and several. */
const purgedKinds: readonly (readonly [table: string, one: string, several: string])[] = [
  ["customer", "version of a customer", "versions of customers"],
  ["case_result", "state of a customer in a run", "states of customers in runs"],
  ["case_match", "match", "matches"],
  ["case_decision", "decision on cases", "decisions on cases"],
  ["case_statement", "statement of owners", "statements of owners"],
  ["decision", "decision on names", "decisions on names"],
];

/** What was too old, and is gone. */
export function oldText({ customers, names, backups, answers, auditMonths, set }: PurgedOld): string {
  if (!set) return "settings.yaml sets no time for anything: all is kept.";
  const counts = [
    counted(customers, "closed customer"),
    counted(names, "name that was decided on", "names that were decided on"),
    counted(backups.length, "backup"),
    counted(answers, "kept answer"),
    counted(auditMonths, "month of the trail of writes", "months of the trail of writes"),
  ];
  return [`Removed for their age: ${counts.join(", ")}.`, ...backups.map((path) => `Removed: ${path}`)].join("\n");
}

export function purgedText({ tokens, rows, notes, rewritten, removed, left, backups, limits }: Purged, page: Page): string {
  const taken = purgedKinds.flatMap(([name, one, several]) => ((rows[name] ?? 0) > 0 ? [counted(rows[name] ?? 0, one, several)] : []));
  const all = `Purged, with ${[...taken, ...(notes > 0 ? [`the text of ${counted(notes, "note")}`] : [])].join(", ")}.`;
  return present(
    tokens.length === 0 ? "Nothing more was in the workspace; its database file is compact now." : all,
    tokens.length > 0 && `${tokens.join(", ")} ${tokens.length === 1 ? "stands for it" : "stand for them"}.`,
    ...[...rewritten, ...backups.rewritten].map((path) => `Without it now: ${path}`),
    ...removed.map((path) => `Removed: ${path}`),
    ...left.map((path) => `Names it, and is not Levermap's to change: ${path}`),
    ...backups.unread.map((path) => `Cannot be opened, and may hold it: ${path}`),
    ...limits.map((limit) => paragraph(limit, page.width)),
  ).join("\n");
}
