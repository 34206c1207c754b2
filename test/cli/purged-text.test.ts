import { expect, test } from "vitest";
import { purgedText } from "../../src/cli/commands/cases/texts.ts";

const nothing = {
  tokens: [],
  rows: {},
  notes: 0,
  rewritten: [],
  removed: [],
  left: [],
  backups: { rewritten: [], unread: [] },
  limits: [],
};
const textOf = (purged: Partial<Parameters<typeof purgedText>[0]>): string =>
  purgedText({ ...nothing, ...purged }, { width: 200 } as unknown as Parameters<typeof purgedText>[1]);

test("what a purge took is told in words, one and several, and nothing that was none", () => {
  const rows = { customer: 1, case_result: 2, case_match: 38, case_decision: 1, case_statement: 0, decision: 3 };
  expect(textOf({ tokens: ["purged-x"], rows, notes: 1 })).toBe(
    "Purged, with 1 version of a customer, 2 states of customers in runs, 38 matches, 1 decision on cases, 3 decisions on names, the text of 1 note.\npurged-x stands for it.",
  );
});

test("a purge that found nothing in the workspace itself says so, and what became of its copies", () => {
  expect(textOf({ backups: { rewritten: ["/a/backups/one.duckdb"], unread: ["/a/backups/two.duckdb"] } })).toBe(
    "Nothing more was in the workspace; its database file is compact now.\nWithout it now: /a/backups/one.duckdb\nCannot be opened, and may hold it: /a/backups/two.duckdb",
  );
  expect(textOf({ tokens: ["purged-x", "purged-y"], rows: { customer: 2 } })).toContain("purged-x, purged-y stand for them.");
});
