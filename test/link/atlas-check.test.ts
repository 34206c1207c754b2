import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkAtlas } from "../../src/link/atlas-check.ts";
import type { AtlasRow } from "../../src/link/parameter-domains.ts";
import { atlas } from "../../src/sources/supply/atlas/atlas.ts";
import { atlasFiles } from "../sources/fixtures.ts";
import { folderOf, readAll } from "../sources/support.ts";

const messages = async (changes: Readonly<Record<string, string>> = {}): Promise<readonly string[]> => {
  const added = Object.fromEntries(Object.entries(changes).map(([name, lines]) => [name, `${atlasFiles[name]}${lines}`]));
  const { rows, rejects } = await readAll(atlas, [await folderOf({ ...atlasFiles, ...added })]);
  expect(rejects).toEqual([]);
  return checkAtlas(rows).map(({ table, line, message }) => `${table} ${line}: ${message}`);
};

/** A line of `problems.csv` as it should be, but for what is given. */
const problem = (of: Readonly<Record<string, string>>): string =>
  `${Object.values({ id: "dust", technology: "mill", name: "dust", need: "None is seen.", classes: "B02C23/08", words: "dust", maturity: "research", year: "2025", known: "", clock: "a sensor", clock_low: "2027", clock_high: "2028", source: "book", grade: "assumed", note: "", ...of }).join(",")}\n`;

const ofActs = "first-permits, withheld-at-first, transit, leakage, and nothing else, belongs to acts";

describe("checkAtlas", () => {
  test("a sound atlas has no problem", async () => {
    expect(await messages()).toEqual([]);
  });

  test.each([
    ["requires.csv", "ore,mill-two,unknown,,,,book,derived,\n", "requirement 3: cycle: ore -> mill-two -> ore"],
    ["requires.csv", "ore,ore,unknown,,,,book,derived,\n", "requirement 4: cycle: ore -> ore"],
    ["requires.csv", "mill,mill-two,unknown,,,,book,derived,\n", "requirement 4: mill-two is both required by mill and a variety of it"],
    ["requires.csv", "mill,gone,unknown,,,,book,derived,\n", "requirement 4: input gone is not a known technology"],
    ["requires.csv", "mill,ore,marginal,,,2020-05,book,derived,\n", "requirement 4: same technology, input, since as line 2"],
    ["families.csv", "gone,mill\n", "family_member 3: member gone is not a known technology"],
    ["varieties.csv", "mill,ore,0.7,0.8,book,published,\n", "variety 3: weights of the varieties of mill cannot sum to 1"],
    [
      "shares.csv",
      "ore,JP,economy,production,0.4,0.4,2024,,book,published,\n",
      "share 5: shares of ore, production, economy, 2024 sum to 1.100",
    ],
    ["shares.csv", "mill,CN,economy,production,0.1,0.1,2024,,book,assumed,\n", "share 5: a share is never assumed"],
    ["shares.csv", "mill,gone,organisation,sales,0.1,0.1,2024,,book,published,\n", "share 5: holder gone is not a known organisation"],
    ["shares.csv", "mill,FR,economy,sales,0.1,0.1,2024,,book,published,\n", "share 5: holder FR is not a known economy"],
    ["shares.csv", "ore,US,economy,sales,0.1,0.1,2024,,none,published,\n", "share 5: source none is not a known document"],
    [
      "parameters.csv",
      "ore,fungibility,world,0.5,1.5,fraction,2024,,book,published,\n",
      "parameter 4: fungibility must lie between 0 and 1",
    ],
    ["parameters.csv", "ore,luck,world,0.5,0.5,fraction,2024,,book,published,\n", "parameter 4: unknown parameter luck"],
    ["parameters.csv", "ore,constructor,world,0.5,0.5,fraction,2024,,book,published,\n", "parameter 4: unknown parameter constructor"],
    ["defaults.csv", "capital,recovery-chance,0,2,fraction,x\n", "default_parameter 3: recovery-chance must lie between 0 and 1"],
    ["defaults.csv", "act,withheld-at-first,0,1.1,fraction,x\n", "default_parameter 3: withheld-at-first must lie between 0 and 1"],
    ["defaults.csv", "act,stock,0,1,months,x\n", `default_parameter 3: ${ofActs}`],
    ["defaults.csv", "capital,first-permits,0,1,months,x\n", `default_parameter 3: ${ofActs}`],
    ["parameters.csv", "ore,first-permits,world,1,2,months,2024,,book,published,\n", `parameter 4: ${ofActs}`],
    ["outages.csv", "acme-2020,coal,Acme,fire,2020,1,2,,,,book,published,\n", "outage 3: technology coal is not a known technology"],
    [
      "reach.csv",
      "r2,US,mill,*,*,CN,JP;FR,content,0,1,x,,,,book,published,\n",
      "reach 3: exempt FR is not a known economy or organisation",
    ],
    ["organisations.csv", "acme,Other,JP,,,book,\n", "organisation 3: same id as line 2"],
    ["problems.csv", problem({ technology: "gone" }), "problem 3: technology gone is not a known technology"],
    ["problems.csv", problem({ id: "mill-wear" }), "problem 3: same id as line 2"],
    ["problems.csv", problem({ source: "none" }), "problem 3: source none is not a known document"],
    ["problem-workers.csv", "dust,acme,organisation,,,book,published,\n", "problem_worker 3: problem dust is not a known problem"],
    ["problem-workers.csv", "mill-wear,JP,organisation,,,book,published,\n", "problem_worker 3: holder JP is not a known organisation"],
    ["successors.csv", "mill-two,gone,2026,,,,book,published,\n", "successor 3: replaces gone is not a known technology"],
    ["successors.csv", "mill-two,mill,2030,,,,book,published,\n", "successor 3: same technology, replaces as line 2"],
  ])("%s: %s is a problem", async (name, line, problem) => {
    expect(await messages({ [name]: line })).toContain(problem);
  });

  test("acts have terms that are the same for every technology, with a leakage of a technology's own", async () => {
    const rows = ["leakage,0,0.3,fraction", "first-permits,1,3,months", "withheld-at-first,0.9,1,fraction"].map((row) => `act,${row},x\n`);
    const own = "ore,leakage,world,0,0.1,fraction,2024,,book,published,\n";
    expect(await messages({ "defaults.csv": rows.join(""), "parameters.csv": own })).toEqual([]);
  });

  test("a group of economies is known where economies are", async () => {
    expect(await messages({ "product-places.csv": "mill,EU,make,0.1,0.1,2024,,book,published,\n" })).toEqual([]);
  });

  test("cycles are found exactly where there are some", () => {
    const nodes = ["a", "b", "c", "d", "e"];
    const edge = fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...nodes));
    const row = (technology: string, input: string, line: number): AtlasRow => ({
      table: "requirement",
      file: "x",
      line,
      row: { technology, input, since: String(line) },
    });
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 9 }), (edges) => {
        const rows = edges.map(([from, to], index) => row(from, to, index + 1));
        const named = checkAtlas(rows).filter(({ message }) => message.startsWith("cycle"));
        for (const { message } of named) {
          const path = message.slice("cycle: ".length).split(" -> ");
          expect(path[0]).toBe(path.at(-1));
          path.slice(1).forEach((to, index) => {
            expect(edges).toContainEqual([path[index], to]);
          });
        }
        expect(named.length > 0).toBe(hasCycle(edges));
      }),
    );
  });

  test("a chain of ten thousand technologies is checked without deep recursion", () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, index): AtlasRow => ({
        table: "requirement",
        file: "x",
        line: index + 1,
        row: { technology: `t${index}`, input: `t${index + 1}` },
      }),
    );
    expect(checkAtlas(rows).filter(({ message }) => message.startsWith("cycle"))).toEqual([]);
  });
});

/** By taking away what points nowhere until nothing changes. */
function hasCycle(edges: readonly (readonly [string, string])[]): boolean {
  let left = edges;
  for (;;) {
    const sources = new Set(left.map(([from]) => from));
    const kept = left.filter(([, to]) => sources.has(to));
    if (kept.length === left.length) return left.length > 0;
    left = kept;
  }
}
