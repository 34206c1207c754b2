import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type DossierReport,
  type DossierSentence,
  dossierParts,
  dossierReportSchema,
} from "../../../src/answers/dossier/dossier-report.ts";
import { usdInterval } from "../../../src/base/format.ts";
import type { Interval } from "../../../src/base/numbers.ts";
import { printView } from "../../../src/cli/print-view.ts";
import type { Levermap } from "../../../src/library/open.ts";
import { once } from "../../../src/link/link-table.ts";
import { dossierView } from "../../../src/report/dossier/dossier.ts";
import { isLong } from "../../tiers.ts";
import { openBundled } from "../bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

/** The dossier that two tests look at, made once. */
const dossierOfNl = once(() => map.dossier({ home: "NL", against: "CN" }));

const sentencesOf = ({ parts }: DossierReport): readonly DossierSentence[] => parts.flatMap(({ sentences }) => sentences);
const part = ({ parts }: DossierReport, wanted: DossierReport["parts"][number]["part"]): readonly DossierSentence[] =>
  parts.find((each) => each.part === wanted)!.sentences;

/** Lines of the page at 100 columns, and its words, in which there is a letter. */
function pageOf(report: DossierReport): { readonly lines: readonly string[]; readonly words: readonly string[] } {
  const style = { strong: (text: string) => text, faint: (text: string) => text };
  const text = printView(dossierView(report), { width: 100, style } as unknown as Parameters<typeof printView>[1]);
  return { lines: text.split("\n"), words: text.split(/\s+/).filter((word) => /\p{L}/u.test(word)) };
}

/** A figure that a sentence tells: money, a part or a ratio, not a year, a name or a count. */
const figure = /USD|\d%|\d times/;

describe("a dossier", () => {
  it.each([
    ...(isLong ? [["smic", "US"] as const] : []),
    ["CN", "US"] as const,
    ["US", "CN"] as const,
    ["KR", "CN"] as const,
    ["IN", "CN"] as const,
    ["NL", "CN"] as const,
    ["tsmc", "CN"] as const,
    ["imec", undefined] as const,
  ])("of %s on %s is one page, whose sentences are none of them empty, twice or without what they rest on", async (home, against) => {
    const report = home === "NL" ? await dossierOfNl() : await map.dossier({ home, ...(against === undefined ? {} : { against }) });
    expect(dossierReportSchema.parse(report)).toEqual(report);
    expect(report.parts.map(({ part: of }) => of)).toEqual(dossierParts);
    for (const { sentences } of report.parts) expect(sentences.length).toBeGreaterThan(0);

    const { lines, words } = pageOf(report);
    expect(words.length).toBeLessThanOrEqual(640);
    expect(lines.length).toBeLessThanOrEqual(72);

    const sentences = sentencesOf(report);
    const texts = [...report.finding.split(/(?<=\.) (?=[A-Z])/), ...sentences.map(({ text }) => text)];
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) {
      expect(text).toMatch(/[.]$/);
      expect(text).not.toMatch(/undefined|NaN|null|Infinity|\[object|\[model|\.\.|;;| ,/);
    }

    const known = new Set(report.evidence.documents.map(({ id }) => id));
    for (const { text, interval, unit, sources, rests } of sentences) {
      for (const id of sources) expect(known.has(id)).toBe(true);
      // A figure has its interval and its documents, or is marked as the plan's, whose inputs are mostly assumed.
      if (figure.test(text)) {
        expect(rests).not.toBe("count");
        if (rests === "supply") expect(interval !== null || sources.length > 0, text).toBe(true);
        else expect(report.basis).toMatch(/\d+ of its \d+ inputs on research and income are assumed/);
      }
      if (interval === null) continue;
      expect(unit).not.toBeNull();
      expect(interval[0]).toBeLessThanOrEqual(interval[1] + 1e-9);
      expect(interval[1]).toBeLessThanOrEqual(interval[2] + 1e-9);
    }
    expect(report.finding.includes("Clout on")).toBe(against !== undefined);
    // What patents exclude today comes before what a plan adds later.
    const today = part(report, "clout").findIndex(({ text }) => text.startsWith("Patents of today"));
    expect(today).toBe(["NL", "tsmc", "US"].includes(home) ? 0 : -1);
    expect(/: patents of today could exclude USD [^;]* a year, new claims add/.test(report.finding)).toBe(today === 0);
  });

  it("tells the figures that the answers it is made of tell", async () => {
    const report = await dossierOfNl();
    const { ranked } = await map.chokepoints({ home: "NL", top: 3 });
    expect(part(report, "weak-links").flatMap(({ interval }) => (interval === null ? [] : [interval]))).toEqual(
      ranked.map(({ score }) => score),
    );
    const { cells, coalition } = await map.leverage({ from: ["NL"], on: "CN" });
    // Each difference is a median, and is said to be one.
    const supply = part(report, "clout").find(({ text }) => text.startsWith("Supply"))!;
    const billions = ([low, middle, high]: Interval): Interval => [1e9 * low, 1e9 * middle, 1e9 * high];
    const millions = (ends: readonly number[]): readonly number[] => ends.map((bn) => 1000 * bn);
    expect(supply.interval).toEqual(millions(cells[0]!.usd!.interval));
    expect(part(report, "replies")[0]!.interval).toEqual(millions(coalition!.reply!.harm.interval));
    // The reply is not free, and the difference is that of `leverage`.
    const { cost } = coalition!.reply!;
    const [reply] = part(report, "replies");
    expect(cost!.interval[1]).toBeGreaterThan(0);
    expect(reply!.text).toContain(`at ${usdInterval(billions(cost!.interval))} to itself`);
    expect(reply!.text).toContain(usdInterval(billions(coalition!.afterReply!.interval)));
    expect(reply!.text).toContain("median");
    expect(report.means).toMatchObject({ plan: "nl-equipment", money: 250, assumed: true });

    const plan = await map.plan({ place: "The dossier", text: report.means.file });
    const leads = new Map(plan.programmes.map(({ name, leads: ends }) => [name.toLowerCase(), ends]));
    const led = part(report, "next").filter(({ unit }) => unit === "chance to lead");
    expect(led.length).toBeGreaterThan(0);
    for (const { text, interval } of led)
      expect([...leads].some(([name, ends]) => text.toLowerCase().startsWith(name) && String(ends) === String(interval))).toBe(true);
    expect(part(report, "clout").find(({ text }) => text.startsWith("New claims"))!.interval).toEqual(
      plan.clout!.byYear.reduce((best, each) => (each.rightsAdded[1] > best.rightsAdded[1] ? each : best)).rightsAdded,
    );
    expect(report.finding).toContain(`begin ${plan.programmes.length} of ${plan.candidates.problems} `);
  });

  it("keeps a firm to the technologies of its ready plan", async () => {
    const report = await map.dossier({ home: "Tokyo Ohka Kogyo", against: "KR" });
    expect(report.home).toBe("tokyo-ohka-kogyo");
    expect(JSON.parse(report.means.file).technologies).toContain("photoresist");
    for (const { text } of sentencesOf(report)) expect(text).not.toContain("of USD 0");
    expect(report.finding).toMatch(/^With USD 60 M a year and 340 researchers/);
  });

  it("takes the money asked for, and refuses a side that is the home, or is none", async () => {
    await expect(map.dossier({ home: "NL", against: "EU" })).rejects.toMatchObject({ code: "LM_USAGE" });
    await expect(map.dossier({ home: "Xaland" })).rejects.toMatchObject({ code: "LM_ECONOMY_UNKNOWN" });
    await expect(map.dossier({ home: "Tokyo Ohka" })).rejects.toMatchObject({
      code: "LM_ECONOMY_UNKNOWN",
      message: expect.stringContaining('did you mean "Tokyo Ohka Kogyo"?'),
    });
    await expect(map.dossier({ home: "NL", plan: "none-such" })).rejects.toMatchObject({ code: "LM_PLAN_UNKNOWN" });
    const poor = await map.dossier({ home: "NL", money: 0 });
    expect(poor.means).toMatchObject({ money: 0, assumed: false });
    expect(poor.finding).toContain("would begin none of ");
    for (const { sentences } of poor.parts) expect(sentences.length).toBeGreaterThan(0);
  });
});
