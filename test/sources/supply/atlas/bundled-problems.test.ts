import { beforeAll, describe, expect, test } from "vitest";
import { bundledFile } from "../../../../src/base/built-file.ts";
import { byTable } from "../../../../src/link/parameter-domains.ts";
import { checkResearch } from "../../../../src/link/research-problems.ts";
import { atlas } from "../../../../src/sources/supply/atlas/atlas.ts";
import { type Read, readAll } from "../../support.ts";

/** The thirty first of `levermap chokepoints --months 60` as of August 2026: the atlas has problems of them whatever comes first later. */
const firstChokepoints = [
  "mask-blanks sputtering-targets euv-mask-blanks arf-photoresist solder-resist euv-photoresist silicon-wafers eda advanced-logic-foundry",
  "abf-film tungsten advanced-packaging hydrogen-peroxide process-control cmp-pads copper-clad-laminate accelerator-design coater-developer",
  "dicing-tools hbm ion-implanters arf-immersion-lithography silicon-metal cmp-slurry cmp-materials krf-photoresist",
  "rapid-thermal-processing deposition etch high-purity-quartz",
].flatMap((line) => line.split(" "));

let read: Read;

beforeAll(async () => {
  const names = ["technologies", "problems", "problem-workers", "successors", "sources"];
  read = await readAll(
    atlas,
    names.map((name) => bundledFile(`atlas/${name}.csv`)),
  );
});

describe("the bundled problems", () => {
  test("are all read and sound", () => {
    expect(read.rejects).toEqual([]);
    expect(checkResearch(byTable(read.rows))).toEqual([]);
    expect(read.of("problem").length).toBeGreaterThanOrEqual(90);
  });

  test("are two at least of each next-generation technology and of each of the first chokepoints", () => {
    const next = read.of("technology").flatMap(({ id, next_generation }) => (next_generation === "yes" ? [id] : []));
    expect(next).toHaveLength(15);
    expect(firstChokepoints).toHaveLength(30);
    const counted = new Map<string, number>();
    for (const { technology } of read.of("problem")) counted.set(technology, (counted.get(technology) ?? 0) + 1);
    expect([...next, ...firstChokepoints].filter((id) => (counted.get(id) ?? 0) < 2)).toEqual([]);
  });

  test("differ: no two of one name, of one need, or of the same words", () => {
    const problems = read.of("problem");
    for (const field of ["name", "need", "words"] as const)
      expect(new Set(problems.map((row) => row[field].toLowerCase())).size).toBe(problems.length);
  });

  test("have a clock, and say where it is from unless their source dates it", () => {
    const problems = read.of("problem");
    expect(problems.filter(({ clock_low, clock_high }) => clock_low === null && clock_high === null)).toEqual([]);
    expect(problems.filter(({ grade, note }) => grade !== "published" && note === null).map(({ id }) => id)).toEqual([]);
  });

  test("successors end in technologies that are there, and no technology comes after itself in any number of steps", () => {
    const after = new Map<string, string[]>();
    for (const { technology, replaces } of read.of("successor")) after.set(technology, [...(after.get(technology) ?? []), replaces]);
    const reaches = (from: string, to: string): boolean => (after.get(from) ?? []).some((next) => next === to || reaches(next, to));
    expect([...after.keys()].filter((id) => reaches(id, id))).toEqual([]);
    expect(after.size).toBeGreaterThanOrEqual(8);
  });
});
