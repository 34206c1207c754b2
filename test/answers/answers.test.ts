import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mapViewSchema } from "../../src/answers/card/map-view.ts";
import { technologyCardSchema, technologyListSchema } from "../../src/answers/card/technology-card.ts";
import { workspaceStatusSchema } from "../../src/answers/shared/workspace-status.ts";
import { type Chokepoint, type ChokepointReport, chokepointReportSchema } from "../../src/answers/supply/chokepoint-report.ts";
import { changeReportSchema } from "../../src/answers/supply/supply-questions.ts";
import type { Ask } from "../../src/ask/ask.ts";
import { codeOf, errorOf, temporaryFolder } from "../workspace/folder.ts";
import { type Invented, inventedWorkspace } from "./invented.ts";

const folder = temporaryFolder();
let invented: Invented;
let ask: Ask;

beforeAll(async () => {
  invented = await inventedWorkspace(folder);
  ask = invented.ask();
});
afterAll(() => invented.close());

const found = (report: ChokepointReport, id: string): Chokepoint => report.ranked.find(({ technology }) => technology === id)!;

describe("an earlier day", () => {
  it("is answered with the edition of a data set that was the newest then, and by the current one where all are later", async () => {
    const etcher = async (day: string) => {
      const { shareRows, evidence } = await invented.ask(day).technology({ technology: "etcher" });
      const edition = evidence.loads.find(({ source }) => source === "outside")?.edition;
      return [edition, ...shareRows.flatMap(({ shares }) => shares.map(({ holder, low }) => `${holder} ${low}`))];
    };
    expect(await etcher("2026-07-31")).toEqual(["2022-09", "AA 0.5", "BB 0.5"]);
    expect(await etcher("2026-08-01")).toEqual(["2026-08", "AA 0.7", "BB 0.3"]);
    expect(await etcher("2021-12-31")).toEqual(["2026-08"]);
    expect((await ask.status()).loads.map(({ edition, current, usedBefore }) => [edition, current, usedBefore])).toEqual([
      ["2026", true, null],
      ["2022-09", false, "2026-08"],
      ["2026-08", true, null],
    ]);
  });
});

describe("every answer", () => {
  it("has the shape its schema says, and survives JSON", async () => {
    const check = (schema: { parse(value: unknown): unknown }, answer: unknown) => {
      const sent = JSON.parse(JSON.stringify(answer));
      expect(schema.parse(sent)).toEqual(sent);
    };
    for (const home of [undefined, "AA", "CC", "UU", "DD"]) {
      check(chokepointReportSchema, await ask.chokepoints({ home }));
      check(mapViewSchema, await ask.map({ home }));
    }
    check(chokepointReportSchema, await ask.chokepoints({ home: "AA", source: "outside" }));
    const list = await ask.technologies();
    check(technologyListSchema, list);
    for (const { id } of list.technologies) check(technologyCardSchema, await ask.technology({ technology: id }));
    check(workspaceStatusSchema, await ask.status());
    check(changeReportSchema, await ask.changes({ source: "outside" }));
  });

  it("refuses a day that is none, an economy and a data set it does not know", async () => {
    expect(() => invented.ask("last year")).toThrow(/YYYY-MM-DD/);
    expect(await codeOf(ask.chokepoints({ home: "ZZ" }))).toBe("LM_ECONOMY_UNKNOWN");
    expect(await codeOf(ask.chokepoints({ source: "nowhere" }))).toBe("LM_USAGE");
  });
});

describe("chokepoints", () => {
  it("finds who could take most, in words", async () => {
    const { finding, home, ranked } = await ask.chokepoints({ home: "AA" });
    expect(home).toBe("AA");
    // A family gives way to its varieties.
    expect(ranked.map(({ technology }) => technology)).not.toContain("exposure");
    expect(finding).toMatch(
      /^In the model, Land (BB|CC|DD) could take \d+% \(.+ to .+%\) of the final chip output of Land AA on average over 12 months by withholding .+ from \d{4}-\d{2}-\d{2} on\.$/,
    );
    expect(finding).toContain(`${Math.round(ranked[0]!.score![1] * 100)}%`);
  });

  it("says where a control withholds part of it already", async () => {
    const { finding, ranked } = await ask.chokepoints({ home: "CC" });
    expect(ranked.find(({ technology }) => technology === "scanner")).toMatchObject({
      withheld: [{ issuer: "DD", class: "ban", since: "2020-02-01" }],
    });
    expect(finding).toContain("on which a control is in force already");
    expect((await invented.ask("2020-01-31").chokepoints({ home: "CC" })).finding).not.toContain("already");
  });

  it("ranks by the middle, with the place at both ends", async () => {
    const report = await ask.chokepoints({ home: "AA" });
    const { ranked, total } = report;
    expect(ranked).toHaveLength(total);
    expect(ranked.map(({ rank }) => rank!.mid)).toEqual(ranked.map((_, i) => i + 1));
    for (const end of ["low", "high"] as const) {
      const index = end === "low" ? 0 : 2;
      const order = [...ranked].sort((a, b) => a.rank![end] - b.rank![end]);
      expect(order.map(({ rank }) => rank![end])).toEqual(order.map((_, i) => i + 1));
      order.slice(1).forEach((entry, i) => {
        expect(entry.score![index]).toBeLessThanOrEqual(order[i]!.score![index]);
      });
    }
    expect((await ask.chokepoints({ home: "AA", top: 2 })).ranked.map(({ technology }) => technology)).toEqual(
      ranked.slice(0, 2).map(({ technology }) => technology),
    );
  });

  it("lists technologies without a known share apart", async () => {
    const { unknown, ranked } = await ask.chokepoints({ home: "AA" });
    expect(unknown).toEqual(["logic", "memory", "mystery", "only-2025"]);
    expect(ranked.some(({ technology }) => unknown.includes(technology))).toBe(false);
  });

  it("gives each score in order within 0 and 1, and tells what it hangs on, widest first", async () => {
    for (const home of ["AA", "BB", "CC", "DD", "UU"]) {
      for (const { score, hangsOn, products } of (await ask.chokepoints({ home })).ranked) {
        for (const [low, mid, high] of [...(score === null ? [] : [score]), ...products.map(({ loss }) => loss)]) {
          expect([0, low, mid, high, 1]).toEqual([0, low, mid, high, 1].sort((a, b) => a - b));
        }
        const widths = hangsOn.map(({ low, high }) => high - low);
        expect(widths).toEqual([...widths].sort((a, b) => b - a));
        expect(hangsOn.every(({ low, high }) => low >= 0 && high <= 1 && low < high)).toBe(true);
      }
    }
  });

  it("names causes with their sources", async () => {
    const report = await ask.chokepoints({ home: "AA" });
    expect(found(report, "scanner").causes[0]).toEqual({
      kind: "share",
      text: "firms headquartered in Land DD hold 100% of world supply; where they make it is not known, so all of it counts as theirs (2024)",
      sources: ["s-one"],
    });
    expect(found(report, "resist").causes.map(({ kind }) => kind)).toEqual(["place", "control"]);
    expect(found(report, "resist").causes[1]!.text).toBe("Land CC already controls it (licence, since 2020-02-01; 2 Gazette 2)");
    const documents = report.evidence.documents.map(({ id }) => id);
    expect(documents).toEqual(expect.arrayContaining(["s-one", "s-three"]));
  });

  it("raises EU dependency flags on trade where it is loaded, on shares otherwise", async () => {
    const report = await ask.chokepoints({ home: "AA" });
    expect(found(report, "resist").flags).toEqual({ cdi1: true, cdi2: null, cdi3: true, basis: "trade" });
    expect(found(report, "scanner").flags).toEqual({ cdi1: true, cdi2: true, cdi3: null, basis: "supply shares" });
    expect(found(report, "gas").flags).toEqual({ cdi1: null, cdi2: null, cdi3: null, basis: "supply shares" });
    const other = await ask.chokepoints({ home: "BB" });
    expect(found(other, "resist").flags).toEqual({ cdi1: false, cdi2: true, cdi3: null, basis: "supply shares" });
    expect(found(await ask.chokepoints({}), "resist").flags).toBeNull();
  });

  it("says who else supplies, how long a change takes and what would have to be built", async () => {
    const { remedy } = found(await ask.chokepoints({ home: "BB" }), "resist");
    expect(remedy!.others).toEqual([{ economy: "AA", low: 0.1, high: 0.1 }]);
    expect(remedy).toMatchObject({ qualificationMonths: [3, 6, 9], leadTimeMonths: [12, 18, 24], timesGrade: "assumed" });
    expect(remedy!.toBuild!.usdBn).toBeCloseTo(2 * remedy!.toBuild!.share, 9);
  });

  it("shows growth beside capital goods only", async () => {
    const report = await ask.chokepoints({ home: "AA" });
    const { growth, losses } = found(report, "scanner");
    expect(growth).toEqual(losses[0]!.growth);
    expect(found(report, "resist").growth).toBeNull();
  });

  it("shows imports of the home by origin, what customs do not name apart", async () => {
    const [year] = found(await ask.chokepoints({ home: "AA" }), "resist").imports;
    expect(year).toMatchObject({
      period: "2024",
      total: 100,
      unknownOrigin: 10,
      partners: [
        { economy: "CC", value: 80 },
        { economy: "BB", value: 10 },
      ],
    });
  });

  it("answers from one source alone where asked", async () => {
    const { ranked, unknown, source } = await ask.chokepoints({ home: "CC", source: "outside" });
    expect(source).toBe("outside");
    expect(ranked.map(({ technology }) => technology)).toEqual(["etcher"]);
    expect(unknown).toEqual(["only-2025"]);
  });

  it("takes a group as the sum of its members, never together with one", async () => {
    const { ranked } = await ask.chokepoints({ home: "UU" });
    expect(ranked.every(({ holder }) => holder === null || !["AA", "BB", "UU"].includes(holder.economy))).toBe(true);
  });
});

describe("technologies", () => {
  it("finds by id, alias and other spelling", async () => {
    for (const wanted of ["scanner", "Scanner", " big light ", "BIG_LIGHT"])
      expect((await ask.technology({ technology: wanted })).id).toBe("scanner");
  });

  it("says what was meant", async () => {
    const error = await errorOf(ask.technology({ technology: "scaner" }));
    expect(error).toMatchObject({ code: "LM_TECHNOLOGY_UNKNOWN", details: { near: ["scanner"] } });
    expect(error!.message).toContain("Did you mean scanner?");
    expect((await errorOf(ask.technology({ technology: "wholly-other-thing" })))!.message).not.toContain("Did you mean");
  });

  it("shows shares by basis, never added, and the one the model reads", async () => {
    const card = await ask.technology({ technology: "resist" });
    expect(card.shareRows.map(({ basis, holderKind, used }) => [basis, holderKind, used])).toEqual([
      ["production", "economy", true],
      ["sales", "organisation", false],
    ]);
    expect(card.shareRows[0]!.unknownShare).toBeCloseTo(0.1, 12);
    expect(card.concentration.economies.hhi!.low).toBeCloseTo(0.35, 9);
    expect(card.concentration.economies.highlyConcentrated).toBe("yes");
    expect(card.concentration.organisations).toMatchObject({ top: { holder: "firm-c" }, unknownShare: 0.6 });
  });

  it("shows what a technology needs, what needs it, and what it is a variety of", async () => {
    const card = await ask.technology({ technology: "scanner" });
    expect(card.neededBy.map(({ technology, criticality }) => [technology, criticality])).toEqual([["logic", "blocking"]]);
    expect(card.varietyOf).toMatchObject([{ technology: "exposure", weight: { low: 0.3, high: 0.5 } }]);
    expect(card.products).toEqual(["logic", "memory"]);
    expect([...card.downstream].sort()).toEqual(["exposure", "logic", "memory"]);
    expect((await ask.technology({ technology: "mystery" })).concentration.economies).toMatchObject({
      hhi: null,
      highlyConcentrated: "unknown",
      unknownShare: 1,
    });
  });

  it("puts a technology's own parameters before the defaults of its supply mode", async () => {
    const { parameters } = await ask.technology({ technology: "resist" });
    expect(parameters.find(({ parameter }) => parameter === "fungibility")).toMatchObject({ low: 0.2, high: 0.3, origin: "technology" });
    expect(parameters.find(({ parameter }) => parameter === "spare")).toMatchObject({
      low: 0,
      high: 0.1,
      origin: "default",
      grade: "assumed",
    });
    expect(parameters.filter(({ parameter }) => parameter === "fungibility")).toHaveLength(1);
  });
});

describe("map", () => {
  it("colours every technology for the home, unknown as unknown", async () => {
    const view = await ask.map({ home: "AA" });
    const node = (id: string) => view.nodes.find((candidate) => candidate.id === id)!;
    const report = await ask.chokepoints({ home: "AA" });
    for (const { technology, score, rank } of report.ranked) expect(node(technology)).toMatchObject({ score, rank: rank!.mid });
    expect(node("mystery")).toMatchObject({ score: null, rank: null, unknownShare: 1, economies: [] });
    expect(node("scanner").parent).toBe("exposure");
    expect(view.finding).toBe(report.finding);
    expect(view.edges).toContainEqual({ from: "scanner", to: "logic", relation: "requires", criticality: "blocking", grade: "published" });
    expect(view.economies.filter(({ group }) => group)).toEqual([{ id: "UU", name: "Land UU", group: true }]);
  });
});

describe("changes", () => {
  it("compares the two newest editions of a data set", async () => {
    const report = await ask.changes({ source: "outside" });
    expect(report).toMatchObject({ from: "2022-09", to: "2026-08", matched: ["etcher"] });
    expect(report.unmatched.map(({ technology }) => technology).sort()).toEqual(["only-2021", "only-2025"]);
    expect(report.economies).toEqual([
      { economy: "AA", gaining: 1, losing: 0 },
      { economy: "BB", gaining: 0, losing: 1 },
    ]);
    expect(report.changes.map(({ holder, direction }) => [holder, direction]).sort()).toEqual([
      ["AA", "gaining"],
      ["BB", "losing"],
    ]);
  });

  it("needs two editions", async () => {
    expect(await codeOf(ask.changes({ source: "atlas" }))).toBe("LM_USAGE");
  });
});

describe("status", () => {
  it("says what is loaded and which edition answers", async () => {
    const { loads } = await ask.status();
    expect(loads.map(({ source, edition, current }) => [source, edition, current])).toEqual([
      ["atlas", "2026", true],
      ["outside", "2022-09", false],
      ["outside", "2026-08", true],
    ]);
  });
});
