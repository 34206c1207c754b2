import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { standingOf as standingOfSaid } from "../../../../src/answers/scenario/compare/published-beside.ts";
import { readPublishedRows } from "../../../../src/answers/scenario/compare/published-models.ts";
import { readScenarioText } from "../../../../src/answers/scenario/scenario-file.ts";
import { answerSimulate as answerSimulateSaid } from "../../../../src/answers/scenario/simulate.ts";
import type { ReadModel } from "../../../../src/answers/shared/read-model.ts";
import { type Effects, quietEffects } from "../../../../src/base/effects.ts";
import { LevermapError } from "../../../../src/base/errors.ts";
import { answerPublished as answerPublishedSaid } from "../../../../src/proof/answers/open-proof.ts";
import { publishedReportSchema } from "../../../../src/proof/answers/proof-questions.ts";
import { defaultRows, type Invented, inventedWorkspace } from "../../../answers/invented.ts";
import { type InventedRow, publishedTable } from "../../../answers/scenario/compare/published-invented.ts";
import { place } from "../../../measure/rows.ts";
import { english } from "../../../words/english.ts";
import { temporaryFolder } from "../../../workspace/folder.ts";

const standingOf = english(standingOfSaid);
const answerSimulate = english(answerSimulateSaid);
const answerPublished = english(answerPublishedSaid);

let made: Invented;
let read: ReadModel;
beforeAll(async () => {
  const none = [place("logic", "NN", "make", 0), place("memory", "NN", "make", 0)].map((row) => ({
    table: "product_place" as const,
    row: { ...row },
  }));
  const lands = ["NN", "QQ"].map((id) => ({
    table: "economy" as const,
    row: { id, name: `Land ${id}`, gdp: id === "NN" ? 100 : null, gdp_year: 2024, source: "s-one" },
  }));
  const times = defaultRows({ stock: [0, 4], "recovery-ceiling": [0.3, 0.8], "recovery-chance": [0.2, 0.8] });
  made = await inventedWorkspace(temporaryFolder(), [...times, ...none, ...lands]);
  read = await made.read("2026-01-01");
});
afterAll(() => made.close());

const ban = (senders: string, targets: string, technologies: string): string =>
  `  - withhold: {senders: [${senders}], targets: [${targets}], technologies: [${technologies}], from: 2026-01-01}\n`;
const outage =
  "  - capacity: {of: {economy: CC}, technologies: [resist], lost: [0.5, 0.9], repair: [6, 24], from: 2026-01-01, apart: [AA]}\n";
const denial = "  - patents: {holders: [AA], jurisdictions: [BB], from: 2026-01-01}\n";

const askedAs = (measures: string) => ({
  id: "invented",
  place: "invented",
  dayNotUsed: null,
  file: readScenarioText("s.yaml", `name: Invented\nmeasures:\n${measures}`),
});

const options = { draws: 1, seed: 3 };
const simulate = (measures: string, draws = 1) =>
  answerSimulate(read, askedAs(measures), { ...options, draws }, { patents: [], published: [] }, quietEffects);

async function published(measures: string, rows: readonly InventedRow[], draws = 1, effects: Effects = quietEffects) {
  const told = readPublishedRows(publishedTable(...rows.map((row, i) => ({ id: `row-${i}`, ...row }))));
  const dated = async () => ({ read, asked: askedAs(measures) });
  const report = await answerPublished([{ rows: told, dated }], { ...options, draws }, effects);
  expect(publishedReportSchema.parse(report)).toEqual(report);
  return report;
}

/** Mean over some months of a series of means since the horizon before. */
const meanOf = (means: readonly number[], months: number): number =>
  [0, 3, 3, 6, 12, 36].reduce((sum, width, h) => {
    const from = [0, 0, 3, 6, 12, 24][h]!;
    return sum + (means[h]! * Math.max(0, Math.min(width, months - from))) / months;
  }, 0);

describe("a figure of others beside ours", () => {
  it.each([3, 12, 18, 36, 60])("is ours on average over the first %i months, in the unit of theirs", async (months) => {
    const measures = ban("CC", "AA", "resist");
    const { targets } = await simulate(measures);
    const [target] = targets;
    const mean = meanOf(
      target!.mean!.map((figure) => figure?.drawn[1] ?? 0),
      months,
    );
    expect(mean).toBeGreaterThan(0);
    const year = target!.loss!.length - 1;
    // All that AA makes has a value: USD go with the part of output.
    const output = target!.usd![year]!.drawn[1] / target!.loss![year]!.drawn[1];
    const { figures } = await published(measures, [
      { ours: "loss", unit: "pct", months: `${months}` },
      { ours: "usd", unit: "USD bn a year", months: `${months}` },
      { ours: "usd", unit: "USD bn", months: `${months}` },
      { ours: "gdp-share", unit: "pct of GDP", months: `${months}` },
      { ours: "gdp-share", unit: "pct of GDP, summed", months: `${months}` },
    ]);
    const rate = mean * output;
    const expected = [100 * mean, rate, (rate * months) / 12, rate, (rate * months) / 12];
    expect(figures.map(({ ours }) => ours!.interval[1])).toEqual(expected.map((value) => expect.closeTo(value, 9)));
  });

  it("is of a sender what it loses in sales, and of users what they cannot have of what is withheld itself", async () => {
    const { senders } = await simulate(ban("CC", "AA", "resist"));
    const sales = senders[0]!.sales!.map(({ drawn }) => drawn[1]);
    const row = { ours: "sales", unit: "USD bn a year", months: "60", target: "CC" };
    const { figures } = await published(ban("CC", "AA", "resist"), [row, { ...row, ours: "sales-gdp-share", unit: "pct of GDP" }]);
    const value = figures[0]!.ours!.interval[1];
    expect([value >= Math.min(...sales), value <= Math.max(...sales), value > 0]).toEqual([true, true, true]);
    expect(figures[1]!.ours!.interval[1]).toBeCloseTo(value, 9);
    const [use] = (await published(ban("CC", "AA", "resist"), [{ ours: "use-gdp-share", unit: "pct of GDP" }])).figures;
    expect([use!.ours, use!.reason]).toEqual([null, expect.stringMatching(/^No final product is withheld itself/)]);
  });

  it("is of the world the sum of all targets, draw by draw, and only where nobody stands outside", async () => {
    const { targets } = await simulate(outage);
    expect(targets.map(({ code }) => code)).toContain("AA");
    const rows = ["world", ...targets.map(({ code }) => code).filter((code) => code !== "world")].map((target) => ({ target }));
    const { figures } = await published(outage, rows);
    const [world, ...parts] = figures.map(({ ours }) => ours?.interval[1] ?? 0);
    expect(world! + 1e-9).toBeGreaterThanOrEqual(parts.reduce((sum, part) => sum + part, 0));
    const [none] = (await published(ban("CC", "world", "resist"), [{ target: "world" }])).figures;
    expect([none!.ours, none!.reason]).toEqual([null, "The scenario does not tell what the whole world loses."]);
  });

  it("has none of ours where the scenario does not tell it, with the reason", async () => {
    const reasonOf = async (measures: string, row: InventedRow): Promise<string | null> => {
      const [figure] = (await published(measures, [row])).figures;
      expect([figure!.ours, figure!.stands]).toEqual([null, null]);
      return figure!.reason;
    };
    const sales = { ours: "sales", target: "CC" };
    const share = { ours: "gdp-share", unit: "pct of GDP" };
    expect(await reasonOf(ban("CC", "AA", "resist"), { ours: "", months: "" })).toBe("The model has no such number.");
    expect(await reasonOf(denial, {})).toBe("Nothing in the scenario acts on supply.");
    expect(await reasonOf(ban("CC", "AA", "resist"), { target: "BB" })).toBe("The scenario does not list the loss of Land BB apart.");
    expect(await reasonOf(ban("CC", "AA", "resist"), { ...sales, target: "AA" })).toBe("Land AA withholds nothing in the scenario.");
    expect(await reasonOf(ban("CC", "AA", "mystery"), {})).toMatch(
      /^What Land AA loses is unknown: no share .*\. \(As known on 2026-01-01\.\)$/,
    );
    expect(await reasonOf(ban("CC", "NN", "resist"), { ...share, target: "NN" })).toMatch(/^Land NN makes no final product/);
    expect(await reasonOf(ban("CC", "QQ", "resist"), { target: "QQ" })).toMatch(/^No source says which final products Land QQ makes/);
    expect(await reasonOf(ban("CC", "QQ", "resist"), { ours: "loss", unit: "pct", target: "QQ" })).toMatch(/^No source says which/);
    expect(await reasonOf(ban("CC", "AA", "gas"), sales)).toMatch(/^No source gives the market of what Land CC withholds/);
    expect(await reasonOf(ban("firm-c", "AA", "resist"), { ...sales, target: "firm-c" })).toMatch(
      /loses in sales is unknown: no share is known/,
    );
    expect(await reasonOf(outage, { ...share, target: "world" })).toBe(
      "The atlas has no GDP of the world that our figure could be set over.",
    );
  });

  it("says what of the question no number holds", async () => {
    const [figure] = (await published(ban("CC", "AA", "resist, mystery"), [{}])).figures;
    expect(figure!.ours!.what).toMatch(/; without 1 technology of which no share is known$/);
  });
});

describe("how ours lies to theirs", () => {
  it.each([
    [1, 2, [3, 4, 5], "above"],
    [1, 2, [0, 0, 0.5], "below"],
    [1, 2, [0, 0, 1], "overlaps"],
    [1, 2, [2, 3, 4], "overlaps"],
    [null, 2, [0, 0, 0], "overlaps"],
    [null, 2, [3, 3, 3], "above"],
    [1, null, [9, 9, 9], "overlaps"],
    [1, null, [0, 0, 0], "below"],
  ] as const)("[%j, %j] and %j: %s", (low, high, ours, stands) => {
    expect(standingOf({ low, high }, ours)).toBe(stands);
  });

  it("is counted, a bound apart, and no overlap is called an agreement", async () => {
    const { counts, finding, evidence } = await published(
      ban("CC", "AA", "resist"),
      [
        { low: "0", high: "1000" },
        { low: "", high: "1000", url: "https://example.org/bound" },
        { low: "1000", high: "" },
        { low: "", high: "0" },
        { ours: "", months: "" },
      ],
      20,
    );
    expect(counts).toEqual({ below: 1, overlaps: 2, above: 1, bounds: 1, none: 1 });
    expect(finding).toBe(
      "Of 5 published figures we can compare 4. Ours is below theirs in 1, above in 1, and overlaps in 2 (in 1 theirs is only a bound, which says little).",
    );
    expect(evidence.limits.join(" ")).toContain("An overlap does not show agreement");
    expect(evidence.documents.map(({ url }) => url)).toEqual(
      expect.arrayContaining(["https://example.org/model", "https://example.org/bound"]),
    );
    expect(evidence.rules).toContain("method:published-models");
    expect(evidence.grade).toBe("assumed");
  });

  it("is nothing where nobody published anything", async () => {
    const { counts, finding } = await published(ban("CC", "AA", "resist"), []);
    expect(counts).toEqual({ below: 0, overlaps: 0, above: 0, bounds: 0, none: 0 });
    expect(finding).toBe("No published figure asks what this scenario asks.");
  });
});

it("can be stopped, and says how far it is", async () => {
  const told: number[] = [];
  const effects = { ...quietEffects, progress: { report: (done: number, total: number) => void told.push(done / total) } };
  await published(ban("CC", "AA", "resist"), [{}], 20, effects);
  expect(told.at(-1)).toBe(1);
  const stopped = AbortSignal.abort(new LevermapError("LM_INTERRUPTED", "stopped"));
  await expect(published(ban("CC", "AA", "resist"), [{}], 20_000, { ...quietEffects, signal: stopped })).rejects.toThrow("stopped");
});
