import { groupBy } from "../src/base/collections.ts";
import { type Bounds, bootstrapInterval } from "../src/measure/bootstrap.ts";
import { createRandom } from "../src/measure/random.ts";
import { scoreNames } from "../src/screen/names/score.ts";
import { fittedWeights } from "../src/screen/names/weigh.ts";
import { filingOrganisations, hasFilesInUse, type RowInUse, rowsInUse } from "../test/screen/names-in-use.ts";
import { withAllLists } from "./all-lists.ts";
import { peerScores } from "./peer-scores.ts";
import { option, textOption } from "./support.ts";

/**
 * Misses and false alarms by threshold, for pairs by script and kind and for names against all lists, and the thresholds of least cost where
 * a miss costs so many alarms, with 80% bootstrap intervals. `--listed N`: listed names among 1,000 that are screened (10); `--filers N` (1500);
 * `--workspace DIR`; `--pairs`: pairs alone; `--peer PYTHON`: an interpreter with nomenklatura, whose logic-v2 scores the same pairs.
 */
const costs = [1, 2, 5, 10, 20, 50];
const thresholds = Array.from({ length: 13 }, (_, at) => 0.35 + 0.05 * at);
const listedOf1000 = option("listed", 10);

/** A part of some names, with the middle 80% of it over resampled names; `null` without names. */
interface Rate {
  readonly value: number;
  readonly bounds: Bounds | null;
}

/** Rates of misses among names that should be found and of alarms among the others, by threshold. */
interface Curve {
  readonly threshold: number;
  readonly misses: Rate;
  readonly alarms: Rate;
}

function rateOf(scores: readonly number[], counts: (score: number) => boolean): Rate {
  const values = scores.map((score) => (counts(score) ? 1 : 0));
  const mean = (sample: Iterable<number>): number => [...sample].reduce((sum, value) => sum + value, 0) / Math.max(1, scores.length);
  return {
    value: mean(values),
    bounds: bootstrapInterval(values.length, (sample) => mean(sample.map((at) => values[at]!)), { random: createRandom(1) }),
  };
}

/** Scores of names that should be found, and of the others; 0 where nothing is found. */
const curveOf = (wanted: readonly number[], others: readonly number[]): readonly Curve[] =>
  thresholds.map((threshold) => ({
    threshold,
    misses: rateOf(wanted, (score) => score < threshold),
    alarms: rateOf(others, (score) => score >= threshold),
  }));

function print(title: string, curve: readonly Curve[], listedShare: number): void {
  const percent = (value: number): string => (100 * value).toFixed(1);
  const rate = ({ value, bounds }: Rate): string =>
    `${percent(value)}${bounds === null ? "" : ` (${percent(bounds.low)} to ${percent(bounds.high)})`}`;
  console.log(`${title}: misses and alarms in % by threshold, with 80% intervals`);
  for (const { threshold, misses, alarms } of curve) console.log(`  ${threshold.toFixed(2)}: ${rate(misses)}, ${rate(alarms)}`);
  const best = costs.map((cost) => {
    const costOf = ({ misses, alarms }: Curve): number => cost * misses.value * listedShare + alarms.value * (1 - listedShare);
    const least = Math.min(...curve.map(costOf));
    const fit = curve.filter((each) => costOf(each) <= least + 1e-12);
    return `${cost}: ${fit[0]!.threshold.toFixed(2)} to ${fit.at(-1)!.threshold.toFixed(2)}`;
  });
  console.log(`  least cost where a miss costs so many alarms: ${best.join("; ")}`);
}

function printPairs(): void {
  const pairs = [...rowsInUse("name_pairs"), ...rowsInUse("script_pairs")].map(
    ({ schema = "", name1 = "", name2 = "", is_match, script }) => {
      const kind = schema === "Person" ? ("person" as const) : ("organisation" as const);
      return { schema: schema || "Company", name1, name2, kind, same: is_match === "true", group: script || `${kind}s` };
    },
  );
  const python = textOption("peer");
  const peers = python === undefined ? null : peerScores(python, pairs);
  if (peers === null) console.log("logic-v2 is not here; give --peer PYTHON with nomenklatura installed");
  const scored = pairs.map((pair, at) => ({
    ...pair,
    score: scoreNames(pair.name1, pair.name2, pair.kind).score,
    peer: peers?.[at] ?? null,
  }));
  for (const [group, rows] of groupBy(scored, (row) => row.group)) {
    const share = rows.filter(({ same }) => same).length / rows.length;
    const curve = (scoreOf: (row: (typeof rows)[number]) => number): readonly Curve[] =>
      curveOf(rows.filter(({ same }) => same).map(scoreOf), rows.filter(({ same }) => !same).map(scoreOf));
    print(
      `${group}, ${rows.length} pairs`,
      curve(({ score }) => score),
      share,
    );
    if (peers !== null)
      print(
        `${group}, ${rows.length} pairs, logic-v2`,
        curve(({ peer }) => peer ?? 0),
        share,
      );
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
  if (!process.argv.includes("--pairs")) await printLists();
} else console.log("no names as they come in use here; set LEVERMAP_TEST_DATA");
