import { count } from "../../base/format.ts";
import type { AuditTrail } from "../../library/audit-trail.ts";
import { type AddCommand, addCommand, type CommonOptions, type Page, withContext } from "../command.ts";
import { wholeNumber } from "../numbers.ts";
import { table } from "../page/table.ts";

interface AuditCommandOptions extends CommonOptions {
  readonly since?: string;
  readonly last: number;
}

export const addAudit: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "audit",
    summary: "who wrote what to the workspace and when: loads, measures, updates, decisions, purges, restores and upgrades",
    examples: ["audit", "audit --since 2026-11-01 --last 1000", "audit --json"],
    dated: false,
  })
    .option("--since <date>", "writes that began on this day or later, YYYY-MM-DD")
    .option("--last <number>", "the most writes, the latest", wholeNumber("--last", 1, 1_000_000), 100)
    .action(({ since, last, ...options }: AuditCommandOptions) =>
      withContext(options, signal, async (context) => {
        const { auditTrail } = await import("../../library/audit-trail.ts");
        await context.answer(await auditTrail(context.workspace, { since, last }), trailText);
      }),
    );
};

function trailText({ writes, left }: AuditTrail, page: Page): string {
  if (writes.length === 0) return "Nothing was written since the trail began.";
  const columns = ["began (UTC)", "who", "through", "what", "state", "generation"].map((title) => ({ title, flexible: title === "what" }));
  const rows = writes.map(({ begun, user, account, via, what, about, state, fault, before, after }) => [
    begun.slice(0, 19).replace("T", " "),
    user === null || user === account ? account : `${user} (${account})`,
    via,
    about === null ? what : `${what} ${about}`,
    fault === null ? state : `${state}: ${fault}`,
    `${before ?? "none"} to ${after ?? (state === "done" ? "none" : "?")}`,
  ]);
  return [table(columns, rows, page), ...(left > 0 ? [`${count(left)} earlier ones: raise --last, or use --json.`] : [])].join("\n");
}
