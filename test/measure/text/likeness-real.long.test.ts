import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { createRandom } from "../../../src/measure/random.ts";
import { likenesses } from "../../../src/measure/text/likeness.ts";
import { termCounter } from "../../../src/measure/text/term-counts.ts";
import { realData } from "../../sources/support.ts";

const tables = realData("patents/patentsview-nvidia");
const queries = 120;

/** Documents that share half of the inventive main groups of another are what is looked for. */
test.skipIf(tables.absent)(`neighbours among ${tables.path}: more of the same main groups among ten than by words alone`, async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const table = (name: string): string =>
    `read_csv('${join(tables.path, `nvidia_${name}.csv`)}', all_varchar = true, ignore_errors = true)`;
  const rows = (
    await connection.runAndReadAll(`SELECT p.patent_title || ' ' || a.patent_abstract AS words, g.groups
      FROM ${table("patent")} p JOIN ${table("patent_abstract")} a USING (patent_id)
      JOIN (SELECT patent_id, string_agg(DISTINCT split_part(cpc_group, '/', 1), ' ') AS groups FROM ${table("cpc")} WHERE cpc_type = 'inventional' GROUP BY 1) g
      USING (patent_id) ORDER BY patent_id`)
  ).getRowObjectsJS();
  const groups = rows.map((row) => new Set(String(row.groups).split(" ")));
  const counter = termCounter();
  for (const row of rows) counter.add(String(row.words));
  const likeness = likenesses(counter.counts());
  const random = createRandom(11);
  const sums = { words: 0, both: 0 };
  for (let query = 0; query < queries; query++) {
    const at = random.below(rows.length);
    const own = groups[at]!;
    const fits = (other: number): boolean => [...own].filter((group) => groups[other]!.has(group)).length * 2 >= own.size;
    const most = Math.min(10, groups.filter((_, other) => other !== at && fits(other)).length) || 1;
    const alike = likeness.alike(at, rows.length);
    const recall = (list: readonly { readonly document: number }[]): number =>
      list.slice(0, 10).filter(({ document }) => fits(document)).length / most;
    sums.both += recall(alike) / queries;
    sums.words += recall([...alike].sort((a, b) => b.words - a.words || a.document - b.document)) / queries;
  }
  console.info(
    `${rows.length} patents, ${queries} of them asked for: recall at 10 ${sums.both.toFixed(3)}, by words alone ${sums.words.toFixed(3)}`,
  );
  expect(sums.both).toBeGreaterThan(sums.words + 0.01);
});
