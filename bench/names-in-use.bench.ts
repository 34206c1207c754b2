import { groupBy } from "../src/base/collections.ts";
import { bootstrapInterval } from "../src/measure/bootstrap.ts";
import { createRandom } from "../src/measure/random.ts";
import { scoreNames } from "../src/screen/names/score.ts";
import { fittedWeights } from "../src/screen/names/weigh.ts";
import { figures } from "../test/screen/labelled-names.ts";
import { type FileInUse, filingOrganisations, type Half, hasFilesInUse, type RowInUse, rowsInUse } from "../test/screen/names-in-use.ts";
import { withAllLists } from "./all-lists.ts";
import { peerScores } from "./peer-scores.ts";
import { option, textOption } from "./support.ts";

/**
 * Names as they come in use, at the shipped thresholds, with 80% bootstrap intervals: labelled pairs, names as people write them, names of
 * no list, filers in Japan. `--half build|held`: a half by hash; `--filers N` (1500); `--workspace DIR`: one with all lists loaded;
 * `--peer PYTHON`: an interpreter with nomenklatura, whose logic-v2 scores the same pairs in the same run.
 */
const half = (textOption("half") ?? "all") as Half;
const filersAsked = option("filers", 1500);

interface Scored {
  readonly same: boolean;
  readonly score: number;
  readonly kind: "organisation" | "person";
  readonly group: string;
}

/** A figure with its interval over resampled rows. */
function interval<T>(rows: readonly T[], statistic: (sample: readonly T[]) => number): string {
  const bounds = bootstrapInterval(rows.length, (sample) => statistic(Array.from(sample, (at) => rows[at]!)), { random: createRandom(1) });
  return `${statistic(rows).toFixed(3)}${bounds === null ? "" : ` (${bounds.low.toFixed(3)} to ${bounds.high.toFixed(3)})`}`;
}

const judged = (rows: readonly Scored[]) =>
  rows.map(({ same, score, kind }) => ({ same, isMatch: score >= fittedWeights()[kind].threshold }));
const f1Of = (rows: readonly Scored[]): number => figures(judged(rows)).f1;

function scored(file: FileInUse): readonly Scored[] {
  return rowsInUse(file, half).map(({ schema, name1 = "", name2 = "", is_match, script }) => {
    const kind = schema === "Person" ? "person" : "organisation";
    return { same: is_match === "true", kind, group: script || kind, score: scoreNames(name1, name2, kind).score };
  });
}

function printPairs(file: FileInUse): void {
  const rows = scored(file);
  console.log(`${file}: ${rows.length} pairs, F1 ${interval(rows, f1Of)}`);
  for (const [group, own] of groupBy(rows, (row) => row.group)) console.log(`  ${group}: ${own.length} pairs, F1 ${interval(own, f1Of)}`);
}

/** Score from which logic-v2 calls two names one party. */
const peerThreshold = 0.7;

function printPeer(): void {
  const python = textOption("peer");
  if (python === undefined) {
    console.log("logic-v2 is not here; give --peer PYTHON with nomenklatura installed");
    return;
  }
  const pairs = rowsInUse("name_pairs", half).map(({ schema = "", name1 = "", name2 = "", is_match }) => ({
    ...{ schema: schema || "Company", name1, name2, same: is_match === "true" },
  }));
  const scores = peerScores(python, pairs);
  const peers = pairs.map(({ schema, same }, at) => ({
    kind: schema === "Person" ? "person" : "organisation",
    same,
    isMatch: scores[at]! >= peerThreshold,
  }));
  for (const [kind, own] of groupBy(peers, (row) => row.kind))
    console.log(`logic-v2 at ${peerThreshold}, ${kind}: ${own.length} pairs, F1 ${interval(own, (rows) => figures(rows).f1)}`);
}

type AskScreen = Parameters<Parameters<typeof withAllLists>[0]>[0]["screen"];
type Result = Awaited<ReturnType<AskScreen>>["results"][number];

async function screened(
  screen: AskScreen,
  queries: readonly { readonly name: string; readonly kind?: "organisation" | "person"; readonly economy?: string | null }[],
) {
  const results: Result[] = [];
  for (let from = 0; from < queries.length; from += 50)
    results.push(...(await screen({ queries: queries.slice(from, from + 50), top: 10 })).results);
  return results;
}

const alarm = ({ name, hits: [hit] }: Result): string =>
  `  ${name}: ${hit?.score.toFixed(2)} ${hit?.list} ${hit?.name} as ${hit?.matchedName} (${hit?.words.map(({ asked, listed, rule }) => `${asked} = ${listed}, ${rule}`).join("; ")})`;

function printAlarms(title: string, results: readonly Result[], most: number): void {
  const alarms = results.filter(({ matched }) => matched);
  console.log(
    `${title}: ${alarms.length} of ${results.length} alarm, ${interval(results, (rows) => rows.filter(({ matched }) => matched).length / rows.length)}`,
  );
  for (const result of alarms.slice(0, most)) console.log(alarm(result));
}

async function printLists(screen: AskScreen): Promise<void> {
  const written = rowsInUse("as_written", half);
  const results = await screened(
    screen,
    written.map(({ written: name = "", country }) => ({ name, economy: country || null })),
  );
  const found = results.map(({ hits }, at) =>
    hits.some(({ name, matchedName }) =>
      [name, matchedName].some((each) => new RegExp(written[at]?.listed_as_pattern ?? "", "i").test(each)),
    ),
  );
  console.log(
    `as_written: ${found.filter(Boolean).length} of ${found.length} found, ${interval(found, (rows) => rows.filter(Boolean).length / rows.length)}`,
  );
  for (const [at, { name }] of results.entries()) if (!found[at]) console.log(`  not found: ${name}`);
  const unlisted: readonly RowInUse[] = rowsInUse("unlisted", half);
  for (const kind of ["organisation", "person"] as const) {
    const own = unlisted.filter((row) => row.kind === kind);
    printAlarms(
      `unlisted, ${kind}s`,
      await screened(
        screen,
        own.map(({ name = "", country }) => ({ name, kind, economy: country || null })),
      ),
      own.length,
    );
  }
  const filers = filingOrganisations(filersAsked);
  for (const [language, nameOf] of [
    ["Japanese", "written"],
    ["English", "english"],
  ] as const)
    printAlarms(
      `filers in Japan, ${language} names`,
      await screened(
        screen,
        filers.map((filer) => ({ name: filer[nameOf], kind: "organisation" as const })),
      ),
      100,
    );
}

if (hasFilesInUse) {
  for (const file of ["script_pairs", "name_pairs"] as const) printPairs(file);
  printPeer();
  await withAllLists((ask) => printLists(ask.screen));
} else console.log("no names as they come in use here; set LEVERMAP_TEST_DATA");
