import { cpSync } from "node:fs";
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadCustomers } from "../../../src/library/cases/load-customers.ts";
import { runCases } from "../../../src/library/cases/run.ts";
import { backup } from "../../../src/library/upkeep.ts";
import { setMeta } from "../../../src/workspace/migrations.ts";
import { writeWorkspace } from "../../../src/workspace/write.ts";
import { madeOnce } from "../../made-once.ts";
import { customerTable, desk, listedKey, listedParties, ownedFirms, ownedList, screeningList, unlistedCustomers } from "./invented-desk.ts";

const parties = listedParties(30);
export const person = { id: "P-0417", name: "Quendolyn Ashtoreth Vrabie", kind: "person", country: "RO" };
/** Key of an entry that is listed. */
export const listedEntry = listedKey(parties[1]!);

/** A workspace that has something to do for each operation. */
export interface FurnishedDesk {
  readonly dir: string;
  /** Newer than what is loaded: a list, and one of owners with its mapping. */
  readonly newer: { readonly list: string; readonly owners: string; readonly mapping: string };
}

/**
 * A workspace with two lists, of which `settings.yaml` names newer ones, a person among the customers, a run of cases and a backup without the owners,
 * `backups/kept.duckdb`: a copy of one that is made once for a whole run of tests.
 */
export async function furnishedDesk(folder: string): Promise<FurnishedDesk> {
  cpSync(await madeOnce("furnished-desk", makeDesk), folder, { recursive: true });
  const dir = join(folder, "made");
  const newer = {
    list: join(folder, "made-csl-2026-06-03.csv"),
    owners: join(folder, "made-owners-2026-06-03.csv"),
    mapping: join(folder, "made-owners.yaml"),
  };
  const lists = { csl: [{ path: newer.list }], "party-list": [{ path: newer.owners, mapping: newer.mapping }] };
  await writeFile(join(dir, "settings.yaml"), JSON.stringify({ lists }));
  return { dir, newer };
}

async function makeDesk(folder: string): Promise<void> {
  const made = await desk(folder, "made");
  await made.lists("2026-06-01", parties.slice(1));
  await made.lists("2026-06-02", parties);
  await loadCustomers(made.dir, made.write("customers.csv", customerTable([person, ...unlistedCustomers(100)])), { user: "anna" });
  await runCases(made.dir, { asOf: "2026-06-02" });
  await backup(made.dir, join(folder, "kept.duckdb"));
  await writeWorkspace(made.dir, {}, (workspace) => workspace.use((connection) => setMeta(connection, "later", "yes")));
  await made.owners("2026-06-01", ownedFirms(3));
  made.write("csl-2026-06-03.csv", screeningList(parties.slice(2)));
  made.write("owners-2026-06-03.csv", ownedList(ownedFirms(5)));
  await cp(join(folder, "kept.duckdb"), join(made.dir, "backups", "kept.duckdb"), { recursive: true });
}
