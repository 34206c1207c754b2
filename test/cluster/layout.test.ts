import { cp, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { writeChipTables } from "../../bench/synthetic-chips.ts";
import { derivedTableNames } from "../../src/base/derived-tables.ts";
import { tableNames } from "../../src/base/tables.ts";
import { exportLayout, loadLayout } from "../../src/cluster/layout.ts";
import { load } from "../../src/library/load.ts";
import { measure } from "../../src/library/measure.ts";
import { createWorkspace } from "../../src/workspace/create.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { queryMany } from "../../src/workspace/query.ts";
import { isLong, some } from "../tiers.ts";
import { codeOf, contents, errorOf, temporaryFolder } from "../workspace/folder.ts";

const folder = temporaryFolder();
const [dir, layout] = [join(folder, "workspace"), join(folder, "layout")];

/** Every row of every table in its order, with its load and place. */
async function everything(workspaceDir: string): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const workspace = await openWorkspace(workspaceDir, { mode: "read" });
  try {
    const rows = new Map<string, readonly unknown[]>();
    for (const table of ["load", "reject", ...tableNames, ...derivedTableNames]) {
      const place =
        table === "load" ? "seq" : (derivedTableNames as readonly string[]).includes(table) ? "rowid" : "load_id, file, line, rowid";
      rows.set(table, await workspace.use((connection) => queryMany(connection, `SELECT * FROM "${table}" ORDER BY ${place}`)));
    }
    return rows;
  } finally {
    workspace.close();
  }
}

const fresh = async (name: string): Promise<string> => {
  const made = join(folder, name);
  await createWorkspace(made);
  return made;
};

const copied = async (name: string): Promise<string> => {
  await cp(layout, join(folder, name), { recursive: true });
  return join(folder, name);
};

const oneOf = async (place: string): Promise<string> => join(place, (await readdir(place)).sort()[0]!);

describe("a layout", () => {
  beforeAll(async () => {
    await createWorkspace(dir);
    await writeChipTables(join(folder, "tables"), { patents: 400, share: 0.3 });
    await load(dir, "patentsview", [join(folder, "tables")], { classes: ["H", "G03F", "G11C"] });
    // One name in two folders, the second of which replaces the first, and rows that are none
    for (const [place, name] of [
      ["one", "Acme, Inc"],
      ["two", "Acme Ltd"],
    ] as const) {
      const path = join(folder, place);
      await mkdir(path);
      await writeFile(
        join(path, "joins.csv"),
        `name,relation,other,note\n"${name}",together,Other Co,\n"${name}",married,Other Co,"it's ""so"" 中"\n`,
      );
      await load(dir, "holder-joins", [join(path, "joins.csv")], { maxRejects: 1 });
    }
    await measure(dir);
    await exportLayout(dir, layout);
  });

  test("goes both ways, row by row, with rejects, places and measures", async () => {
    const there = await fresh("there");
    const { loads, measured } = await loadLayout(there, layout);
    expect(measured).toBe(true);
    expect(loads.every(({ already }) => !already)).toBe(true);
    const [before, after] = [await everything(dir), await everything(there)];
    for (const [name, rows] of before) expect(after.get(name), name).toEqual(rows);
    for (const name of ["load", "reject", "patent", "patent_citation", "holder_join", "citation_measure", "measured"])
      expect(before.get(name)!.length, name).toBeGreaterThan(0);
    await exportLayout(there, join(folder, "back"));
    for (const place of ["load", "measure", "graph", "patent", "patent_citation", "reject"])
      expect(await contents(join(folder, "back", place)), place).toEqual(await contents(join(layout, place)));
    expect((await loadLayout(there, layout)).loads.every(({ already }) => already)).toBe(true);
    expect((await everything(there)).get("load")).toEqual(after.get("load"));
  });

  test.runIf(isLong)("leaves measures away that rest on other loads", async () => {
    const other = await fresh("other");
    await writeFile(join(folder, "more.csv"), "name,relation,other,note\nSomebody,together,Other Co,\n");
    await load(other, "holder-joins", [join(folder, "more.csv")]);
    expect((await loadLayout(other, layout)).measured).toBe(false);
    const steps = (await everything(other)).get("measured") as readonly { step: string }[];
    expect(steps.map(({ step }) => step).sort()).toEqual(["citations", "documents", "networks", "technologies", "texts"]);
  });

  test("replaces an earlier one only, by force, and no folder of others", async () => {
    expect(await codeOf(exportLayout(dir, layout))).toBe("LM_EXPORT_EXISTS");
    const again = await copied("again");
    await exportLayout(dir, again, { force: true });
    expect(await contents(join(again, "load"))).toEqual(await contents(join(layout, "load")));
    await writeFile(join(again, "thesis.txt"), "mine");
    expect(await codeOf(exportLayout(dir, again, { force: true }))).toBe("LM_EXPORT_EXISTS");
    expect(await codeOf(exportLayout(dir, join(folder, "all*")))).toBe("LM_USAGE");
  });

  const spoilings: readonly (readonly [string, (place: string) => Promise<void>])[] = [
    ["a table is cut", async (place) => truncate(await oneOf(join(place, "patent")), 500)],
    ["a table is missing", async (place) => rm(await oneOf(join(place, "patent_citation")))],
    [
      "a receipt was changed",
      async (place) => {
        const path = await oneOf(join(place, "load"));
        await writeFile(path, (await readFile(path, "utf8")).replace(/"rows": \d+/, '"rows": 1'));
      },
    ],
    ["the manifest is missing", (place) => rm(join(place, "manifest.json"))],
    [
      "the manifest is of a later version",
      async (place) => {
        const path = join(place, "manifest.json");
        await writeFile(path, (await readFile(path, "utf8")).replace('"version": 1', '"version": 2'));
      },
    ],
    [
      "the manifest names a path",
      async (place) => {
        const path = join(place, "manifest.json");
        await writeFile(path, (await readFile(path, "utf8")).replace(/"id": "[0-9a-f]{16}"/, '"id": "../../../../etc/a"'));
      },
    ],
    [
      "a table has the columns of another",
      async (place) => rename(await oneOf(join(place, "patent_class")), await oneOf(join(place, "patent"))),
    ],
  ];
  test.each(
    some(
      spoilings,
      spoilings.filter(([name]) => !/receipt|missing/.test(name)),
    ),
  )("is refused where %s, and leaves the workspace as far as it was whole", async (name, spoil) => {
    const spoiled = await copied(`spoiled ${name}`);
    await spoil(spoiled);
    const target = await fresh(`into ${name}`);
    const error = await errorOf(loadLayout(target, spoiled));
    expect(error?.code).toBe("LM_LAYOUT_INVALID");
    for (const { rows, id } of (await everything(target)).get("load") as readonly { rows: number; id: string }[]) {
      const held = [...(await everything(target))].flatMap(([held, all]) =>
        held === "load" || held === "reject" ? [] : all.filter((row) => (row as { load_id?: string }).load_id === id),
      );
      expect(held.length).toBe(rows);
    }
    if (name !== "a table is cut") return;
    // What is whole loads after all
    expect((await loadLayout(target, layout)).measured).toBe(true);
    expect((await everything(target)).get("patent")).toEqual((await everything(dir)).get("patent"));
  });
});
