import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { halfLifeReportSchema } from "../../../src/answers/half-life/half-life-report.ts";
import { stockWords } from "../../../src/answers/shared/outsider-words.ts";
import type { Ask } from "../../../src/ask/ask.ts";
import { usualDraws } from "../../../src/leverage/draw/monte-carlo.ts";
import { open } from "../../../src/library/open.ts";
import { halfLifeScoreSchema } from "../../../src/proof/answers/half-life/half-life-score-report.ts";
import { requirement, share, technology } from "../../measure/rows.ts";
import type { FakeRow } from "../../workspace/fake-source.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { bundledWorkspace } from "../bundled-workspace.ts";
import { defaultRows, type Invented, inventedWorkspace } from "../invented.ts";
import { histories } from "./histories.ts";

describe("the half-life of a chokepoint", () => {
  let invented: Invented;
  let ask: Ask;
  beforeAll(async () => {
    invented = await inventedWorkspace(temporaryFolder());
    ask = invented.ask();
  });
  afterAll(() => invented.close());

  it("takes whoever could cost the home most, and says how long half of its hold lasts", async () => {
    const report = await ask.halfLife({ technology: "resist", home: "AA", draws: 100 });
    expect(halfLifeReportSchema.parse(report)).toEqual(report);
    expect(report).toMatchObject({ holder: "CC", home: "AA", draws: 100, seed: 1, horizon: 240, loses: "output" });
    expect(report.finding).toContain("half of the hold of Land CC on resist over Land AA");
    const together = report.decays.find(({ by }) => by === "together")!;
    expect(together.left).toHaveLength(report.months.length);
    expect(together.left).toEqual([...together.left].sort((a, b) => b - a));
    expect(together.left.at(-1)).toBeCloseTo(together.never!, 12);
  });

  it("takes outsiders and rationed stock as leverage over the same months does, and both say how in the same words", async () => {
    const [technology, home, holder] = ["resist", "AA", "CC"];
    const { acted, evidence } = await ask.halfLife({ technology, home, holder, draws: 200 });
    const mean = acted.reduce((sum, { from, to, loss }) => sum + (loss[1] * (to - from)) / 60, 0);
    const asked = { from: [holder], on: home, technologies: [technology], horizon: 60, draws: 200 };
    const same = await ask.leverage(asked);
    const alone = await ask.leverage({ ...asked, outsiders: "neutral" });
    const of = ({ cells }: typeof same): number => cells[0]!.loss!.interval[1];
    expect(Math.abs(of(same) - mean)).toBeLessThan(Math.abs(of(alone) - mean));
    const said = evidence.limits.filter((limit) => /^(Outsiders|Stock is used) /.test(limit));
    expect(said).toHaveLength(2);
    expect(said[1]).toBe(stockWords);
    expect(same.evidence.limits).toEqual(expect.arrayContaining(said));
    expect((await ask.leverage({ ...asked, horizon: 12 })).evidence.limits).toContain(stockWords);
  });

  it("bounds the force from below where the home may make what nobody is named for", async () => {
    const report = await ask.halfLife({ technology: "gas", home: "AA", holder: "CC", draws: 50 });
    expect(report.forceIfHomes).not.toBeNull();
    for (const end of [0, 1, 2] as const) expect(report.forceIfHomes![end]).toBeLessThanOrEqual(report.force[end]);
    expect(report.forceIfHomes![1]).toBeLessThan(report.force[1]);
    expect(report.evidence.limits.join(" ")).toContain("is not credited to a home that the shares name no supply of");
  });

  it("lists every document it rests on: of shares, of what needs it, of what the home makes", async () => {
    const { evidence } = await ask.halfLife({ technology: "resist", home: "AA", draws: 20 });
    expect(evidence.documents.map(({ id }) => id)).toEqual(["s-one", "s-two", "s-three"]);
  });

  it("says why nothing is told of entrants and lapse, and leaves them out", async () => {
    const report = await ask.halfLife({ technology: "resist", home: "AA", holder: "CC", draws: 50 });
    const [refill, entrants, lapse, together] = report.decays;
    expect([entrants!.reason, lapse!.reason]).toEqual([
      "fewer than 10 changes of shares of greatest holders are on record",
      "the patents of this workspace have not been measured",
    ]);
    expect([entrants!.halfLife, lapse!.never, lapse!.left]).toEqual([null, null, []]);
    expect(together!.left).toEqual(refill!.left);
    expect(report.evidence.limits.join(" ")).toContain('Unknown, and left out of "all that is known": patents that lapse');
    expect(report.held).toEqual([]);
    expect(report.choice).toContain("Its later value is unknown");
  });

  it("shows the share of two editions, and goes on by what shares of like holders did", async () => {
    const rows = await inventedWorkspace(temporaryFolder(), histories);
    try {
      // The share of AA in etchers rose from 50 to 70%; nothing needs them, so the loss is none, and what is lacked is told all the same
      const question = { technology: "etcher", holder: "AA", draws: 50 };
      const report = await rows.ask().halfLife(question);
      expect(halfLifeReportSchema.parse(report)).toEqual(report);
      expect(report.trends).toMatchObject([
        { source: "outside", from: "2022-09", to: "2026-08", before: { low: 0.5 }, after: { low: 0.7 } },
      ]);
      // Twelve pairs of the atlas, and that of etchers
      expect(report.entrants).toMatchObject({ forecast: "base rate", pairs: 13, technologies: 13, from: 2015, to: 2026 });
      const entrants = report.decays.find(({ by }) => by === "entrants")!;
      expect([entrants.state, entrants.reason]).toEqual(["known", null]);
      expect(report.held.map(({ years }) => years)).toEqual([1, 2, 5]);
      expect(report.evidence.limits.join(" ")).toContain("Shares without an act go on by the base rate");
      // The newer edition was not known on an earlier day.
      expect((await rows.ask("2026-07-31").halfLife(question)).entrants).toMatchObject({ pairs: 12 });
      const second = await rows.ask().halfLife({ ...question, holder: "BB" });
      expect(second.decays[1]!.reason).toBe("Land BB is not the greatest holder, and changes of shares are known of these");
      expect(second.entrants).toBeNull();
    } finally {
      rows.close();
    }
  });

  it("gives the same for the same seed, another for another", async () => {
    const question = { technology: "resist", home: "AA", draws: 60 };
    const first = await ask.halfLife(question);
    expect(await ask.halfLife(question)).toEqual(first);
    expect((await ask.halfLife({ ...question, seed: 2 })).force).not.toEqual(first.force);
  });

  it("tells no loss where no source says what the home makes", async () => {
    const known = await ask.halfLife({ technology: "resist", home: "AA", draws: 20 });
    expect(known.withholding.map(({ usdBn }) => usdBn === null)).toEqual([false, false]);
    const unknown = await ask.halfLife({ technology: "resist", home: "South Korea", holder: "cc", draws: 20 });
    expect([unknown.home, unknown.holder]).toEqual(["KR", "CC"]);
    expect([unknown.withholding, unknown.acted, unknown.held]).toEqual([[], [], []]);
    expect(unknown.choice).toContain("How much of which final products KR makes, no source says");
    expect(known.choice).not.toContain("no source says");
  });

  it("tells apart what is unknown and what nothing is lost of", async () => {
    const { decays, finding } = await ask.halfLife({ technology: "gas", home: "BB", holder: "CC", draws: 20 });
    expect(decays.map(({ by, state, reason }) => [by, state, reason])).toEqual([
      ["refill", "nothing lost", null],
      ["entrants", "unknown", expect.stringContaining("fewer than 10")],
      ["lapse", "unknown", expect.stringContaining("not been measured")],
      ["together", "nothing lost", null],
    ]);
    expect(finding).toContain("takes nothing from");
  });

  it("tells money as unknown where nobody published a market, never as nothing", async () => {
    const scanner = await ask.halfLife({ technology: "scanner", home: "CC", draws: 50 });
    expect(scanner.withholding.map(({ senderUsdBn }) => senderUsdBn)).toEqual([null, null]);
    const resist = await ask.halfLife({ technology: "resist", home: "AA", draws: 50 });
    expect(resist.withholding[0]!.senderUsdBn![1]).toBeGreaterThan(0);
  });

  it.each([
    [{ technology: "nothing" }, "LM_TECHNOLOGY_UNKNOWN"],
    [{ technology: "resist", home: "ZZ" }, "LM_ECONOMY_UNKNOWN"],
    [{ technology: "resist", holder: "ZZ" }, "LM_ECONOMY_UNKNOWN"],
    [{ technology: "resist", home: "AA", holder: "AA" }, "LM_USAGE"],
    [{ technology: "resist", home: "UU", holder: "BB" }, "LM_USAGE"],
    [{ technology: "gas", home: "AA", holder: "DD" }, "LM_USAGE"],
    [{ technology: "mystery" }, "LM_USAGE"],
  ] as const)("refuses %j", async (question, code) => {
    await expect(ask.halfLife(question)).rejects.toMatchObject({ code });
  });

  it("stands on the card of the technology, with few draws, and is unknown there where no share is known", async () => {
    const card = await ask.technology({ technology: "resist", home: "AA" });
    expect(card.halfLife).toMatchObject({ holder: "CC", home: "AA", draws: usualDraws });
    expect(card.halfLife!.withholding.map(({ month }) => month)).toEqual([12, 60]);
    const unknown = await ask.technology({ technology: "mystery" });
    expect(unknown.halfLife).toBeNull();
    expect(unknown.halfLifeReason).toBe("No known holder of mystery over all others: no share of it is known.");
    await expect(ask.technology({ technology: "resist", home: "ZZ" })).rejects.toMatchObject({ code: "LM_ECONOMY_UNKNOWN" });
  });

  it("says that no other holder is named where the home itself holds it", async () => {
    const { dataset: _, ...row } = share("etchant", "AA", 0.9);
    const rows: readonly FakeRow[] = [
      { table: "technology", row: { ...technology("etchant") } },
      { table: "share", row },
      { table: "requirement", row: { ...requirement("logic", "etchant", "blocking") } },
    ];
    const own = await inventedWorkspace(temporaryFolder(), rows);
    try {
      await expect(own.ask().halfLife({ technology: "etchant", home: "AA" })).rejects.toThrow(/: no other holder of it is named\./);
      await expect(own.ask().halfLife({ technology: "mystery", home: "AA" })).rejects.toThrow(/: no share of it is known\./);
    } finally {
      own.close();
    }
  });

  it("knows the sources that half-lives can be held against", async () => {
    const map = await open(await bundledWorkspace());
    try {
      await expect(map.halfLifeScore({ source: "etto" })).rejects.toMatchObject({ code: "LM_SOURCE_UNKNOWN" });
      await expect(map.halfLifeScore({ source: "eto" })).rejects.toMatchObject({ code: "LM_USAGE" });
    } finally {
      map.close();
    }
  });

  it("is scored on the dates of the atlas, and on two editions of a source", async () => {
    const recovery = { "recovery-chance": [0.5, 0.5], "recovery-ceiling": [1, 1] } as const;
    const able = await inventedWorkspace(temporaryFolder(), [...defaultRows(recovery), ...histories]);
    try {
      const score = await able.ask().halfLifeScore({ source: "outside", draws: 1000 });
      expect(halfLifeScoreSchema.parse(score)).toEqual(score);
      expect(score).toMatchObject({ from: "2022-09", to: "2026-08", months: 47, pairs: 1, halved: 0, used: "base rate" });
      // New makers in half of the draws take all of it well within 47 months: all or nothing is left
      expect(score.lines[0]!.ifWithheld).toMatchObject({ low: expect.closeTo(0, 2), high: 0.5 });
      expect(score.lines[0]!.crpsNothing).toBeCloseTo(0.2, 9);
      const own = await able.ask().halfLifeScore({ source: "atlas" });
      expect(halfLifeScoreSchema.parse(own)).toEqual(own);
      expect(own).toMatchObject({ from: "2015", to: "2020", months: null, draws: 200, pairs: 12, technologies: 12 });
      expect(own.tests.map(({ hiding, part, scored }) => [hiding, part, scored])).toEqual([
        ["other technologies", "all", 12],
        ["other technologies", "not known to be withheld", 12],
      ]);
    } finally {
      able.close();
    }
    await expect(ask.halfLifeScore({ source: "outside" })).rejects.toThrow(/Too few shares at two dates/);
  });
});
