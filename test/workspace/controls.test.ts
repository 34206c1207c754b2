import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Source } from "../../src/sources/format/source.ts";
import { sources } from "../../src/sources/index.ts";
import { loadSource } from "../../src/workspace/load.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import { emptyWorkspace } from "./empty.ts";
import { temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();

const list = (names: readonly string[], day: string): string =>
  JSON.stringify({
    list_id: "bis-entity-list",
    extracted: day,
    entities: names.map((name) => ({
      name,
      aliases: [`${name} Two`],
      country: "China",
      address: null,
      federal_register: "85 FR 83420, 12/22/20",
      notes: "",
    })),
  });

test("a list is loaded once, and a newer copy under the same name takes its place with the same keys", async () => {
  const dir = join(folder, "lists");
  await emptyWorkspace(dir);
  const file = join(folder, "entity-list.json");
  const source = sources.get("entity-list") as Source;
  const workspace = await openWorkspace(dir, { mode: "write" });
  try {
    const load = async (names: readonly string[], day: string): Promise<number> => {
      await writeFile(file, list(names, day));
      return (await loadSource(workspace, source, [file])).rows;
    };
    expect(await load(["Nord Ltd", "Sund Ltd"], "2026-01-01")).toBe(2 * 5 + 1);
    expect(await load(["Nord Ltd", "Sund Ltd"], "2026-01-01")).toBe(2 * 5 + 1);
    expect(await load(["Nord Ltd"], "2026-07-01")).toBe(5 + 1);
    const current = await workspace.use((connection) =>
      query<{ entry: string; edition: string }>(connection, "SELECT entry, edition FROM current_party_entry ORDER BY entry"),
    );
    expect(current).toEqual([{ entry: "entity-list/us-entity-list/nord-ltd-cn", edition: "2026-07-01" }]);
    const all = await workspace.use((connection) => query<{ n: number }>(connection, "SELECT count(*)::DOUBLE AS n FROM party_entry"));
    expect(all).toEqual([{ n: 3 }]);
  } finally {
    workspace.close();
  }
});
