import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCellData } from "../../../src/answers/plan/plan-cells.ts";
import { dayOf } from "../../../src/base/days.ts";
import type { Cell } from "../../../src/plan/cells/cell.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { cellsWorkspace } from "./cells-workspace.ts";

const technologies = ["unruled", "resist", "furnace", "bonding"];
const folder = temporaryFolder();

const readCells = async (...asked: Parameters<typeof readCellData>) => (await readCellData(...asked)).cells;

describe("cells of a workspace", () => {
  let all: Workspace;
  let cells: readonly Cell[];
  beforeAll(async () => {
    all = await cellsWorkspace(folder);
    cells = await readCells(all, technologies, dayOf("2026-11-25")!);
  });
  afterAll(() => all.close());
  const cell = (id: string): Cell => cells.find((one) => one.id === id)!;

  it("are the groups of families and those that rules name, in order", () => {
    const groupsOf = (technology: string) => cells.filter((one) => one.technology === technology).map(({ group }) => group);
    expect(groupsOf("bonding")).toEqual(["G03F 7", "H01L 21", "H01L 23", "H01L 25", "H10B 12"]);
    expect(groupsOf("furnace")).toEqual(["F27B 17", "F27D 11"]);
    expect(groupsOf("unruled")).toEqual([""]);
    expect(cells.map(({ technology }) => technology)).toEqual(cells.map(({ technology }) => technology).sort());
    // A family whose first publication is of another group is counted there.
    expect(groupsOf("resist")).toEqual(["G03F 7", "H01L 21", "H01L 23", "H10B 12"]);
  });

  it("count nothing where no patent is loaded, and none where others of the technology are", () => {
    expect(cell("furnace/F27D11")).toMatchObject({
      families: null,
      weight: null,
      lapsing: { lapsing: 0, judged: 0 },
      thickets: null,
      inventors: null,
    });
    expect(cell("bonding/H01L25")).toMatchObject({
      families: 0,
      byYear: [],
      weight: 0,
      lapsing: { lapsing: 0, judged: 0 },
      concentration: null,
    });
  });

  it("have every measure where its data is loaded", () => {
    const whole = cell("bonding/H01L21");
    for (const value of [whole.weight, whole.cited.mean, whole.concentration, whole.thickets]) expect(value).not.toBeNull();
    for (const of of [whole.followUp.judged, whole.lapsing.judged, whole.topTenth.judged, whole.topTenth.top, whole.cited.of])
      expect(of).toBeGreaterThan(0);
    expect(whole.examples).toHaveLength(3);
    expect([...whole.inventors!.keys()].sort()).toEqual(["XA", "XB"]);
    expect(whole.byYear.reduce((sum, { families }) => sum + families, 0)).toBe(whole.families);
  });
});

describe("cells of an earlier day", () => {
  let later: Workspace;
  beforeAll(async () => {
    later = await cellsWorkspace(folder, "2015-12-31");
  });
  afterAll(() => later.close());

  it.each(["2008-06-30", "2012-03-31"])("are those of a workspace that ends on %s, whatever came later", async (day) => {
    const then = await cellsWorkspace(folder, day);
    const known = await readCells(then, technologies, dayOf(day)!);
    expect(known.some(({ cited }) => cited.of > 20)).toBe(true);
    expect(known.some(({ followUp }) => followUp.judged > 20)).toBe(true);
    expect(await readCells(later, technologies, dayOf(day)!)).toEqual(known);
    expect(await readCells(later, technologies, dayOf("2026-11-25")!)).not.toEqual(known);
    then.close();
  });
});
