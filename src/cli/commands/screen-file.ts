import type { ScreenReport, ScreenResult } from "../../answers/screen/screen-report.ts";
import { counted } from "../../base/format.ts";
import { withMap } from "../ask.ts";
import { withContext } from "../command.ts";
import type { CommonOptions, Context } from "../context.ts";

export interface ScreenOptions extends CommonOptions {
  readonly list?: readonly string[];
  readonly kind?: "organisation" | "person";
  readonly threshold?: number;
  readonly top?: number;
  readonly by?: "effective" | "publication";
}

/** A table has many names: the likeliest rows of each will do. */
const usualTop = 3;

/** Screens a table of names and prints it as CSV, or the answers as JSON. */
export function screenFile(file: string, options: ScreenOptions, signal: AbortSignal): Promise<void> {
  return withContext(options, signal, (context) =>
    withMap(context, async (map) => {
      const { readNames, screenedRows, screenTable } = await import("../../library/screen-table.ts");
      const { kind, list: lists, by, threshold, top = usualTop } = options;
      const table = await readNames(file, context.effects);
      const parts = screenTable(map, table, { kind, lists, by, threshold, top }, context.effects);
      const { header, rowsOf } = screenedRows(table);
      let [last, matched, faults]: [ScreenReport | null, number, number] = [null, 0, 0];
      const results: ScreenResult[] = [];
      async function* rows(): AsyncGenerator<readonly string[]> {
        yield header;
        for await (const part of parts) {
          last = part.report;
          faults += part.report.results.filter((result) => result.fault !== null).length;
          matched += part.report.results.filter((result) => result.matched).length;
          if (context.json) results.push(...part.report.results);
          else yield* rowsOf(part);
        }
      }
      if (context.json) {
        for await (const _ of rows());
        await context.answer({ ...(last as ScreenReport | null), results }, () => "");
      } else await context.rows(rows());
      if (last !== null) tell(last, matched, table.rows.length, context);
      if (matched > 0) process.exitCode = 1;
      if (faults > 0) process.exitCode = 2;
    }),
  );
}

/** What does not fit into a table goes to standard error. */
function tell({ asOf, statement, lists, evidence }: ScreenReport, matched: number, names: number, { effects }: Context): void {
  effects.log.info(`${counted(names, "name")} screened as of ${asOf}: ${matched} matched. ${statement}`);
  effects.log.info(
    `Lists: ${lists.map(({ list, readings }) => `${list} (${readings.map(({ origin, used }) => `${origin}${used === null ? "" : ` of ${used}`}`).join(", ")})`).join("; ")}.`,
  );
  for (const limit of evidence.limits) effects.log.info(limit);
}
