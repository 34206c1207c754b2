import { describe, expect, it } from "vitest";
import { Style } from "../../src/cli/page/style.ts";
import { mostLines, printView } from "../../src/cli/print-view.ts";
import {
  chokepointSections as chokepointSectionsSaid,
  chokepointsView as chokepointsViewSaid,
} from "../../src/report/supply/chokepoints.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";
import { english } from "../words/english.ts";
import { blockTexts } from "./block-texts.ts";
import { pageText } from "./page-text.ts";

const chokepointSections = english(chokepointSectionsSaid);
const chokepointsView = english(chokepointsViewSaid);

const report = await fixtureAsk().chokepoints({ home: "AA" });
const view = chokepointsView(report);
const page = (width: number) => ({ width, style: new Style(false) });

describe("chokepoints", () => {
  it("take at most 25 lines at 100 columns, the finding first", () => {
    const lines = printView(view, page(100)).split("\n");
    expect(lines.length).toBeLessThanOrEqual(mostLines);
    expect(lines.join(" ")).toContain(report.finding.split(" ").slice(0, 6).join(" "));
    expect(lines.at(-1)).toMatch(/^More: --details \(causes/);
    expect(lines.filter((line) => line.startsWith("Sources: "))).toHaveLength(1);
  });

  it("name each of what they count with the details", () => {
    const text = printView(view, page(10_000), { details: true });
    expect(printView(view, page(100))).toContain(`${report.unknown.length} with no known share`);
    for (const id of report.unknown) expect(text).toContain(report.names[id]);
  });

  it("say of each technology the same on the page and on the terminal", async () => {
    const terminal = printView(view, page(10_000), { details: true }).split("\n");
    for (const entry of report.ranked) {
      const blocks = chokepointSections(entry, report);
      const texts = blockTexts(blocks);
      expect(texts.length).toBeGreaterThan(20);
      const shown = (await pageText(blocks)).split("\n");
      const from = terminal.indexOf(`${entry.rank!.mid} ${entry.name}`);
      const printed = terminal.slice(from).join("\n");
      for (const text of texts) {
        expect(shown, entry.name).toContain(text);
        expect(printed, entry.name).toContain(text);
      }
    }
  });
});
