import { expect, it } from "vitest";
import { ruleGroups } from "../../src/link/technology-rule-symbols.ts";

const rule = (technology: string, symbols: string | null) => ({ technology, symbols });

it("rules name main groups by whatever is in them, each once over all rules of a technology", () => {
  const groups = ruleGroups([
    rule("etch", "H01L21/302-3088; H10P50/00;H01L21/67"),
    rule("etch", "C23F1/00;H10P50/00-00"),
    rule("memory", "H10B;H01L2224/00;B03D2203/04"),
    rule("words-only", null),
  ]);
  expect([...groups]).toEqual([
    ["etch", ["C23F1", "H01L21", "H10P50"]],
    // A subclass names no main group, and under indexing codes nothing is claimed.
    ["memory", []],
    ["words-only", []],
  ]);
});
