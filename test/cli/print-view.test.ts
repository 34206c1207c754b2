import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Style } from "../../src/cli/page/style.ts";
import { mostLines, printView } from "../../src/cli/print-view.ts";
import type { Block, TableBlock, View } from "../../src/report/view.ts";

const page = (width: number) => ({ width, style: new Style(false) });

const table = (rows: number, facts: Partial<TableBlock> = {}): TableBlock => ({
  kind: "table",
  title: "Ranked",
  columns: [
    { title: "what", flexible: true },
    { title: "n", align: "right" },
  ],
  rows: Array.from({ length: rows }, (_, at) => [`row ${at}`, String(at)]),
  ...facts,
});

const view = (facts: Partial<View>): View => ({ finding: "It is so.", blocks: [], details: [], ...facts });

const evidence: NonNullable<View["evidence"]> = {
  grade: "assumed",
  documents: [
    { id: "a", title: "A", publisher: "Press", year: 2025, published: "2025", url: null, locator: null, class: null, access: null },
  ],
  rules: [],
  loads: [{ id: "1", source: "atlas", edition: "2026" }],
  limits: ["A model."],
};

describe("a view on a terminal", () => {
  it("shows the first rows of a table, and says how many more there are and where", () => {
    const text = printView(view({ blocks: [table(20, { most: 3 })] }), page(100));
    expect(text).toBe("It is so.\n\nRanked\nwhat   n\nrow 0  0\nrow 1  1\nrow 2  2\nand 17 more: --details\n\nMore: --details");
    expect(printView(view({ blocks: [table(20, { most: 3 })] }), page(100), { details: true })).toContain("row 19");
  });

  it("wraps what stands for a table without rows", () => {
    const text = printView(view({ blocks: [table(0, { title: "Ranked by what is lost", none: "no technology has a place" })] }), page(30));
    expect(text).toBe("It is so.\n\nRanked by what is lost: no\ntechnology has a place\n");
  });

  it("tells sources in one line, the limit before them, and what the details hold after", () => {
    const note: Block = { kind: "note", text: "Because." };
    const told = view({ blocks: [table(1)], limit: "It is a model.", evidence, details: [note], more: "causes" });
    expect(printView(told, page(100)).split("\n").slice(-4)).toEqual([
      "",
      "It is a model.",
      "Sources: 1 document: Press. Loads: atlas 2026. Weakest grade: assumed.",
      "More: --details (causes)",
    ]);
    const whole = printView(told, page(100), { details: true });
    expect(whole).toContain("Because.");
    expect(whole).toContain("- A model.");
    expect(whole).not.toContain("--details");
  });

  it("leaves wide columns out where there is little room", () => {
    const columns = [{ title: "what", flexible: true }, { title: "n" }, { title: "an aside that is long", wide: true }];
    const block = table(1, { columns, rows: [["a", "1", "more words than there is room for"]] });
    expect(printView(view({ blocks: [block] }), page(100))).toContain("an aside");
    expect(printView(view({ blocks: [block] }), page(40))).not.toContain("an aside");
  });

  it("tells bars as a table, and other pictures by their summary", () => {
    const bars: Block = {
      kind: "figure",
      title: "Loss",
      unit: "of output",
      summary: "Most by AA.",
      shape: { kind: "bars", bars: [{ label: "AA", text: "unknown", interval: null }] },
    };
    expect(printView(view({ blocks: [bars] }), page(100))).toContain("Loss\nMost by AA.\n    of output\nAA  unknown");
  });

  it("takes at most 25 lines at 100 columns, whatever it holds, and says where there is more", () => {
    const words = fc.array(fc.constantFrom("loss.", "Output", "of", "photoresist", "CN", "中芯國際"), { minLength: 1, maxLength: 90 });
    const text = words.map((all) => all.join(" "));
    const row = fc.array(text, { minLength: 2, maxLength: 2 });
    const block = fc.oneof(
      text.map((told): Block => ({ kind: "note", text: told })),
      fc.array(row, { maxLength: 40 }).map(
        (rows): Block =>
          table(0, {
            rows,
            columns: [
              { title: "a", flexible: true },
              { title: "b", flexible: true },
            ],
          }),
      ),
      fc.array(text, { maxLength: 30 }).map((items): Block => ({ kind: "list", title: "Reasons", items })),
      fc.array(row, { maxLength: 30 }).map(
        (rows): Block => ({
          kind: "section",
          title: "Part",
          body: [
            { kind: "facts", facts: rows.map(([label, value]) => ({ label: label!, value: value! })) },
            { kind: "note", text: "End." },
          ],
        }),
      ),
    );
    fc.assert(
      fc.property(text, fc.array(block, { maxLength: 6 }), (finding, blocks) => {
        const lines = printView(view({ finding, blocks, limit: "A model.", evidence }), page(100)).split("\n");
        expect(lines.length).toBeLessThanOrEqual(mostLines);
        expect(lines.at(-1)).toMatch(/^More: --details/);
      }),
    );
  });
});
