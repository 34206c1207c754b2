import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  leverageFinding as leverageFindingSaid,
  leverageRemarks as leverageRemarksSaid,
} from "../../../src/answers/leverage/leverage-finding.ts";
import { type CoalitionReport, leverageReportSchema } from "../../../src/answers/leverage/leverage-report.ts";
import type { ReadModel } from "../../../src/answers/shared/read-model.ts";
import type { Ask } from "../../../src/ask/ask.ts";
import { richCell, technologyCell } from "../../../src/report/cell.ts";
import { leverageView as leverageViewSaid } from "../../../src/report/leverage/leverage.ts";
import type { Cell } from "../../../src/report/view.ts";
import { place, share } from "../../measure/rows.ts";
import { printed } from "../../report/printed.ts";
import { english } from "../../words/english.ts";
import { codeOf, temporaryFolder } from "../../workspace/folder.ts";
import { type Invented, inventedWorkspace } from "../invented.ts";

const leverageFinding = english(leverageFindingSaid);
const leverageRemarks = english(leverageRemarksSaid);
const leverageView = english(leverageViewSaid);

const folder = temporaryFolder();
let invented: Invented;
let ask: Ask;

beforeAll(async () => {
  const none = [place("logic", "NN", "make", 0), place("memory", "NN", "make", 0)].map((row) => ({
    table: "product_place" as const,
    row: { ...row },
  }));
  const land = { table: "economy" as const, row: { id: "NN", name: "Land NN", gdp: 1, gdp_year: 2024, source: "s-one" } };
  invented = await inventedWorkspace(folder, [land, ...none]);
  ask = invented.ask();
});
afterAll(() => invented.close());

const near = (value: number | undefined, expected: number): void => expect(value).toBeCloseTo(expected, 9);

describe("leverage", () => {
  it("has the shape its schema says, each against each and together", async () => {
    for (const question of [{}, { from: ["BB", "CC", "DD"], on: "AA" }, { from: ["DD"], on: "UU", outsiders: "following" as const }]) {
      const sent = JSON.parse(JSON.stringify(await ask.leverage({ ...question, draws: 5 })));
      expect(leverageReportSchema.parse(sent)).toEqual(sent);
    }
  });

  it("splits by Shapley what all do together, and says what each adds to those before it", async () => {
    const { coalition, cells } = await ask.leverage({ from: ["BB", "CC", "DD"], on: "AA", draws: 0 });
    const { value, shapleyMiddle, joining, members } = coalition!;
    const all = value.backfilling.middle;
    expect(all).toBeGreaterThan(0);
    near(
      members.reduce((sum, code) => sum + shapleyMiddle[code]!, 0),
      all,
    );
    near(
      members.reduce((sum, code) => sum + joining[code]!.middle, 0),
      all,
    );
    near(cells.find(({ from }) => from === "BB")?.usd?.middle, joining.BB!.middle);
    expect(value.neutral.middle).toBeGreaterThanOrEqual(all);
    expect(value.following.middle).toBeGreaterThanOrEqual(value.neutral.middle);
  });

  it("is the same for the same seed and another for another", async () => {
    const run = async (seed: number) => (await ask.leverage({ from: ["BB", "DD"], on: "AA", draws: 20, seed })).shapley;
    expect(await run(3)).toEqual(await run(3));
    expect(await run(3)).not.toEqual(await run(4));
  });

  it("tells no loss where no source says what a target makes, asked for alone or among many", async () => {
    const { cells, coalition, shapley, finding } = await ask.leverage({ from: ["CC"], on: "KR", technologies: ["resist"], draws: 20 });
    expect(cells.map(({ gap, loss, usd, ofGdp, cost, net }) => [gap, loss, usd, ofGdp, cost, net])).toEqual([
      ["making-unknown", null, null, null, null, null],
    ]);
    expect([coalition, shapley]).toEqual([null, null]);
    expect(finding).toContain("How much of which final products KR makes, no source says");
    const many = await ask.leverage({ from: ["CC", "KR"], draws: 0 });
    expect(many.cells.find(({ on }) => on === "KR")).toMatchObject({ gap: "making-unknown", loss: null });
  });

  it("leaves out a member of whom nothing is known, names it, and never tells it as 0", async () => {
    const { shapley, coalition, evidence, cells } = await ask.leverage({ from: ["CC", "NN", "DD"], on: "AA", draws: 5 });
    expect(cells.filter(({ gap }) => gap === "no-known-supply").map(({ from }) => from)).toEqual(["NN"]);
    const { unknownMembers, shapleyMiddle, joining, last } = coalition!;
    expect(unknownMembers).toEqual(["NN"]);
    for (const told of [shapley!, shapleyMiddle, joining, last]) expect(Object.keys(told)).toEqual(["CC", "DD"]);
    expect(evidence.limits.join(" ")).toContain("What Land NN could add is unknown");
    const alone = await ask.leverage({ from: ["NN"], on: "AA", draws: 5 });
    expect([alone.shapley, alone.coalition]).toEqual([null, null]);
    expect(alone.finding).toContain("unknown");
  });

  it("says at least where a cost leaves out what has no market, and nothing where it is unknown", async () => {
    const { coalition, cells } = await ask.leverage({ from: ["CC"], on: "AA", draws: 0 });
    const set = coalition!.pareto.at(-1)!;
    expect(cells[0]!.unpriced).toEqual(expect.arrayContaining(["gas", "old-scanner"]));
    expect([set.cost === null, set.unpriced]).toEqual([false, cells[0]!.unpriced.length]);
    const firm = await ask.leverage({ from: ["DD"], on: "firm-c", draws: 0 });
    expect([firm.coalition!.unit, firm.coalition!.pareto, firm.coalition!.smallest?.cost]).toEqual(["part of output", [], null]);
    expect(firm.finding).toContain("of the affected final products made (in an unknown mix) for FIRM-C");
    expect(firm.evidence.limits.join(" ")).toContain("The loss of a firm is a part of the final products affected");
  });

  it("names what it leaves out since no share of those who act is known, and says by what is known, 0 included", async () => {
    const asked = await ask.leverage({ from: ["CC"], on: "AA", technologies: ["gas", "mystery"], draws: 0 });
    const gas = await ask.leverage({ from: ["CC"], on: "AA", technologies: ["gas"], draws: 0 });
    expect(asked.leftOut).toEqual([{ technology: "mystery", name: "mystery", parties: ["CC"], anybody: false }]);
    expect([asked.cells[0]!.leavesOut, gas.cells[0]!.leavesOut, gas.leftOut]).toEqual([1, 0, []]);
    expect(asked.cells[0]!.loss).toEqual(gas.cells[0]!.loss);
    expect(asked.finding).toMatch(/by what is known, Land CC could take USD /);
    expect(asked.evidence.limits.join(" ")).toContain("no share at all is known: 1 technology.");
    const text = printed(leverageView(asked));
    for (const told of [
      /if all others +loss, by what is known/,
      /Share of each member, .*, of what is known/,
      /output lost, by what is known/,
      /Left out, which is not 0[^\n]*\n[^\n]*\nmystery +no share known of anybody/,
    ])
      expect(text).toMatch(told);
    expect(gas.finding).not.toMatch(/by what is known/);
    const all = await ask.leverage({ from: ["BB", "CC"], on: "AA", draws: 0 });
    expect(leverageView(all).limit).toMatch(/^Left out: \d+ technolog.* no share of some sender is known/);
    for (const cell of all.cells) expect(cell.leavesOut).toBe(all.leftOut.filter(({ parties }) => parties.includes(cell.from)).length);
  });

  it("says of what is asked alone that no share of it is known", async () => {
    const { finding } = await ask.leverage({ from: ["CC"], on: "AA", technologies: ["mystery"], draws: 0 });
    expect(finding).toBe(
      "No share and no rule of what is asked (mystery) is known of Land CC, so what could be withheld from Land AA is unknown.",
    );
  });

  it("does not say that most is due to one of those who take nothing", async () => {
    const report = await ask.leverage({ from: ["BB", "CC"], on: "AA", draws: 0 });
    expect(report.finding).toContain("Most of it is due to");
    const shapley = { BB: [0, 0, 0], CC: [0, 0, 0] } as const;
    const read = { organisations: new Map(), economies: [], map: { groups: new Map(), economyOf: new Map() } } as unknown as ReadModel;
    expect(leverageFinding(read, { ...report, shapley })).not.toContain("Most of it is due to");
  });

  it("does not say that nobody says what an economy makes that makes nothing", async () => {
    const { finding } = await ask.leverage({ from: ["DD"], on: "NN", draws: 0 });
    expect(finding).toBe("Land NN makes no final product, so there is no output of its own to lose.");
  });

  it("tells reply and counter-reply where both sides are valued, and else why not", async () => {
    const report = await ask.leverage({ from: ["BB", "DD"], on: "AA", draws: 6 });
    const { moves, stable, stablePoints, noMoves } = report.coalition!;
    expect(noMoves).toBeNull();
    expect(moves![0]).toMatchObject({ by: "senders", withholds: "all", technology: null });
    near(moves![0]!.sendersValue.middle, report.coalition!.value.backfilling.middle - moves![0]!.sendersLose.middle);
    if (stable) expect(stablePoints!.length).toBeGreaterThan(0);
    expect(printed(leverageView(report))).toMatch(/Reply and counter-reply in the model, USD B a year[\s\S]*table in the model/);
    const untold = async (from: string, on: string) => (await ask.leverage({ from: [from], on, draws: 0 })).coalition!;
    expect(await untold("DD", "firm-c")).toMatchObject({ moves: null, stable: null, stablePoints: null, noMoves: "firm" });
    expect((await ask.leverage({ from: ["CC"], on: "KR", draws: 0 })).coalition).toBeNull();
  });

  it("leads to what is withheld and to the members of a set", async () => {
    const report = await ask.leverage({ from: ["BB", "DD"], on: "AA", draws: 6 });
    const coalition = report.coalition!;
    const withheld = { ...coalition.moves![0]!, withholds: "technology" as const, technology: "gas", name: "Gas" };
    const { details } = leverageView({ ...report, coalition: { ...coalition, moves: [withheld] } });
    const cellsOf = (title: string): readonly Cell[] =>
      details.flatMap((block) => (block.kind === "table" && block.title.startsWith(title) ? block.rows.flat() : []));
    expect(cellsOf("Reply and counter-reply")).toContainEqual({ text: "gas", link: { to: "technology", id: "gas" } });
    const [reply] = coalition.replies.filter(({ technology }) => technology !== null);
    expect(cellsOf("How the target could reply")).toContainEqual(technologyCell(reply!.technology!, reply!.name!));
    const [set] = coalition.pareto;
    const [members] = cellsOf("Most efficient sets");
    expect(richCell(members!).parts!.map((part) => richCell(part).link)).toEqual(set!.members.map((id) => ({ to: "economy", id })));
  });

  it("calls a firm by its name, and refuses a list that names nothing", async () => {
    const { finding, question } = await ask.leverage({ from: ["BB"], on: "firm-c", draws: 0 });
    expect([finding, question].every((text) => text.includes("FIRM-C"))).toBe(true);
    for (const empty of [{ from: [] }, { technologies: [] }])
      expect(await codeOf(ask.leverage({ from: ["BB"], on: "AA", draws: 0, ...empty }))).toBe("LM_USAGE");
  });

  it("tells what users lack of products that are withheld themselves, and does not call a cost unknown where nothing is harmed", async () => {
    const { dataset: _, ...row } = share("memory", "DD", 0.9);
    const made = await inventedWorkspace(folder, [{ table: "share", row }]);
    const report = await made.ask().leverage({ from: ["DD"], on: "BB", technologies: ["memory"], draws: 20 });
    made.close();
    const [cell] = report.cells;
    expect(cell!.useUsd!.interval[1]).toBeGreaterThan(0);
    expect(report.evidence.limits.join("\n")).toMatch(
      /Users there would also lack final products that are withheld, a year: USD .* by Land DD alone\.$/m,
    );
    const text = printed(leverageView(report));
    expect(text).toContain("Most efficient sets: none harms as much for less: none harms it");
    expect(text).not.toContain("Not even all together");
    expect(text).toMatch(/products users lack, USD B/);
  });

  it("chooses the fewest that do half of what all do, and costs and replies, by the medians that it shows", async () => {
    const report = await ask.leverage({ from: ["BB", "CC"], on: "AA", draws: 20 });
    const { threshold, thresholdGiven, value, smallest, pareto, replies } = report.coalition!;
    expect(threshold).toBeCloseTo(value.backfilling.interval[1] / 2, 12);
    expect(Math.abs(threshold - value.backfilling.middle / 2)).toBeGreaterThan(1e-6);
    expect(thresholdGiven).toBe(false);
    expect(smallest!.harm.interval[1]).toBeGreaterThan(threshold);
    for (const list of [
      pareto.map(({ cost }) => cost!),
      pareto.map(({ harm }) => harm),
      replies.flatMap(({ net }) => net ?? []).toReversed(),
    ])
      expect(list.map(({ interval }) => interval[1])).toEqual(list.map(({ interval }) => interval[1]).toSorted((a, b) => a - b));
    const text = printed(leverageView(report));
    expect(text).toMatch(/Smallest set that harms more than USD \S+ B a year \(half of what all do\): .*, \S+ \(\S+ to \S+\)\./);
    expect(text).not.toContain("middle run");
  });

  it("does not call what is left after a reply that costs more than the act remaining", async () => {
    const report = await ask.leverage({ from: ["BB", "CC"], on: "AA", draws: 5 });
    const read = { organisations: new Map(), economies: [], map: { groups: new Map(), economyOf: new Map() } } as unknown as ReadModel;
    const harm = { middle: 9, interval: [4, 9, 20] as const };
    const reply = { technology: "gas", name: "Gas", harm, cost: harm, net: harm, unpriced: 0 };
    const left = (interval: readonly [number, number, number]) =>
      leverageRemarks(read, {
        ...report,
        leftOut: [],
        inDoubt: [],
        coalition: { ...report.coalition!, replyLeavesOut: 0, reply, afterReply: { middle: 0, interval } },
      }).join(" ");
    expect(left([1, 2, 3])).toContain(". USD 2 B (1 to 3 B) would remain.");
    expect(left([-101, -5.2, 27])).toContain(". What they take less what they lose is USD -5.2 B (-101 to 27 B); below 0 they lose more.");
  });

  it("puts pairs in the order of the medians that it shows, and tells the first of them", async () => {
    const report = await ask.leverage({ from: ["BB", "CC", "DD", "AA"], draws: 60 });
    const [one, two, ...rest] = report.cells.filter(({ usd }) => usd !== null);
    const usd = (middle: number, median: number) => ({ middle, interval: [0, median, 90] as const });
    const cells = [{ ...one!, usd: usd(50, 1) }, { ...two!, usd: usd(2, 40) }, ...rest.map((cell) => ({ ...cell, usd: usd(0, 0) }))];
    const read = { organisations: new Map(), economies: [], map: { groups: new Map(), economyOf: new Map() } } as unknown as ReadModel;
    expect(leverageFinding(read, { ...report, cells })).toContain("USD 40 B (0 to 90 B)");
    const text = printed(leverageView({ ...report, cells }));
    expect(text.indexOf(" 40 (0 to 90)")).toBeLessThan(text.indexOf(" 1 (0 to 90)"));
  });

  it("says of a reply that leaves somebody out that it is at least, and of what then remains at most", async () => {
    const report = await ask.leverage({ from: ["BB", "CC"], on: "AA", draws: 5 });
    const read = { organisations: new Map(), economies: [], map: { groups: new Map(), economyOf: new Map() } } as unknown as ReadModel;
    const harm = { middle: 9, interval: [4, 9, 20] as const };
    const cost = { middle: 2, interval: [1, 2, 3] as const };
    const reply = { technology: "gas", name: "Rare gas", harm, cost, net: harm, unpriced: 0 };
    const afterReply = { middle: 2, interval: [1, 2, 3] as const };
    const told = (asked: Partial<CoalitionReport>, unvalued: readonly string[] = []) => {
      const coalition = { ...report.coalition!, reply, replies: [reply], afterReply, replyUnknown: [], unknownMembers: [], ...asked };
      const given = { ...report, unvalued, leftOut: [], coalition: { ...coalition, replyLeavesOut: 0 } };
      const words = [leverageFinding(read, given), ...leverageRemarks(read, given)].join(" ");
      return [words, printed(leverageView({ ...given, finding: "" }))] as const;
    };
    const [all, allText] = told({});
    expect(all).toContain(
      "withholding rare gas, would cost them USD 9 B (4 to 20 B), and itself USD 2 B (1 to 3 B). USD 2 B (1 to 3 B) would remain.",
    );
    expect(allText).toMatch(/Rare gas +9 \(4 to 20\) +2 \(1 to 3\) +9 \(4 to 20\)/);
    const [one, oneText] = told({ replyUnknown: ["CC"] });
    expect(one).toContain(
      "would cost them at least USD 9 B (4 to 20 B), and itself USD 2 B (1 to 3 B). At most USD 2 B (1 to 3 B) would remain.",
    );
    expect(oneText).toMatch(/less the best reply +at most 2 \(1 to 3\)/);
    expect(oneText).toMatch(/Rare gas +at least 9 \(4 to 20\) +2 \(1 to 3\) +at least 9 \(4 to 20\)/);
    expect(told({ unknownMembers: ["NN"] })[0]).toMatch(
      /by what is known, .* could take USD .*\. By what is known USD 2 B \(1 to 3 B\) would remain\./,
    );
    expect(told({}, ["memory"])[0]).toMatch(/could take at least USD .*\. By what is known USD 2 B \(1 to 3 B\) would remain\./);
    expect(told({ reply: null, replyUnknown: ["CC"] })[0]).toContain(
      "No reply by supply is known that would cost those senders whose products are known more than itself.",
    );
    const [unknown, table] = told({ reply: null, replies: [{ ...reply, cost: null, net: null, unpriced: 1 }] });
    expect(unknown).toContain("more than itself. Withholding rare gas would cost them USD 9 B (4 to 20 B), and itself an unknown sum.");
    expect(table).toMatch(/Rare gas +9 \(4 to 20\) +unknown +unknown/);
  });

  it("takes codes in any case, and names", async () => {
    const { from, on } = await ask.leverage({ from: ["Firm-C"], on: "Aa", draws: 0 });
    expect([from, on]).toEqual([["firm-c"], "AA"]);
    expect((await ask.chokepoints({ home: "uu" })).home).toBe("UU");
    expect((await ask.halfLife({ technology: "scanner", home: "cc", holder: "dd", draws: 10 })).holder).toBe("DD");
    expect((await ask.chokepoints({ home: "South Korea" })).home).toBe("KR");
  });

  it("refuses who is nobody, who is twice in part the same, and too many", async () => {
    expect(await codeOf(ask.leverage({ from: ["ZZ"], on: "AA" }))).toBe("LM_ECONOMY_UNKNOWN");
    expect(await codeOf(ask.leverage({ from: ["AA"], on: "AA" }))).toBe("LM_USAGE");
    expect(await codeOf(ask.leverage({ from: ["AA"], on: "ZZ" }))).toBe("LM_ECONOMY_UNKNOWN");
    await expect(ask.leverage({ from: ["AA"], on: "BB,CC" })).rejects.toThrow('one target at a time, not "BB,CC"');
    await expect(ask.leverage({ from: ["firm-c", "CC"], on: "AA" })).rejects.toThrow(/a split between a part and its whole/);
    expect(await codeOf(ask.leverage({ on: "AA", technologies: ["nothing"] }))).toBe("LM_TECHNOLOGY_UNKNOWN");
  });
});
