import { groupBy } from "../src/base/collections.ts";
import { scoreNames } from "../src/screen/names/score.ts";
import { fittedWeights } from "../src/screen/names/weigh.ts";
import { filingOrganisations, hasFilesInUse, type RowInUse, rowsInUse } from "../test/screen/names-in-use.ts";
import { withAllLists } from "./all-lists.ts";
import { option } from "./support.ts";

/**
 * Misses and false alarms by threshold, for pairs by script and kind and for names against all lists, and the thresholds of least cost where
 * a miss costs so many alarms. `--listed N`: listed names among 1,000 that are screened (10); `--filers N` (1500); `--workspace DIR`.
 */
const costs = [1, 2, 5, 10, 20, 50];
const thresholds = Array.from({ length: 13 }, (_, at) => 0.35 + 0.05 * at);
const listedOf1000 = option("listed", 10);

/** Rates of misses among names that should be found and of alarms among the others, by threshold. */
interface Curve {
  readonly threshold: number;
  readonly misses: number;
  readonly alarms: number;
}

/** Scores of names that should be found, and of the others; 0 where nothing is found. */
const curveOf = (wanted: readonly number[], others: readonly number[]): readonly Curve[] =>
  thresholds.map((threshold) => ({
    threshold,
    misses: wanted.filter((score) => score < threshold).length / Math.max(1, wanted.length),
    alarms: others.filter((score) => score >= threshold).length / Math.max(1, others.length),
  }));

function print(title: string, curve: readonly Curve[], listedShare: number): void {
  const rate = (value: number): string => (100 * value).toFixed(1);
  console.log(`${title}: misses and alarms in % by threshold`);
  console.log(`  ${curve.map(({ threshold, misses, alarms }) => `${threshold.toFixed(2)}: ${rate(misses)}/${rate(alarms)}`).join("  ")}`);
  const best = costs.map((cost) => {
    const costOf = ({ misses, alarms }: Curve): number => cost * misses * listedShare + alarms * (1 - listedShare);
    const least = Math.min(...curve.map(costOf));
    const fit = curve.filter((each) => costOf(each) <= least + 1e-12);
    return `${cost}: ${fit[0]!.threshold.toFixed(2)} to ${fit.at(-1)!.threshold.toFixed(2)}`;
  });
  console.log(`  least cost where a miss costs so many alarms: ${best.join("; ")}`);
}

function printPairs(): void {
  const scored = [...rowsInUse("name_pairs"), ...rowsInUse("script_pairs")].map(({ schema, name1 = "", name2 = "", is_match, script }) => {
    const kind = schema === "Person" ? "person" : "organisation";
    return { same: is_match === "true", group: script || `${kind}s`, score: scoreNames(name1, name2, kind).score };
  });
  for (const [group, rows] of groupBy(scored, (row) => row.group)) {
    const scores = (same: boolean): readonly number[] => rows.filter((row) => row.same === same).map(({ score }) => score);
    print(`${group}, ${rows.length} pairs`, curveOf(scores(true), scores(false)), scores(true).length / rows.length);
  }
}

/** From this score on hits are asked for. */
const least = 0.3;

async function printLists(): Promise<void> {
  await withAllLists(async ({ screen }) => {
    const best = async (rows: readonly RowInUse[], isRight: (name: string, row: RowInUse) => boolean): Promise<readonly number[]> => {
      const scores: number[] = [];
      for (const row of rows) {
        const query = { name: row.name ?? "", kind: "organisation" as const, economy: row.country || null };
        const { results } = await screen({ queries: [query], threshold: least, top: 20 });
        const right = results[0]?.hits.filter(({ name, matchedName }) => [name, matchedName].some((each) => isRight(each, row))) ?? [];
        scores.push(Math.max(0, ...right.map(({ score }) => score)));
      }
      return scores;
    };
    const wanted = await best(
      rowsInUse("as_written").map((row) => ({ ...row, name: row.written ?? "" })),
      (name, row) => new RegExp(row.listed_as_pattern ?? "", "i").test(name),
    );
    const filers = filingOrganisations(option("filers", 1500)).flatMap(({ written, english }) => [{ name: written }, { name: english }]);
    const others = await best([...rowsInUse("unlisted").filter(({ kind }) => kind === "organisation"), ...filers], () => true);
    print(
      `all lists, ${wanted.length} listed names as written and ${others.length} others, ${listedOf1000} of 1,000 screened names listed`,
      curveOf(wanted, others),
      listedOf1000 / 1000,
    );
  });
}

if (hasFilesInUse) {
  const { organisation, person } = fittedWeights();
  console.log(`shipped thresholds: organisations ${organisation.threshold}, persons ${person.threshold}`);
  printPairs();
  await printLists();
} else console.log("no names as they come in use here; set LEVERMAP_TEST_DATA");
