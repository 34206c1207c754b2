import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { ScreenReport } from "../../src/answers/screen-report.ts";
import { load } from "../../src/library/load.ts";
import { open } from "../../src/library/open.ts";
import { createWorkspace } from "../../src/workspace/create.ts";
import { codeOf, temporaryFolder } from "../workspace/folder.ts";

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

it.each(["2026-13", "2026-02-30", "26-01", "2026-1"])("an edition that is no day, month or year is refused: %s", async (edition) => {
  const made = await loaded(`bad ${edition}`);
  await writeFile(join(folder, "c.csv"), copy("Nordmark Steel"));
  expect(await codeOf(load(made, "csl", [join(folder, "c.csv")], { edition }))).toBe("LM_USAGE");
});
