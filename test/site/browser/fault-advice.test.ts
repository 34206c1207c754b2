import { describe, expect, it } from "vitest";
import { type ErrorCode, errorCodes, LevermapError } from "../../../src/base/errors.ts";
import { namesCommand, withoutCommands } from "../../../src/site/browser/commands.ts";
import { faultAdvice, nextInBrowser } from "../../../src/site/browser/fault-advice.ts";
import { forBrowser } from "../../../src/site/browser/for-browser.ts";
import { meantPages } from "../../../src/site/browser/meant.ts";

describe("advice for a browser", () => {
  it.each(Object.keys(errorCodes) as ErrorCode[])("of %s is nothing to be typed on a command line", (code) => {
    const { next, at } = faultAdvice(code);
    expect(next).not.toMatch(/`|levermap |--[a-z]|docs\//);
    expect(next).toMatch(/\.$/);
    expect(at?.path ?? "").not.toMatch(/^\//);
  });

  it("is that of an answer where its code is of another version", () => {
    expect(nextInBrowser("LM_NEWER", "Do this.")).toBe("Do this.");
    expect(nextInBrowser("toString", "Do this.")).toBe("Do this.");
    expect(nextInBrowser("LM_NO_LISTS", "Load one.")).toBe(faultAdvice("LM_NO_LISTS").next);
  });

  it("leads to what was perhaps meant", () => {
    const technology = new LevermapError("LM_TECHNOLOGY_UNKNOWN", "", { near: ["a b"] });
    expect(meantPages(technology)).toEqual([{ label: "a b", path: "technology/a%20b" }]);
    expect(meantPages(new LevermapError("LM_HOLDER_UNKNOWN", "", { near: ["acme"], called: ["Acme"] }))).toEqual([
      { label: "Acme", path: "holder/acme" },
    ]);
    expect(meantPages(new LevermapError("LM_ECONOMY_UNKNOWN", "", { near: ["ASML"], kind: "organisation" }))[0]?.path).toBe(
      "organisation/ASML",
    );
    expect(meantPages(new LevermapError("LM_USAGE", "", { near: ["x"] }))).toEqual([]);
  });
});

describe("a text without commands", () => {
  it.each([
    [
      "No edition is loaded for 2026-12-01: `levermap load ccl FILE` adds one.",
      "No edition is loaded for 2026-12-01. The operator of this service can load it.",
    ],
    [
      "Names were not searched: levermap load csl FILE, or levermap update.",
      "Names were not searched. The operator of this service can load it.",
    ],
    ["No search is kept. Keep one with `levermap patents --search WORDS --save NAME`.", "No search is kept."],
    [
      "No other side is named (`--against`), so that clout is not given.",
      "No other side is named (choose it beside “Against”), so that clout is not given.",
    ],
    ["Levermap is a map – 3 to 5 – of it.", "Levermap is a map – 3 to 5 – of it."],
  ])("tells %s as a page can", (text, told) => {
    expect(withoutCommands(text)).toBe(told);
    expect(namesCommand(told)).toBe(false);
  });

  it("is told by every part of a page but the cells of its tables", () => {
    const note = { kind: "note", text: "Solve one with `levermap plan NAME`." } as const;
    const page = forBrowser({
      title: "t",
      finding: "None is loaded: `levermap load csl`.",
      blocks: [note, { kind: "section", title: "s", body: [note, { kind: "list", items: ["A. Run `levermap measure`."] }] }],
      details: [{ kind: "table", title: "t", columns: [{ title: "command" }], rows: [["levermap plan x"]] }],
      evidence: { grades: [], weakest: null, documents: [], limits: ["Old: run `levermap measure` for new ones."] } as never,
    });
    expect(page.finding).toBe("None is loaded. The operator of this service can load it.");
    expect(page.blocks).toEqual([
      { kind: "section", title: "s", body: [{ kind: "list", items: ["A. The operator of this service can measure what is loaded."] }] },
    ]);
    expect(JSON.stringify(page.details)).toContain("levermap plan x");
    expect(page.evidence?.limits).toEqual(["Old. The operator of this service can measure what is loaded."]);
  });
});
