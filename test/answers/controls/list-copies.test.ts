import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { ScreenReport } from "../../../src/answers/screen/screen-report.ts";
import { decide } from "../../../src/library/decide.ts";
import { load } from "../../../src/library/load.ts";
import { open } from "../../../src/library/open.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { isLong } from "../../tiers.ts";
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
const decidedOn = async (dir: string, asOf: string, name: string): Promise<readonly (string | undefined)[] | undefined> =>
  (await screened(dir, asOf, name)).results[0]?.hits.map(({ decision }) => decision?.verdict);
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
  expect([await decidedOn(dir, "2026-10-01", "Nordmark Steel"), await decidedOn(dir, "2026-12-01", "Nordmark Steel")]).toEqual([
    ["false"],
    ["false"],
  ]);
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

it.runIf(isLong)("a list of several editions that is loaded in two files has keys with one day, so that decisions hold", async () => {
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
  expect([await decidedOn(dir, "2024-06-01", "Nordmark Steel"), await decidedOn(dir, "2025-06-01", "Nordmark Steel")]).toEqual([
    ["false"],
    ["false"],
  ]);
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

const listed = (names: Readonly<Record<string, string>>): string =>
  [
    "source,name,addresses,federal_register_notice,alt_names",
    ...Object.entries(names).map(([name, list]) => `${list},${name},CN,,`),
    "",
  ].join("\n");
const entity = "Entity List (EL) - Bureau of Industry and Security";
const denied = "Denied Persons List (DPL) - Bureau of Industry and Security";
const both = listed({ "Nordmark Steel": entity, "Sundgaard Oil": denied });

it.each([
  ["dated", "csl-2026-01-31.csv", "csl-2026-02-28.csv"],
  ["undated", "before.csv", "after.csv"],
])("a list whose last row a newer copy leaves out is not in force any more, and that is told: %s", async (name, before, after) => {
  const dir = await loaded(`last-row-${name}`, [before, both], [after, listed({ "Nordmark Steel": entity })]);
  expect(await found(dir, "2026-10-02", "Sundgaard Oil")).toBe(false);
  const { lists, evidence } = await screened(dir, "2026-10-02", "Nordmark Steel");
  expect(lists.map(({ list, issuer, readings }) => [list, issuer, readings.map(({ inForce }) => inForce)])).toEqual([
    ["us-denied-persons", "US", [0]],
    ["us-entity-list", "US", [1]],
  ]);
  expect(evidence.limits.join("\n")).toContain(`no row of it is left in ${after}, a newer copy of ${before}: it counts as empty`);
  const map = await open(dir);
  const { comparisons } = await map.watch({});
  map.close();
  expect(comparisons.flatMap(({ removed }) => removed.map(({ name: gone }) => gone))).toEqual(["Sundgaard Oil"]);
});

it.runIf(isLong)(
  "a list whose last row was removed holds until the day of the copy that lacks it, and again in a later one that has it",
  async () => {
    const dir = await loaded(
      "last-row-back",
      ["csl-2026-01-31.csv", both],
      ["csl-2026-02-28.csv", listed({ "Nordmark Steel": entity })],
      ["csl-2026-03-31.csv", both],
    );
    const on = (day: string) => found(dir, day, "Sundgaard Oil");
    expect([await on("2026-02-27"), await on("2026-02-28"), await on("2026-03-30"), await on("2026-03-31")]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  },
);

it("a file that lost all its rows empties its lists under the name that it had but for the day", async () => {
  const dir = await loaded("all-rows", ["csl-2026-01-31.csv", both], ["csl-2026-02-28.csv", listed({})]);
  const { results, lists } = await screened(dir, "2026-10-02", "Nordmark Steel");
  expect([results[0]?.matched, lists.map(({ readings }) => readings[0]?.inForce)]).toEqual([false, [0, 0]]);
});

it("one list of many does not stand for the others", async () => {
  const many = `${both}Unverified List (UVL) - Bureau of Industry and Security,Ostrand Chip,CN,,\n`;
  const dir = await loaded("one-of-many", ["csl.csv", many], ["entities.csv", listed({ "Nordmark Steel": entity })]);
  expect(await found(dir, "2026-10-02", "Sundgaard Oil")).toBe(true);
});

it("an alias that was added to a listed party is a change", async () => {
  const row = (alias: string): string => `${copy("Nordmark Steel").trimEnd()}${alias}\n`;
  const dir = await loaded("alias", ["nord-2026-01-31.csv", row("Norsta")], ["nord-2026-02-28.csv", row("Norsta; Nordsteel")]);
  const map = await open(dir);
  const [{ changed } = { changed: [] }] = (await map.watch({})).comparisons;
  map.close();
  expect(changed).toMatchObject([{ name: "Nordmark Steel", changes: [{ column: "alias added", before: null, after: "Nordsteel" }] }]);
});
