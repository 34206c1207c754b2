import { cp, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { sum } from "../src/base/numbers.ts";
import { stepNames } from "../src/corpus/steps/measure.ts";
import { load } from "../src/library/load.ts";
import { createWorkspace } from "../src/workspace/create.ts";
import { databaseName, openWorkspace } from "../src/workspace/open.ts";
import { spentBy } from "./spent.ts";
import { option, temporary } from "./support.ts";
import { writeChipTables } from "./synthetic-chips.ts";

/**
 * What each step of `measure` takes on a made-up office of which all classes are loaded, all in one process, then each in a process of its own, of which the start is in each figure.
 *
 *     npm run bench -- steps [--patents N] [--whole: all in one process alone]
 */
const patents = option("patents", 50_000);
const folder = temporary("steps");
const [tables, workspace] = [join(folder, "tables"), join(folder, "workspace")];
const classes = ["A", "B", "C", "D", "E", "F", "G", "H", "Y"];

/** Measures, and tells what it took. */
async function measure(what: string, dir: string, words: readonly string[]): Promise<void> {
  const size = async (): Promise<number> => (await stat(join(dir, databaseName))).size / 1e6;
  const before = await size();
  const { core, peak, clock, load: busy } = await spentBy(["measure", "--workspace", dir, ...words]);
  console.log(
    `  ${what}: ${core.toFixed(2)} s of a core, ${clock.toFixed(1)} s, ${peak.toFixed(0)} MB, ${((await size()) - before).toFixed(1)} MB more on disk (load average ${busy.toFixed(1)})`,
  );
}

try {
  await writeChipTables(tables, { patents, share: 0.3 });
  await createWorkspace(workspace);
  await load(workspace, "patentsview", [tables], { classes });
  const rest = join(folder, "all steps");
  await cp(workspace, rest, { recursive: true });
  console.log(`  ${patents} patents`);
  await measure("all steps", rest, []);
  for (const step of process.argv.includes("--whole") ? [] : stepNames) await measure(step, workspace, ["--only", step]);
  const tablesRead = ["patent", "patent_citation", "patent_holder", "patent_class", "patent_text"] as const;
  const opened = await openWorkspace(workspace, { mode: "read" });
  const current = (await opened.status()).filter((each) => each.current);
  console.log("  rows:", ...tablesRead.map((table) => `${table} ${sum(current.map(({ tables: rows }) => rows[table] ?? 0))}`));
  opened.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
