import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { applicationKey } from "../../../../src/link/numbers/application-number.ts";
import { documentKey } from "../../../../src/link/numbers/document-number.ts";
import { atlas } from "../../../../src/sources/supply/atlas/atlas.ts";
import { faults, folderOf, readAll, realData } from "../../support.ts";

const root = join(import.meta.dirname, "../../../..");
const folder = join(root, "data/atlas");
const names = ["patents.csv", "patent-texts.csv", "patent-holders.csv", "patent-classes.csv", "patent-citations.csv"];
const bundled = await readAll(
  atlas,
  names.map((name) => join(folder, name)),
);
const patents = bundled.of("patent");
const citations = bundled.of("patent_citation");
const focal = "US6103599";

describe("the bundled patents", () => {
  test("are sound rows, each patent once, in order, with its title, a holder or none, and its classes", () => {
    expect(bundled.rejects).toEqual([]);
    expect(bundled.rows.flatMap(faults)).toEqual([]);
    const keys = patents.map(({ document }) => document);
    expect(keys).toEqual([...new Set(keys)].sort());
    expect(bundled.of("patent_text").map(({ document }) => document)).toEqual(keys);
    const known = new Set(keys);
    const others = [...bundled.of("patent_holder"), ...bundled.of("patent_class")].filter(({ document }) => !known.has(document));
    expect(others).toEqual([]);
    expect(new Set(bundled.of("patent_class").map(({ document }) => document)).size).toBe(keys.length);
  });

  test("name the document that each was read in", () => {
    expect(bundled.of("patent_source")).toEqual(
      patents.map(({ document, references }) => ({ document, source: references === null ? "p-patentsview" : "p-uspto-patents" })),
    );
  });

  test("hold titles alone, no abstract and no inventor", async () => {
    expect(new Set(bundled.of("patent_text").map(({ field }) => field))).toEqual(new Set(["title"]));
    expect((await readdir(folder)).filter((name) => /inventor|abstract/.test(name))).toEqual([]);
    expect(Math.max(...bundled.of("patent_text").map(({ text }) => text.length))).toBeLessThan(300);
  });

  test("have the numbers that Levermap makes of what was printed", () => {
    for (const { document, native, application } of patents) {
      expect(documentKey("US", native)).toBe(document);
      if (application !== null) expect(applicationKey("US", `${application.slice(2, 4)}/${application.slice(4)}`)).toBe(application);
    }
    const cited = [...new Set(citations.map((each) => each.cited))];
    expect(cited.filter((key) => documentKey("US", key.slice(2)) !== key)).toEqual([]);
  });

  test("have as many references as their record states, or no count", () => {
    const count = new Map<string, number>();
    for (const { citing } of citations) count.set(citing, (count.get(citing) ?? 0) + 1);
    const other = patents.filter(({ document, references }) => references !== null && references !== (count.get(document) ?? 0));
    expect(other).toEqual([]);
    expect(patents.filter(({ references }) => references === null).every(({ document }) => !count.has(document))).toBe(true);
  });

  test("are US 6103599, the 138 that cite it, and patents with a CPC symbol in H01L or H10", () => {
    const citers = new Set(citations.filter(({ cited }) => cited === focal).map(({ citing }) => citing));
    expect(citers.size).toBe(138);
    const symbols = bundled.of("patent_class").filter(({ scheme, symbol }) => scheme === "cpc" && /^H01L|^H10/.test(symbol));
    const chips = new Set(symbols.map(({ document }) => document));
    expect(patents.filter(({ document }) => document !== focal && !citers.has(document) && !chips.has(document))).toEqual([]);
    expect(chips.has(focal)).toBe(true);
  });

  /** Each citer counts 1 if it cites the patent alone and -1 if it also cites one of its references (Funk and Owen-Smith 2017). */
  test("give the published disruption of US 6103599, without and with a window of 1,825 days", () => {
    const references = new Set(citations.filter(({ citing }) => citing === focal).map(({ cited }) => cited));
    const citers = [...new Set(citations.filter(({ cited }) => cited === focal).map(({ citing }) => citing))];
    const both = new Set(citations.filter(({ cited }) => references.has(cited)).map(({ citing }) => citing));
    const day = (key: string): number => Date.parse(patents.find(({ document }) => document === key)?.published ?? "") / 86_400_000;
    const disruption = (some: readonly string[]) => some.reduce((sum, key) => sum + (both.has(key) ? -1 : 1), 0) / some.length;
    expect(references.size).toBe(33);
    expect(citers.filter((key) => both.has(key))).toHaveLength(85);
    expect(disruption(citers)).toBeCloseTo(-0.231884, 6);
    const early = citers.filter((key) => day(key) > day(focal) && day(key) <= day(focal) + 1825);
    expect(early).toHaveLength(8);
    expect(early.filter((key) => both.has(key))).toHaveLength(5);
    expect(disruption(early)).toBe(-0.25);
  });
});

const records = realData("patents/uspto-citations/patents.csv");

test.skipIf(records.absent)(`the script writes them from ${records.path} byte for byte`, async () => {
  const output = await folderOf({});
  await promisify(execFile)(process.execPath, [join(root, "scripts/extract-patents.mjs"), join(records.path, "../../.."), output]);
  for (const name of names) expect(await readFile(join(output, name), "utf8"), name).toBe(await readFile(join(folder, name), "utf8"));
});

test("the script says which file is not there", async () => {
  const run = promisify(execFile)(process.execPath, [join(root, "scripts/extract-patents.mjs"), await folderOf({}), await folderOf({})]);
  await expect(run).rejects.toMatchObject({ stderr: expect.stringContaining("nvidia_cpc.csv is not there") });
});
