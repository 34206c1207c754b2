import { describe, expect, it } from "vitest";
import { dayOf } from "../../../src/base/days.ts";
import { createCells } from "../../../src/plan/cells/create-cells.ts";
import { family, technologyOf } from "./cells.ts";

const day = dayOf("2020-06-30")!;

describe("cells of a technology", () => {
  it("are its groups and those its rules name, printed as classes are", () => {
    const cells = createCells(technologyOf([family("D1"), family("D2", { group: null }), family("D3", { group: "G03F7" })]), [
      "C30B29",
      "G03F7",
    ]);
    expect(cells.map(({ id, group, families }) => [id, group, families])).toEqual([
      ["bonding/", "", 1],
      ["bonding/C30B29", "C30B 29", 0],
      ["bonding/G03F7", "G03F 7", 1],
      ["bonding/H01L21", "H01L 21", 1],
    ]);
  });

  it("are not counted where no patent is loaded", () => {
    expect(createCells(technologyOf(null), ["C30B29"])).toMatchObject([
      { id: "bonding/C30B29", families: null, weight: null, lapsing: { lapsing: 0, judged: 0 } },
    ]);
    expect(createCells(technologyOf(null), [])).toMatchObject([{ id: "bonding/", families: null }]);
  });

  it("part joint families among their holders, and leave the unknown out", () => {
    const families = [
      family("D1", { holders: ["a", "b"], weight: { low: 2, high: 4 }, year: 2018 }),
      family("D2", { holders: ["a"], weight: null, year: 2018 }),
      family("D3", { holders: [], weight: { low: 1, high: 1 } }),
      family("D4", { holders: ["c"], weight: null, year: 2001 }),
    ];
    const [cell] = createCells(technologyOf(families, { holders: new Map([["a", { economy: "XA", organisation: "alder" }]]) }), []);
    expect(cell).toMatchObject({
      families: 4,
      byYear: [
        { year: 2001, families: 1 },
        { year: 2018, families: 2 },
      ],
      holders: [
        { holder: "a", economy: "XA", organisation: "alder", families: 2, weight: 1.5 },
        { holder: "b", economy: null, organisation: null, families: 1, weight: 1.5 },
        { holder: "c", families: 1, weight: null },
      ],
      weight: 4,
    });
    expect(cell!.concentration).toBeCloseTo((1.5 / 3) ** 2 + (0.5 / 3) ** 2 + (1 / 3) ** 2, 12);
  });

  it("count each measure over the families of which it is known", () => {
    const families = [
      family("D1", { year: 2016, originality: 0.8, cited: 3, top: true, followUp: false, lapse: dayOf("2025-06-30") }),
      family("D2", { year: 2020, originality: 0.2, cited: 1, top: false, followUp: true, lapse: dayOf("2025-07-01") }),
      family("D3", { year: 2015, originality: 0.9, lapse: dayOf("2020-06-30") }),
      family("D4", { year: null, originality: 0.9, cited: 5, title: "A chuck", holders: ["a"] }),
    ];
    const [cell] = createCells(technologyOf(families, { day }), []);
    expect(cell).toMatchObject({
      cited: { mean: 3, of: 3 },
      originality: { mean: 0.5, of: 2 },
      topTenth: { top: 1, judged: 2 },
      followUp: { followUp: 1, judged: 2 },
      lapsing: { lapsing: 1, judged: 3 },
    });
    expect(cell!.examples).toEqual([
      { document: "D4", title: "A chuck", holder: "a", year: null },
      { document: "D1", title: null, holder: null, year: 2016 },
      { document: "D2", title: null, holder: null, year: 2020 },
    ]);
  });

  it("tell their recent families by tercile of originality and team", () => {
    const families = [
      family("D1", { year: 2016, tercile: 2, inventors: 5 }),
      family("D2", { year: 2018, tercile: 2, inventors: 4 }),
      family("D3", { year: 2020, tercile: 0, inventors: 1 }),
      family("D4", { year: 2020, tercile: 0, inventors: 3 }),
      family("D5", { year: 2019, tercile: null, inventors: null }),
      family("D6", { year: 2015, tercile: 1, inventors: 1 }),
      family("D7", { year: null, tercile: 1, inventors: 1 }),
    ];
    expect(createCells(technologyOf(families, { day }), [])[0]!.mix).toEqual([
      { tercile: 0, team: "few", families: 1 },
      { tercile: 0, team: "one", families: 1 },
      { tercile: 2, team: "many", families: 2 },
      { tercile: null, team: null, families: 1 },
    ]);
  });

  it("count the inventors of their own documents in the span of the technology", () => {
    const entry = (document: string, person: string, economy: string, date: string) => ({
      document,
      person,
      economy,
      organisations: [],
      day: dayOf(date)!,
    });
    const inventors = [
      entry("D1", "p", "XA", "2018-01-01"),
      entry("D1", "q", "XB", "2018-01-01"),
      entry("D2", "r", "XB", "2019-01-01"),
      entry("D9", "s", "XB", "2019-01-01"),
      entry("D3", "t", "XB", "2010-01-01"),
    ];
    const span = { after: dayOf("2015-06-30")!, until: day, dataFrom: dayOf("2010-01-01")! };
    const families = [family("D1"), family("D2"), family("D3", { group: "G03F7" })];
    const [resist, wafers] = createCells(technologyOf(families, { day, inventors, span }), []);
    expect([...wafers!.inventors!]).toEqual([
      ["XB", 2],
      ["XA", 1],
    ]);
    expect([...resist!.inventors!]).toEqual([]);
    expect(createCells(technologyOf(families, { day }), [])[0]!.inventors).toBeNull();
  });
});
