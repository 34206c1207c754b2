import { describe, expect, it } from "vitest";
import type { PublishedFigure } from "../../src/answers/scenario/compare/published-models.ts";
import { publishedView } from "../../src/proof/views/published.ts";
import { cellText } from "../../src/report/cell.ts";
import { besideTable } from "../../src/report/scenario/published.ts";
import { simulateView } from "../../src/report/scenario/simulate.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";
import { printed } from "./printed.ts";

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

describe("figures of others beside ours, as shown", () => {
  it("are a table with theirs, ours or why there is none, and how ours lies", () => {
    const { rows } = besideTable("A stop", figures);
    expect(rows.map((row) => row.map(cellText).slice(3, 6))).toEqual([
      ["1 to 2% of GDP", "0.2% (0.1 to 0.3%) of GDP", "below"],
      ["at most 0.5% of GDP (up to)", "0.2% (0.1 to 0.3%) of GDP", "overlapping"],
      ["at least 150%", "The model has no such number.", ""],
    ]);
    expect(rows[0]![6]).toEqual({ text: "A house, 2024", link: { to: "url", address: "https://example.org/model" } });
  });

  it("say why they differ, once for all rows that it is the same for", () => {
    const text = printed(
      publishedView({
        question: "",
        finding: "Finding.",
        draws: 50,
        seed: 1,
        counts: { below: 1, overlaps: 1, above: 0, bounds: 1, none: 1 },
        scenarios: [{ id: "stop", name: "A stop", asOf: "2026-01-01" }],
        figures,
        evidence: { grade: "assumed", documents: [], rules: [], loads: [], limits: [] },
      }),
    );
    expect(text).toContain("A stop (stop, data of 2026-01-01)");
    expect(text).toContain("- A house, 2024 (1 to 2): theirs has more in it. Ours: output lost.");
    expect(text).toContain("- A house, 2024 (3): a price.");
  });

  it("stand in the details of a scenario in short, and nowhere where there are none", async () => {
    const report = await fixtureAsk().simulate({ id: "invented" });
    expect(printed(simulateView(report))).not.toContain("Published models");
    const text = printed(simulateView({ ...report, published: figures }));
    expect(text).toContain("Published models beside ours");
    expect(text).toContain("levermap compare --published invented");
    expect(text).not.toContain("theirs has more in it");
  });
});
