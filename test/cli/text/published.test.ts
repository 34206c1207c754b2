import { describe, expect, it } from "vitest";
import type { PublishedFigure } from "../../../src/answers/scenario/compare/published-report.ts";
import { Style } from "../../../src/cli/page/style.ts";
import { besideSection, publishedText } from "../../../src/cli/text/published.ts";
import { simulateText } from "../../../src/cli/text/simulate.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";

const page = { width: 100, style: new Style(false) };

const figure = (more: Partial<PublishedFigure> = {}): PublishedFigure => ({
  id: "one",
  scenario: "stop",
  question: "no resist for a year",
  quantity: "GDP loss",
  target: "AA",
  months: 12,
  theirs: { low: 1, high: 2, unit: "pct of GDP", note: null, grade: "published" },
  ours: { number: "gdp-share", interval: [0.1, 0.2, 0.3], unit: "pct of GDP", what: "output lost", grade: "assumed" },
  reason: null,
  stands: "below",
  why: "theirs has more in it",
  source: { title: "A model", publisher: "A house", year: 2024, url: "https://example.org/model" },
  ...more,
});

const none = { ours: null, stands: null, months: null, reason: "The model has no such number." };
const figures = [
  figure(),
  figure({ id: "two", theirs: { low: null, high: 0.5, unit: "pct of GDP", note: "up to", grade: "published" }, stands: "overlaps" }),
  figure({ id: "three", theirs: { low: 150, high: null, unit: "pct", note: null, grade: "published" }, why: "a price", ...none }),
];

describe("figures of others beside ours, as text", () => {
  it("are a table with theirs, ours or why there is none, and how ours lies", () => {
    expect(besideSection("A stop", figures, page).join("\n")).toBe(`
A stop
   whose  question                   theirs                      ours                        ours is
1  AA     no resist for a year: GDP  1 to 2% of GDP              0.2% (0.1 to 0.3%) of GDP   below
          loss
2  AA     no resist for a year: GDP  at most 0.5% of GDP (up     0.2% (0.1 to 0.3%) of GDP   across
          loss                       to)
3  AA     no resist for a year: GDP  at least 150%               The model has no such
          loss                                                   number.`);
  });

  it("say why they differ, once for all rows that it is the same for", () => {
    const text = publishedText(
      {
        question: "",
        finding: "Finding.",
        draws: 50,
        seed: 1,
        counts: { below: 1, overlaps: 1, above: 0, bounds: 1, none: 1 },
        scenarios: [{ id: "stop", name: "A stop", asOf: "2026-01-01" }],
        figures,
        evidence: { grade: "assumed", documents: [], rules: [], loads: [], limits: [] },
      },
      page,
    );
    expect(text).toContain("A stop (stop, as known on 2026-01-01)");
    expect(text).toContain("- A house, 2024 (1 to 2): theirs has more in it. Ours: output lost.");
    expect(text).toContain("- A house, 2024 (3): a price.");
  });

  it("stand below the answer of a scenario in short, and nowhere where there are none", async () => {
    const report = await fixtureAsk().simulate({ id: "invented" });
    expect(simulateText(report, page)).not.toContain("Published models");
    const text = simulateText({ ...report, published: figures }, page);
    expect(text).toContain("Published models beside ours");
    expect(text).toContain("levermap compare --published invented");
    expect(text).not.toContain("theirs has more in it");
  });
});
