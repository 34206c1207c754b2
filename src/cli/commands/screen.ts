import type { Command } from "commander";
import { LevermapError } from "../../base/errors.ts";
import { ask } from "../ask.ts";
import { type AddCommand, addCommand, withContext } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { fraction, wholeNumber } from "../numbers.ts";
import { screenText } from "../text/screen.ts";
import { byOf, idsOf } from "./list-options.ts";
import { addDecide } from "./screen-decide.ts";
import { type ScreenOptions, screenFile } from "./screen-file.ts";

interface AllOptions extends ScreenOptions {
  readonly file?: string;
  readonly pairs?: string;
  readonly country?: string;
}

export const addScreen: AddCommand = (program, signal) => {
  const command = addCommand(program, {
    usage: "screen [name...]",
    summary:
      "which listed parties a name may be, on a day, with the reasons; exit code 1 when something matched, 2 when a name could not be screened",
    examples: [
      'screen "Semiconductor Manufacturing International"',
      "screen 中芯國際 --as-of 2020-12-21 --by publication",
      "screen --file names.csv > screened.csv",
      "screen --pairs pairs.csv",
      'screen decide "Acme" csl/us-entity-list/acme-co-ltd-cn false --note "another Acme, by its address"',
    ],
    dated: true,
  });
  // Options behind `decide` are its own
  command.enablePositionalOptions();
  screenOptions(command).action((names: readonly string[], options: AllOptions) => run(names, options, signal));
  addDecide(command, signal);
};

const screenOptions = (command: Command): Command =>
  command
    .option("--file <csv>", "screen the names of a table: column name, and kind, country, id where known; CSV comes out")
    .option("--pairs <csv>", "score pairs of names instead: columns schema, name1, name2; the rows come out with score and match")
    .option("--list <ids>", "these lists only, by id with commas between (see `controls list`)", idsOf)
    .option("--kind <kind>", "what the names are of: organisation or person (default: either)", kindOf)
    .option("--country <country>", "where the party is; a weak signal")
    .option("--threshold <score>", "the score from which on a name is called a match (default: fitted, by kind)", fraction("--threshold"))
    .option("--top <number>", "how many rows of lists for each name (default: 10; 3 with --file)", wholeNumber("--top", 1, 1000))
    .option("--by <date>", "the date of a row that counts where it has both: effective or publication (default: effective)", byOf);

function kindOf(text: string): "organisation" | "person" {
  if (text === "organisation" || text === "person") return text;
  throw new LevermapError("LM_USAGE", `--kind is organisation or person, not "${text}".`, { option: "--kind", value: text });
}

function run(names: readonly string[], options: AllOptions, signal: AbortSignal): Promise<void> {
  const { file, pairs } = options;
  const ways = [names.length > 0, file !== undefined, pairs !== undefined].filter(Boolean).length;
  if (ways !== 1) throw new LevermapError("LM_USAGE", "Give names, or --file, or --pairs: one of the three.");
  if (file !== undefined) return screenFile(file, options, signal);
  return pairs === undefined ? screenNames(names, options, signal) : screenPairs(pairs, options, signal);
}

async function screenNames(names: readonly string[], options: AllOptions, signal: AbortSignal): Promise<void> {
  const { kind, country: economy, list: lists, by, threshold, top } = options;
  await ask(
    options,
    signal,
    async (map) => {
      const report = await map.screen({ queries: names.map((name) => ({ name, kind, economy })), lists, by, threshold, top });
      const faults = report.results.flatMap((result) => result.fault ?? []);
      const [fault] = faults;
      // One of several names costs the others nothing
      if (fault !== undefined && faults.length === report.results.length)
        throw new LevermapError(fault.code as LevermapError["code"], fault.message);
      if (report.results.some(({ matched }) => matched)) process.exitCode = 1;
      if (fault !== undefined) process.exitCode = 2;
      return report;
    },
    screenText,
  );
}

function screenPairs(file: string, options: CommonOptions, signal: AbortSignal): Promise<void> {
  if (options.asOf !== undefined) throw new LevermapError("LM_USAGE", "`screen --pairs` does not depend on a date; leave out --as-of.");
  return withContext(options, signal, async (context) => {
    const { scorePairs } = await import("../../library/score-pairs.ts");
    const { header, rows } = await scorePairs(file, context.effects);
    if (!context.json) return context.rows(withHeader(header, rows));
    const scored: Record<string, string>[] = [];
    for await (const row of rows) scored.push(Object.fromEntries(header.map((column, at) => [column, row[at] ?? ""])));
    await context.answer(scored, () => "");
  });
}

async function* withHeader(header: readonly string[], rows: AsyncIterable<readonly string[]>): AsyncGenerator<readonly string[]> {
  yield header;
  yield* rows;
}
