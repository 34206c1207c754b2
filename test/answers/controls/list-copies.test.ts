import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { ScreenReport } from "../../../src/answers/screen/screen-report.ts";
import { decide } from "../../../src/library/decide.ts";
import { load } from "../../../src/library/load.ts";
import { open } from "../../../src/library/open.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { codeOf, temporaryFolder } from "../../workspace/folder.ts";

const folder = temporaryFolder();

const copy = (...names: readonly string[]): string =>
  [
    "source,name,addresses,federal_register_notice,alt_names",
    ...names.map((name) => `Entity List (EL) - Bureau of Industry and Security,${name},CN,,`),
    "",
  ].join("\n");

async function loaded(name: string, ...copies: readonly (readonly [file: string, text: string, edition?: string])[]): Promise<string> {
  const dir = join(folder, name);
  await createWorkspace(dir);
  for (const [file, text, edition] of copies) {
    await writeFile(join(folder, file), text);
    await load(dir, "csl", [join(folder, file)], { edition });
  }
  return dir;
}

async function screened(dir: string, asOf: string, name: string): Promise<ScreenReport> {
  const map = await open(dir, { asOf });
  try {
    return await map.screen({ queries: [{ name }] });
  } finally {
    map.close();
  }
}
const found = async (dir: string, asOf: string, name: string): Promise<boolean | undefined> =>
  (await screened(dir, asOf, name)).results[0]?.matched;

it("a copy of the screening list with an edition takes the place of an older one under another name, from its day on", async () => {
  const dir = await loaded(
    "editions",
    ["august.csv", copy("Nordmark Steel", "Sundgaard Oil"), "2026-08"],
    ["october.csv", copy("Nordmark Steel"), "2026-10-02"],
  );
  expect([await found(dir, "2026-09-15", "Sundgaard Oil"), await found(dir, "2026-10-02", "Sundgaard Oil")]).toEqual([true, false]);
  expect([await found(dir, "2026-09-15", "Nordmark Steel"), await found(dir, "2026-10-02", "Nordmark Steel")]).toEqual([true, true]);
  const { lists, results } = await screened(dir, "2026-09-15", "Nordmark Steel");
  expect(lists[0]?.readings).toMatchObject([{ used: "2026-08", inForce: 2 }]);
  expect(results[0]?.hits).toHaveLength(1);
});

it("of two copies without days the one loaded last counts, and every answer says so", async () => {
  const dir = await loaded("undated", ["b.csv", copy("Nordmark Steel", "Sundgaard Oil")], ["a.csv", copy("Nordmark Steel")]);
  const report = await screened(dir, "2026-10-02", "Sundgaard Oil");
  expect(report.results[0]?.matched).toBe(false);
  expect(report.evidence.limits.join("\n")).toContain(
    "another copy of it (b.csv, 2 rows, its day not known) is left out: a.csv is taken for the newer one",
  );
});

it("a decision on an entry of an older copy, as it is printed, is kept and holds in both", async () => {
  const dir = await loaded(
    "decided",
    ["september.csv", copy("Nordmark Steel"), "2026-09-01"],
    ["november.csv", copy("Nordmark Steel"), "2026-11-01"],
  );
  const [hit] = (await screened(dir, "2026-10-01", "Nordmark Steel")).results[0]?.hits ?? [];
  expect(hit?.entry).toBe("csl/us-entity-list/nordmark-steel-cn/2026-09-01");
  await decide(dir, { name: "Nordmark Steel", entry: hit?.entry ?? "", verdict: "false" });
  expect([await found(dir, "2026-10-01", "Nordmark Steel"), await found(dir, "2026-12-01", "Nordmark Steel")]).toEqual([false, false]);
});

const mapping = [
  "title: Ours",
  "notice: Ours.",
  "needs: [Who]",
  "issuer: NO",
  "list: { constant: no-list }",
  "origin: ours",
  "name: Who",
  "",
].join("\n");

it("a list of several editions that is loaded in two files has keys with one day, so that decisions hold", async () => {
  const dir = join(folder, "several");
  await createWorkspace(dir);
  const yaml = join(folder, "several.yaml");
  await writeFile(yaml, `${mapping}edition: { column: Day, full: [2024-01-31, 2025-01-07] }\n`);
  for (const [file, day] of [
    ["first.csv", "2024-01-31"],
    ["second.csv", "2025-01-07"],
  ] as const) {
    await writeFile(join(folder, file), `Who,Day\nNordmark Steel,${day}\n`);
    await load(dir, "party-list", [yaml, join(folder, file)]);
  }
  const entry = "ours/no-list/nordmark-steel/2024-01-31";
  expect((await screened(dir, "2024-06-01", "Nordmark Steel")).results[0]?.hits.map((hit) => hit.entry)).toEqual([entry]);
  await decide(dir, { name: "Nordmark Steel", entry, verdict: "false" });
  expect([await found(dir, "2024-06-01", "Nordmark Steel"), await found(dir, "2025-06-01", "Nordmark Steel")]).toEqual([false, false]);
});

it("a registry that was checked row by row has all its rows, of one name too", async () => {
  const dir = join(folder, "checked");
  await createWorkspace(dir);
  const [yaml, table] = [join(folder, "checked.yaml"), join(folder, "registry.csv")];
  await writeFile(yaml, `${mapping}edition: { checked: Day }\n`);
  await writeFile(table, "Who,Day\nNordmark Steel,2026-05-01\nSundgaard Oil,2026-07-20\nNordmark Steel,2026-07-20\n");
  await load(dir, "party-list", [yaml, table]);
  for (const day of ["2026-06-01", "2026-09-01"]) {
    const { results } = await screened(dir, day, "Nordmark Steel");
    expect(results[0]?.hits.map(({ entry }) => entry)).toEqual(["ours/no-list/nordmark-steel", "ours/no-list/nordmark-steel-2"]);
    expect(await found(dir, day, "Sundgaard Oil")).toBe(true);
  }
});

it.each(["2026-13", "2026-02-30", "26-01", "2026-1"])("an edition that is no day, month or year is refused: %s", async (edition) => {
  const made = await loaded(`bad ${edition}`);
  await writeFile(join(folder, "c.csv"), copy("Nordmark Steel"));
  expect(await codeOf(load(made, "csl", [join(folder, "c.csv")], { edition }))).toBe("LM_USAGE");
});
