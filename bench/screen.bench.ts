import { DuckDBInstance } from "@duckdb/node-api";
import { quantile } from "../src/measure/bootstrap.ts";
import { createNameIndex, type ListedName } from "../src/screen/search/name-index.ts";
import { hasScreeningList, miswritten, numbers, screeningList } from "../test/screen/listed.ts";
import { option, over } from "./support.ts";

/** `--names N`: names queried in the index (default 10,000); `--scans N`: names queried in DuckDB (default 100). */
const asked = option("names", 10_000);
const scanned = option("scans", 100);
const limits = { p50: 3, p95: 10, seconds: 30 };

const shown = (times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b);
  return `p50 ${quantile(sorted, 0.5).toFixed(2)} ms, p95 ${quantile(sorted, 0.95).toFixed(2)} ms, longest ${quantile(sorted, 1).toFixed(0)} ms`;
};

/** Listed names, misspelt in four ways and shuffled. */
function questions(listed: readonly ListedName[], count: number): readonly ListedName[] {
  const random = numbers(7);
  return Array.from({ length: count }, (_, turn) => {
    const each = listed[(turn * 7919) % listed.length] as ListedName;
    return { ...each, name: miswritten(each.name, turn, random).slice(0, 900) };
  });
}

function indexTimes(listed: readonly ListedName[], names: readonly ListedName[]) {
  const begun = performance.now();
  const index = createNameIndex(listed);
  const made = (performance.now() - begun) / 1000;
  for (const { name } of names.slice(0, 300)) index.find(name);
  const [start, used] = [performance.now(), process.cpuUsage()];
  let found = 0;
  const times = names.map(({ name, party }) => {
    const before = performance.now();
    if (index.find(name).some((hit) => hit.party === party)) found++;
    return performance.now() - before;
  });
  const { user, system } = process.cpuUsage(used);
  return { times, found: found / names.length, seconds: (performance.now() - start) / 1000, core: (user + system) / 1e6, made };
}

async function scanTimes(listed: readonly ListedName[], names: readonly ListedName[]) {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run("CREATE TABLE listed (party VARCHAR, name VARCHAR)");
  const appender = await connection.createAppender("listed");
  for (const { party, name } of listed) {
    appender.appendVarchar(party);
    appender.appendVarchar(name.toLowerCase());
    appender.endRow();
  }
  appender.closeSync();
  const statement = await connection.prepare(
    "SELECT party, max(jaro_winkler_similarity(name, $1)) AS score FROM listed GROUP BY party ORDER BY score DESC, party LIMIT 10",
  );
  const times: number[] = [];
  let found = 0;
  for (const { name, party } of names) {
    const before = performance.now();
    statement.bindVarchar(1, name.toLowerCase());
    const rows = (await statement.runAndReadAll()).getRows();
    times.push(performance.now() - before);
    if (rows.some(([each]) => each === party)) found++;
  }
  return { times, found: found / names.length };
}

if (hasScreeningList) {
  const parties = screeningList();
  const listed = parties.flatMap(({ names }) => names);
  const own = indexTimes(listed, questions(listed, asked));
  const sorted = [...own.times].sort((a, b) => a - b);
  const [p50, p95] = [quantile(sorted, 0.5), quantile(sorted, 0.95)];
  console.log(`the first index, with the tables that it reads, is made in ${own.made.toFixed(1)} s`);
  console.log(
    `${asked} names against ${parties.length} entries, ${listed.length} names: ${shown(own.times)} (limits ${limits.p50} and ${limits.p95})${over(p50, limits.p50)}${over(p95, limits.p95)}; all in ${own.seconds.toFixed(1)} s, ${own.core.toFixed(1)} s of a core (limit ${((limits.seconds * asked) / 10_000).toFixed(0)})${over(own.seconds, (limits.seconds * asked) / 10_000)}; the party is found for ${(own.found * 100).toFixed(1)}%`,
  );
  const scan = await scanTimes(listed, questions(listed, scanned));
  const scanTimesSorted = scan.times.toSorted((a, b) => a - b);
  const scanP50 = quantile(scanTimesSorted, 0.5);
  console.log(
    `a full scan with Jaro-Winkler in DuckDB: ${shown(scan.times)}; the party is among its best ten for ${(scan.found * 100).toFixed(1)}%; it takes ${(scanP50 / p50).toFixed(1)} times as long`,
  );
  for (const part of [4, 2, 1]) {
    const some = listed.slice(0, Math.floor(listed.length / part));
    const { times, made } = indexTimes(some, questions(some, Math.min(asked, 2000)));
    console.log(`${some.length} names listed: the index is made in ${made.toFixed(1)} s; ${shown(times)}`);
  }
} else console.log("no screening list here; set LEVERMAP_TEST_DATA");
