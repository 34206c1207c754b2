import { describe, expect, it } from "vitest";
import type { PatentCard } from "../../../src/answers/patents/patent-card.ts";
import type { TechnologyPatents } from "../../../src/answers/patents/technology-patents-report.ts";
import { Style } from "../../../src/cli/page/style.ts";
import { mostLines, printView } from "../../../src/cli/print-view.ts";
import { cellText, richCell } from "../../../src/report/cell.ts";
import { expiryBlock as expiryBlockSaid, expirySummary as expirySummarySaid } from "../../../src/report/patents/expiry.ts";
import { holderView as holderViewSaid } from "../../../src/report/patents/holder.ts";
import { lifeWords as lifeWordsSaid, patentView as patentViewSaid } from "../../../src/report/patents/patent.ts";
import { expectedOf as expectedOfSaid, inForceText as inForceTextSaid } from "../../../src/report/patents/patent-figures.ts";
import { portfolioView as portfolioViewSaid } from "../../../src/report/patents/portfolio.ts";
import { technologyPatentsView as technologyPatentsViewSaid } from "../../../src/report/patents/technology-patents.ts";
import type { TableBlock, View } from "../../../src/report/view.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";
import { littleKnown, seedDocument, withoutPatents } from "../../web/fixture-patents.ts";
import { english } from "../../words/english.ts";
import { pageText } from "../page-text.ts";

const expiryBlock = english(expiryBlockSaid);
const expirySummary = english(expirySummarySaid);
const holderView = english(holderViewSaid);
const lifeWords = english(lifeWordsSaid);
const patentView = english(patentViewSaid);
const expectedOf = english(expectedOfSaid);
const inForceText = english(inForceTextSaid);
const portfolioView = english(portfolioViewSaid);
const technologyPatentsView = english(technologyPatentsViewSaid);

const patentsOf = (technology: string): Promise<TechnologyPatents> => fixtureAsk().technologyPatents({ technology });

const tableCalled = ({ blocks, details }: View, title: RegExp): TableBlock =>
  [...blocks, ...details].find((block): block is TableBlock => block.kind === "table" && title.test(block.title))!;

const page = { width: 100, style: new Style(false) };

describe("views of patents", () => {
  it("show shares with their interval and bar, unknown ones hatched", async () => {
    const view = technologyPatentsView(await patentsOf("technology-13"));
    const { columns, rows } = tableCalled(view, /^Share of/);
    const at = columns.findIndex(({ title }) => title === "of unexpired");
    expect(rows.map((row) => richCell(row[at]!))).toEqual([
      { text: "50% (30 to 70%)", interval: [0.3, 0.5, 0.7] },
      { text: "unknown", interval: null },
    ]);
    expect(tableCalled(view, /^Citations by others/).rows.map((row) => cellText(row[1]!))).toEqual(["60% (36 to 84%)", "unknown"]);
    expect(tableCalled(view, /^Main path/).rows).toHaveLength(2);
  });

  it("keep to 25 lines, and the page has the same figures as the terminal", async () => {
    const ask = fixtureAsk();
    const views = [
      technologyPatentsView(await patentsOf("technology-13")),
      technologyPatentsView(await patentsOf(littleKnown)),
      patentView(await ask.patent({ number: seedDocument })),
      holderView(await ask.holder({ name: "org-beta" })),
      portfolioView(await ask.portfolio({ holder: "org-beta" })),
    ];
    for (const view of views) {
      expect(printView(view, page).split("\n").length).toBeLessThanOrEqual(mostLines);
      const [whole, shown] = [printView(view, page, { details: true }), await pageText([...view.blocks, ...view.details])];
      const figures = (text: string): string[] => text.match(/\d[\d,.]*%?/g) ?? [];
      for (const figure of figures(shown)) expect(whole).toContain(figure);
    }
  });

  it("show published counts beneath the loaded patents, or alone where none is loaded", async () => {
    const { publishedCounts } = await fixtureAsk().technology({ technology: "technology-13" });
    const loaded = technologyPatentsView({ ...(await patentsOf("technology-13")), publishedCounts });
    expect(tableCalled(loaded, /^Published counts \(published, not from the patents loaded\)/).rows).toHaveLength(2);
    expect(loaded.blocks.some((block) => block.kind === "table" && block.title.startsWith("Published"))).toBe(false);
    const alone = technologyPatentsView({ ...(await patentsOf(withoutPatents)), publishedCounts: Array(30).fill(publishedCounts[0]) });
    expect(alone.blocks).toMatchObject([
      { title: "Published counts", most: 9 },
      { kind: "note", text: "Load some." },
    ]);
    expect(alone.limit).toContain("never added up");
    expect(printView(alone, page).split("\n").length).toBeLessThanOrEqual(mostLines);
    expect(technologyPatentsView(await patentsOf(withoutPatents)).limit).toBeUndefined();
  });

  it("say unknown where nothing is known", async () => {
    const view = technologyPatentsView(await patentsOf(littleKnown));
    expect(tableCalled(view, /^Holders that are known, of 0 of 10 families/)).toMatchObject({ rows: [], none: "no holder is known" });
    expect(tableCalled(view, /^Main path/).none).toMatch(/^unknown/);
    expect(tableCalled(view, /^Original/).rows.map((row) => cellText(row[1]!))).toEqual(Array.from({ length: 6 }, () => "unknown"));
  });
});

describe("expiry", () => {
  const year = (at: number, facts: Partial<TechnologyPatents["expiry"]["years"][number]> = {}) => ({
    year: at,
    byEvent: 0,
    byTerm: 1,
    inForce: { low: 0, high: 0 },
    statusUnknown: 0,
    weight: 0,
    weightUnknown: 0,
    ...facts,
  });

  it("names applications of unknown status apart from 0", () => {
    expect(expectedOf(year(2030))).toBe("0");
    expect(expectedOf(year(2030, { statusUnknown: 1 }))).toBe("unknown");
    expect(expectedOf(year(2030, { byTerm: 4, inForce: { low: 0.52, high: 3.14 }, statusUnknown: 1 }))).toBe("0.52 to 3.14, 1 unknown");
    expect(inForceText({ low: 0, high: 0, known: 0, unknown: 7, notGranted: 0 })).toBe("unknown for 7");
    expect(inForceText({ low: 0, high: 0, known: 3, unknown: 0, notGranted: 0 })).toBe("0 expected of 3 granted applications");
  });

  it("is summed up by its first, last and fullest year; unknown ends are a row of their own", () => {
    const expiry = { years: [year(2024, { byEvent: 2 }), year(2026), year(2031)], unknown: 4, notGranted: 0 };
    expect(expirySummary(expiry, "2026-11-20")).toBe(
      "Terms of 5 applications end from 2024 to 2031, most in 2024 (3); 3 of them before 2026. The end of 4 is unknown.",
    );
    expect(expirySummary({ ...expiry, years: [] }, "2026-11-20")).toBe("No end of a term is known. The end of 4 is unknown.");
    const { rows } = expiryBlock({ expiry, asOf: "2026-11-20" });
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ["2024", "1", "2"],
      ["2026", "1", "0"],
      ["2031", "1", "0"],
      ["year unknown", "4", ""],
    ]);
  });
});

const noTerm = { termRule: null, termYears: null, latestEnd: null, terminalDisclaimer: false, opposed: null } as const;

it("a document is in force or not, and why", () => {
  const life = (facts: Partial<NonNullable<PatentCard["inForce"]>>): string =>
    lifeWords({ asOf: "2026-11-20", low: null, high: null, basis: "unknown", termEnd: null, adjustmentDays: null, ...noTerm, ...facts });
  expect(lifeWords(null)).toMatch(/^unknown/);
  expect(life({})).toMatch(/^unknown: /);
  expect(life({ low: 0, high: 0, basis: "term" })).toBe("no: its term is over");
  expect(life({ low: 1, high: 1, basis: "events" })).toMatch(/^yes: /);
  expect(life({ low: 0, high: 0.4, basis: "survival" })).toMatch(/^0 to 40%: /);
});

it("the end of a term names its adjustment, and fees only where they are due", async () => {
  const card = await fixtureAsk().patent({ number: seedDocument });
  const facts = { asOf: "2026-11-20", low: 1, high: 1, basis: "events", termEnd: "2036-01-09", adjustmentDays: 8, ...noTerm } as const;
  const term = (own: Partial<PatentCard>, life: Partial<NonNullable<PatentCard["inForce"]>>): string => {
    const view = patentView({ ...card, ...own, inForce: { ...facts, termYears: 20, ...life } });
    const rows = view.blocks.flatMap((block) => (block.kind === "facts" ? block.facts : []));
    return cellText(rows.find(({ label }) => label === "Term to")!.value);
  };
  const utility = { office: "US", type: "utility" } as const;
  expect(term(utility, { termRule: "filing" })).toBe("2036-01-09 if fees are paid: 20 years from its filing and 8 days of adjustment");
  expect(term(utility, { termRule: "earliest-claimed", adjustmentDays: 0 })).toBe(
    "2036-01-09 if fees are paid: 20 years from the earliest filing it claims",
  );
  expect(term(utility, { termRule: "filing", adjustmentDays: null })).toMatch(/from its filing; adjustment unknown$/);
  expect(term(utility, { termRule: "filing", terminalDisclaimer: true, latestEnd: "2036-01-09" })).not.toContain("of adjustment");
  expect(term({ office: "US", type: "design" }, { termRule: "grant", termYears: 15 })).toBe("2036-01-09: 15 years from grant");
});
