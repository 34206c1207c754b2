import { rm } from "node:fs/promises";
import { loadavg } from "node:os";
import { openAsk } from "../src/ask/open-ask.ts";
import { createWorkspace } from "../src/workspace/create.ts";
import { openWorkspace } from "../src/workspace/open.ts";
import { runAll } from "../src/workspace/query.ts";
import { exponent, measured, temporary, textOption } from "./support.ts";

/** `--sizes 10000,100000` documents with a title of 60 and an abstract of 700 characters, a holder, two classes and a technology each. */
const sizes = (textOption("sizes") ?? "10000,100000").split(",").map(Number);

const searches = [
  "wbh",
  '"wbh wdb"',
  "wbh wdb wcbc",
  "(wbh OR wbi) NEAR/5 wea",
  "wbh AND class:H01L21 AND day:2010.. NOT office:EP",
  "title:wbh holder:holder7",
  "class:H10B12/05 day:2015",
  "wd wf day:..2001 status:ended",
];

/** Words drawn by Zipf's law, figures as letters (wb is word 1), word 1 the most frequent, decided by the place in the corpus. */
const text = (words: number, salt: number): string =>
  `(SELECT string_agg('w' || translate(floor(pow(2000.0, (hash(i * 1000 + k + ${salt}) % 100000) / 100000.0))::INTEGER::VARCHAR, '0123456789', 'abcdefghij'), ' ') FROM range(${words}) r(k))`;

const fill = (documents: number): readonly string[] => [
  `INSERT INTO load VALUES ('bench', 1, 'uspto', 'bench', 'parts', NULL, 'bench', '', 0, 0, 0, '2026-01-01T00:00:00Z', '', true)`,
  `CREATE TEMP TABLE d AS SELECT i, 'US' || (8000000 + i) AS document, (2000 + i % 24) || '-03-0' || (1 + i % 9) AS day FROM range(${documents}) r(i)`,
  `INSERT INTO patent BY NAME SELECT document, 'US' AS office, day AS published, 1 AS granted, document AS native, 'bench' AS load_id, 'f' AS file, i AS line FROM d`,
  `INSERT INTO patent_text BY NAME SELECT document, 'title' AS field, 'en' AS language, ${text(9, 1)} AS text, 'bench' AS load_id, 'f' AS file, i AS line FROM d`,
  `INSERT INTO patent_text BY NAME SELECT document, 'abstract' AS field, 'en' AS language, ${text(140, 7)} AS text, 'bench' AS load_id, 'f' AS file, i AS line FROM d`,
  `INSERT INTO patent_holder BY NAME SELECT document, 'assignee' AS role, 1 AS position, 'Holder' || (i % 997) AS name, 'bench' AS load_id, 'f' AS file, i AS line FROM d`,
  `INSERT INTO patent_class BY NAME SELECT document, 'cpc' AS scheme, CASE k WHEN 0 THEN 'H01L' || (21 + i % 5) || '/' || (10 + i % 90) ELSE 'H10B12/0' || (i % 10) END AS symbol,
    'bench' AS load_id, 'f' AS file, i AS line FROM d, range(2) r(k)`,
  `INSERT INTO patent_document BY NAME SELECT i AS number, document, 'US' AS office, 1 AS loaded, day, 1 AS granted, day AS filed, document AS unit, 'alone' AS unit_rule FROM d`,
  `INSERT INTO holder BY NAME SELECT 'h' || i AS holder, 'Holder' || i AS name, ${Math.ceil(documents / 997)} AS documents FROM range(997) r(i)`,
  `INSERT INTO holder_name SELECT name, holder, 'printed' FROM holder`,
  `INSERT INTO document_holder SELECT document, 'h' || (i % 997), 1 FROM d`,
  "INSERT INTO patent_technology SELECT document, 't' || (i % 50), 'r' FROM d",
  "INSERT INTO measured VALUES ('documents', 'bench', 0)",
];

async function timesOf(documents: number): Promise<ReadonlyMap<string, number>> {
  const dir = temporary("search");
  try {
    await createWorkspace(dir);
    const writer = await openWorkspace(dir, { mode: "write" });
    await writer.use((connection) => runAll(connection, fill(documents)));
    writer.close();
    const workspace = await openWorkspace(dir, { mode: "read" });
    const ask = openAsk(workspace, { build: null });
    await ask.searchPatents({ words: "none" });
    const times = new Map<string, number>();
    console.log(`${documents} documents, load average ${loadavg()[0]!.toFixed(1)}`);
    for (const words of searches) {
      const { result, clock, core } = await measured(() => ask.searchPatents({ words }));
      times.set(words, core);
      console.log(`  ${words}: ${result.total} found, ${clock.toFixed(2)} s (processor ${core.toFixed(2)} s)`);
    }
    for (const [what, work] of [
      ["facets of wbh", () => ask.searchPatents({ words: "wbh", facets: true })],
      ["like a text", () => ask.similarPatents({ like: "wbh wdb wcbc wea" })],
    ] as const) {
      const { clock, core } = await measured<unknown>(work);
      times.set(what, core);
      console.log(`  ${what}: ${clock.toFixed(2)} s (processor ${core.toFixed(2)} s)`);
    }
    console.log(`  at most ${(process.resourceUsage().maxRSS / 1e6).toFixed(2)} GB of memory`);
    workspace.close();
    return times;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

const all: ReadonlyMap<string, number>[] = [];
for (const size of sizes) all.push(await timesOf(size));
const [first, last] = [all[0]!, all.at(-1)!];
if (sizes.length > 1) {
  for (const [what, seconds] of last) {
    console.log(`${what}: exponent ${exponent(first.get(what)!, seconds, sizes.at(-1)! / sizes[0]!).toFixed(2)}`);
  }
}
