import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { loadCustomers } from "../src/library/cases/load-customers.ts";
import { type RunSummary, runCases } from "../src/library/cases/run.ts";
import { load } from "../src/library/load.ts";
import { filingOrganisations, hasFilesInUse } from "../test/screen/names-in-use.ts";
import { realData } from "../test/sources/support.ts";
import { withAllLists } from "./all-lists.ts";
import { measured, option, textOption } from "./support.ts";

/**
 * A run over customers by names of filers in Japan against all lists, then over a copy of the screening list in which every N-th row has
 * another alias: what changed alone, and everything. `--customers N` (5000); `--every N` (500); `--workspace DIR` of all lists.
 */
const [customers, every] = [option("customers", 5000), option("every", 500)];

type Cells = Readonly<Record<string, string>>;

/** The screening list with another alias in some rows, and some rows left out. */
function laterList(): string {
  const rows: readonly Cells[] = parse(readFileSync(realData("controls/csl/consolidated.csv").path, "utf8"), { columns: true, bom: true });
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  const later = rows.flatMap((row, at): readonly Cells[] => {
    if (at % every !== 0) return [row];
    return at % (every * 10) === 0 ? [] : [{ ...row, alt_names: `Otherwise Called ${at} Works` }];
  });
  return [line(columns), ...later.map((row) => line(columns.map((column) => row[column] ?? "")))].join("\n");
}

const told = ({ open }: RunSummary): string =>
  JSON.stringify(open.map(({ customer, entry, score, state }) => [customer, entry, score, state]));

if (hasFilesInUse) {
  const folder = await mkdtemp(join(tmpdir(), "levermap-bench-delta-"));
  const lists = textOption("workspace");
  try {
    if (lists === undefined) throw new Error("give --workspace DIR, which is made where it is not there");
    await withAllLists(async () => undefined);
    const dir = join(folder, "desk");
    cpSync(lists, dir, { recursive: true });
    const rows = filingOrganisations(customers).map(({ english }, at) => `C-${at},"${english.replaceAll('"', '""')}",organisation`);
    const file = join(folder, "customers.csv");
    writeFileSync(file, ["id,name,kind", ...rows, ""].join("\n"));
    await loadCustomers(dir, file, { user: "bench" });
    const print = (title: string, { result, clock, core }: { result: RunSummary; clock: number; core: number }): void =>
      console.log(
        `${title}: ${result.kind}, ${result.customers} customers, ${result.entries.length} entries changed, ${result.open.length} cases; ${clock.toFixed(1)} s, ${core.toFixed(1)} s of a core`,
      );
    const day = "2026-11-25";
    print("first run", await measured(() => runCases(dir, { asOf: day, user: "bench" })));
    print("nothing changed", await measured(() => runCases(dir, { asOf: day, user: "bench" })));
    const later = join(folder, "consolidated.csv");
    writeFileSync(later, laterList());
    await load(dir, "csl", [later], { maxRejects: 0.2 });
    const delta = await measured(() => runCases(dir, { asOf: day, user: "bench" }));
    print("what changed", delta);
    const full = await measured(() => runCases(dir, { asOf: day, user: "bench", full: true }));
    print("everything", full);
    console.log(told(delta.result) === told(full.result) ? "the same cases" : "OTHER CASES");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
} else console.log("no lists here; set LEVERMAP_TEST_DATA");
