import { type Effects, quietEffects } from "../base/effects.ts";
import type { NameKind } from "../screen/names/name-word.ts";
import { scoreNames } from "../screen/names/score.ts";
import { fittedWeights } from "../screen/names/weigh.ts";
import { longestName } from "../screen/search/name-index.ts";
import { readTable, withColumns } from "./read-table.ts";

const added = ["score", "match"] as const;

/** The rows with results; `score` and `match` are empty if a name is too long. */
export interface ScoredPairs {
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly string[]>;
  /** Lines that could not be read, with the reason of each. */
  readonly broken: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * Scores name pairs of a CSV file with columns `schema, name1, name2`; appends `score` (0 to 1) and `match` (threshold of the kind reached).
 * `schema`: a person, or anything else. Needs no workspace. Throws LM_LOAD_UNRECOGNISED, LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE.
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
  return { header, rows: rows(), broken: table.broken };
}

function scored(a: string, b: string, kind: NameKind): readonly [score: string, match: string] {
  if ([a, b].some((name) => [...name].length > longestName)) return ["", ""];
  if (a === "" || b === "") return ["0", "false"];
  const { score } = scoreNames(a, b, kind);
  return [String(Number(score.toFixed(6))), String(score >= fittedWeights()[kind].threshold)];
}
