import { expect, test } from "vitest";
import { purgedText } from "../../src/cli/commands/cases/texts.ts";

test("what a purge took is told in words, one and several, and nothing that was none", () => {
  const rows = { customer: 1, case_result: 2, case_match: 38, case_decision: 1, case_statement: 0, decision: 3 };
  const purged = { token: "purged-x", rows, notes: 1, rewritten: [], removed: [], left: [], backups: [], limits: [] };
  const text = purgedText(
    purged as unknown as Parameters<typeof purgedText>[0],
    { width: 200 } as unknown as Parameters<typeof purgedText>[1],
  );
  expect(text).toBe(
    "Purged, with 1 version of the customer, 2 states of the customer in runs, 38 matches, 1 decision on its cases, 3 decisions on its names, and the text of 1 note. purged-x stands for it.",
  );
});
