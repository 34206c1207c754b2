import { type Effects, quietEffects } from "../base/effects.ts";
import type { NameKind } from "../screen/names/name-word.ts";
import { scoreNames } from "../screen/names/score.ts";
import { fittedWeights } from "../screen/names/weigh.ts";
import { longestName } from "../screen/search/name-index.ts";
import { readTable, withColumns } from "./read-table.ts";

const added = ["score", "match"] as const;

/** Rows of a table of pairs with what was made of each; `score` and `match` are empty where a name is too long to be compared. */
export interface ScoredPairs {
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly string[]>;
}

/**
 * Scores each pair of names of a CSV file with columns `schema, name1, name2`: the rows in their order, other columns as they are, with
 * `score` (0 to 1) and `match` (whether it reaches the fitted threshold of the kind) behind them. `schema` says what the names are of: a
 * person, or anything else. No workspace is needed. Throws LM_LOAD_UNRECOGNISED, LM_USAGE, LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE.
 */
export async function scorePairs(file: string, effects: Effects = quietEffects): Promise<ScoredPairs> {
  const table = await readTable(file, ["schema", "name1", "name2"], effects);
  const { header, cellsOf } = withColumns(table, added);
  async function* rows(): AsyncGenerator<readonly string[]> {
    for (const [done, row] of table.rows.entries()) {
      effects.signal.throwIfAborted();
      if (done % 50 === 0) effects.progress.report(done, table.rows.length, "pairs of names");
      yield [
        ...cellsOf(row),
        ...scored(row.text("name1"), row.text("name2"), /^person$/i.test(row.text("schema")) ? "person" : "organisation"),
      ];
    }
  }
  return { header, rows: rows() };
}

function scored(a: string, b: string, kind: NameKind): readonly [score: string, match: string] {
  if ([a, b].some((name) => [...name].length > longestName)) return ["", ""];
  if (a === "" || b === "") return ["0", "false"];
  const { score } = scoreNames(a, b, kind);
  return [String(Number(score.toFixed(6))), String(score >= fittedWeights()[kind].threshold)];
}
