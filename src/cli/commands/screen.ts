import type { Command } from "commander";
import type { ScreenReport, ScreenResult } from "../../answers/screen/screen-report.ts";
import { LevermapError } from "../../base/errors.ts";
import { counted } from "../../base/format.ts";
import type { Decided } from "../../library/decide.ts";
import { addCommand, type CommonOptions, type Context, withContext, withMap } from "../command.ts";
import type { Extras } from "../question-command.ts";

/** Tables of names and of pairs, decisions, and the exit code. */
export const screenExtras: Extras = {
  own: ["file", "pairs"],
  add: (command, signal) => {
    // Options behind `decide` are its own
    command
      .enablePositionalOptions()
      .option("--file <csv>", "screen the names of a table: column name, and kind, country, id where known; CSV comes out")
      .option("--pairs <csv>", "score pairs of names instead: columns schema, name1, name2; the rows come out with score and match");
    addDecide(command, signal);
  },
  instead: (names, options, signal) => {
    const { file, pairs } = options as { readonly file?: string; readonly pairs?: string };
    const ways = [names.length > 0, file !== undefined, pairs !== undefined].filter(Boolean).length;
    if (ways !== 1) throw new LevermapError("LM_USAGE", "Give names, or --file, or --pairs: one of the three.");
    if (file !== undefined) return screenFile(file, options as ScreenOptions, signal);
    return pairs === undefined ? null : screenPairs(pairs, options, signal);
  },
  after: ({ results }: ScreenReport) => {
    const faults = results.flatMap((result) => result.fault ?? []);
    const [fault] = faults;
    // One of several names costs the others nothing
    if (fault !== undefined && faults.length === results.length)
      throw new LevermapError(fault.code as LevermapError["code"], fault.message);
    if (results.some(({ matched }) => matched)) process.exitCode = 1;
    if (fault !== undefined) process.exitCode = 2;
  },
};

function screenPairs(file: string, options: CommonOptions, signal: AbortSignal): Promise<void> {
  if (options.asOf !== undefined) throw new LevermapError("LM_USAGE", "`screen --pairs` does not depend on a date; leave out --as-of.");
  return withContext(options, signal, async (context) => {
    const { scorePairs } = await import("../../library/score-pairs.ts");
    const { header, rows, broken } = await scorePairs(file, context.effects);
    tellBroken(broken, "scored", context);
    if (!context.json) return context.rows(withHeader(header, rows));
    const scored: Record<string, string>[] = [];
    for await (const row of rows) scored.push(Object.fromEntries(header.map((column, at) => [column, row[at] ?? ""])));
    await context.answer(scored, () => "");
  });
}

/** Lines of a table that could not be read: told one by one, with exit code 2. */
function tellBroken(broken: readonly { readonly line: number; readonly reason: string }[], what: string, { effects }: Context): void {
  for (const { line, reason } of broken) effects.log.warn(`Not ${what}: line ${line}: ${reason}.`);
  if (broken.length > 0) process.exitCode = 2;
}

async function* withHeader(header: readonly string[], rows: AsyncIterable<readonly string[]>): AsyncGenerator<readonly string[]> {
  yield header;
  yield* rows;
}

const words = ["true", "false", "unsure", "undo"] as const;

/** `screen decide`: what people decided on a hit. */
function addDecide(screen: Command, signal: AbortSignal): void {
  addCommand(screen, {
    usage: "decide <name> <entry> <verdict>",
    summary: "keep what you decided on a hit: true (one party), false (another), unsure; undo takes it back",
    examples: [
      'screen decide "Acme" csl/us-entity-list/acme-co-ltd-cn false --note "another Acme, by its address"',
      'screen decide "Acme" csl/us-entity-list/acme-co-ltd-cn undo',
    ],
    dated: false,
  })
    .option("--note <text>", "why")
    .action((name: string, entry: string, verdict: string, options: CommonOptions & { readonly note?: string }) =>
      withContext(options, signal, async (context) => {
        const word = words.find((each) => each === verdict);
        if (word === undefined) throw new LevermapError("LM_USAGE", `A decision is ${words.join(", ")}, not "${verdict}".`, { verdict });
        const { decide } = await import("../../library/decide.ts");
        const decided = await decide(context.workspace, { name, entry, verdict: word, note: options.note }, context.effects);
        await context.answer(decided, decidedText);
      }),
    );
}

const decidedText = ({ decision, undone }: Decided): string =>
  decision !== null
    ? `Decided ${decision.verdict} on "${decision.name}" and ${decision.entry}. Screening shows it again.`
    : `Took back "${undone?.verdict}" on "${undone?.name}" and ${undone?.entry}.`;

interface ScreenOptions extends CommonOptions {
  readonly list?: readonly string[];
  readonly kind?: "organisation" | "person";
  readonly threshold?: number;
  readonly top?: number;
  readonly by?: "effective" | "publication";
}

/** A table has many names: the likeliest rows of each will do. */
const usualTop = 3;

/** Screens a table of names and prints it as CSV, or the answers as JSON. */
function screenFile(file: string, options: ScreenOptions, signal: AbortSignal): Promise<void> {
  return withContext(options, signal, (context) =>
    withMap(context, async (map) => {
      const { readNames, screenedRows, screenTable } = await import("../../library/screen-table.ts");
      const { kind, list: lists, by, threshold, top = usualTop } = options;
      const table = await readNames(file, context.effects);
      const parts = screenTable(map, table, { kind, lists, by, threshold, top }, context.effects);
      const { header, rowsOf, broken } = screenedRows(table);
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
        if (!context.json) yield* broken;
      }
      if (context.json) {
        for await (const _ of rows());
        await context.answer({ ...(last as ScreenReport | null), results }, () => "");
      } else await context.rows(rows());
      if (last !== null) tell(last, matched, table.rows.length, context);
      if (matched > 0) process.exitCode = 1;
      if (faults > 0) process.exitCode = 2;
      tellBroken(table.broken, "screened", context);
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
