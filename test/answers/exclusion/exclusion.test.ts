import { beforeAll, describe, expect, it } from "vitest";
import { answerExclusion as answerExclusionSaid } from "../../../src/answers/exclusion/exclusion.ts";
import { denialReportSchema, type ExclusionCellReport, exclusionReportSchema } from "../../../src/answers/exclusion/exclusion-report.ts";
import { denyLicences as denyLicencesSaid, replyCells } from "../../../src/answers/scenario/exclusion-denial.ts";
import { english } from "../../words/english.ts";
import { bundledWorkspace } from "../bundled-workspace.ts";
import { type ExclusionSetting, exclusionSetting } from "./exclusion-bundled.ts";

const answerExclusion = english(answerExclusionSaid);
const denyLicences = english(denyLicencesSaid);

let setting: ExclusionSetting;
beforeAll(async () => {
  setting = await exclusionSetting(await bundledWorkspace(), "2026-11-25");
});

const ask = (from: readonly string[], on: readonly string[], more: object = {}) =>
  answerExclusion(setting.read, setting.data, { from, on, ...more }, []);
const cellOf = (cells: readonly ExclusionCellReport[], from: string, on: string) =>
  cells.find((cell) => cell.from === from && cell.on === on)!;

describe("exclusion on the bundled patents", () => {
  it("is told of US patents in the US alone, and unknown everywhere else", () => {
    const report = exclusionReportSchema.parse(ask(["FR", "JP", "KR", "NVIDIA"], ["US", "China", "EU"]));
    expect(report.coverage.offices.map(({ office }) => office)).toEqual(["US"]);
    expect(cellOf(report.cells, "FR", "US").usd).not.toBeNull();
    for (const cell of report.cells.filter(({ on }) => on !== "US")) {
      expect(cell.usd).toBeNull();
      expect(cell.products.every(({ gap }) => gap === "no-patents-there")).toBe(true);
    }
    expect(cellOf(report.cells, "KR", "US").products.every(({ gap }) => gap === "none-of-holders")).toBe(true);
    expect(cellOf(report.cells, "nvidia", "US").holders[0]).toMatchObject({ holder: "nvidia", economy: "US" });
    expect(report.finding).toContain("At most");
    expect(report.evidence.documents.map(({ id }) => id)).toEqual(expect.arrayContaining(["r-seaman", "r-knobbe", "r-maintenance-2009"]));
  });

  it("is at most the value at stake and from 0, with royalty and delay, and counts each document once", () => {
    const { cells } = ask(["FR", "TW", "nvidia", "silicon-genesis"], ["US"]);
    for (const { products, patents, clusters, holders } of cells) {
      for (const { usd, value, royaltyUsd, delayYears } of products.filter((each) => each.usd !== null)) {
        expect(usd!.low).toBe(0);
        expect(usd!.high).toBeLessThanOrEqual(value!.high);
        expect(royaltyUsd!.high).toBeLessThanOrEqual(value!.high);
        expect(delayYears!.high).toBeGreaterThan(0);
      }
      expect(patents).toBeLessThanOrEqual(setting.data.claims.documents.length);
      expect(clusters).toBeGreaterThan(0);
      expect(holders.length).toBeGreaterThan(0);
    }
  });

  it("falls to nothing where all is licensed, and when the patents have run out", () => {
    const licensed = cellOf(ask(["FR"], ["US"], { licensed: ["soitec", "cea"] }).cells, "FR", "US");
    expect(licensed.usd).toEqual({ low: 0, high: 0 });
    expect(licensed.holders.every((holder) => holder.licensed === true)).toBe(true);
    const later = cellOf(ask(["FR"], ["US"], { day: "2060-01-01" }).cells, "FR", "US");
    expect(later).toMatchObject({ usd: { low: 0, high: 0 }, patents: 0, clusters: 0, royaltyUsd: null });
  });

  it("draws the same for one seed, inside the interval, whatever else is asked", () => {
    const draws = { seed: 11, draws: 200 };
    const alone = cellOf(ask(["FR"], ["US"], { draws }).cells, "FR", "US");
    const beside = cellOf(ask(["TW", "FR"], ["CN", "US"], { draws }).cells, "FR", "US");
    expect(beside.drawn).toEqual(alone.drawn);
    expect(alone.drawn!.low).toBeGreaterThan(0);
    expect(alone.drawn!.high).toBeLessThanOrEqual(alone.usd!.high);
  });

  it("knows four of 600 pairs of 25 economies, all on the US market", () => {
    const economies = "US CN TW JP KR NL DE FR GB IT SG MY IL IN CA BE AT CH SE FI IE VN TH PH MX".split(" ");
    const { cells } = ask(economies, economies);
    expect(cells).toHaveLength(600);
    const known = cells.filter(({ usd }) => usd !== null).map(({ from, on }) => `${from}>${on}`);
    expect(known.sort()).toEqual(["FR>US", "JP>US", "NL>US", "TW>US"]);
  });

  it("refuses who and what is not known", () => {
    expect(() => ask(["nobody at all"], ["US"])).toThrow(expect.objectContaining({ code: "LM_HOLDER_UNKNOWN" }));
    expect(() => ask(["FR"], ["nowhere"])).toThrow(expect.objectContaining({ code: "LM_ECONOMY_UNKNOWN" }));
    expect(() => ask(["FR"], ["US"], { technologies: ["no-such"] })).toThrow(expect.objectContaining({ code: "LM_TECHNOLOGY_UNKNOWN" }));
  });

  it("names every term with its grade, and its sources or that it is assumed", () => {
    const { terms } = ask(["FR"], ["US"]);
    expect(terms.find(({ term, of }) => term === "v" && of === "US")).toMatchObject({ low: 0.12, high: 0.55 });
    expect(terms.filter(({ sources, grade }) => sources.length === 0 && grade !== "assumed")).toEqual([]);
    expect(terms.filter(({ note }) => note === "")).toEqual([]);
  });
});

describe("denial of licences on the bundled patents", () => {
  const deny = (more: object = {}) =>
    denyLicences(
      setting.read,
      setting.data,
      { holders: ["soitec", "silicon-genesis"], jurisdictions: ["US", "CN"], technologies: ["layer-transfer"], ...more },
      [],
    );

  it("tells before, after and alone; what is denied is no longer from 0; unknown where nothing is loaded", () => {
    const report = denialReportSchema.parse(deny());
    const [us, cn] = report.markets;
    expect(us!.before.usd!.low).toBe(0);
    expect(us!.after.usd!.low).toBeGreaterThan(0);
    expect(us!.after.usd!.high).toBeCloseTo(us!.before.usd!.high, 0);
    expect(us!.alone.usd!.high).toBeLessThanOrEqual(us!.after.usd!.high);
    expect(us!.alone.holders.map(({ holder }) => holder).sort()).toEqual(["silicon-genesis", "soitec"]);
    expect(us!.alone.holders.every(({ licensed }) => licensed === false)).toBe(true);
    expect(cn!.alone.usd).toBeNull();
    expect(report.finding).toMatch(
      /patents that may be in force\. A usual royalty on all of the products, for all holders, is USD [^,]+ to [^,]+ a year, an upper bound for these; a way around the claims takes \S+ to \S+ years\./,
    );
    expect(report.finding).toContain("is unknown");
  });

  it("shows what the other side could deny in return, never against its own economy", () => {
    const { reply } = deny();
    expect(reply.map(({ from, on }) => `${from}>${on}`)).toEqual(["US>FR", "CN>FR", "CN>US"]);
    const [back] = replyCells(setting.read, setting.data, {}, "FR", ["US", "EU", "FR"]);
    expect([back!.from, back!.on]).toEqual(["FR", "US"]);
    expect(back!.usd!.low).toBeGreaterThan(0);
    expect(replyCells(setting.read, setting.data, {}, "FR", ["EU", "FR"])).toEqual([]);
  });
});
