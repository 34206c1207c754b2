import { expect, it } from "vitest";
import type { DossierReport } from "../../../src/answers/dossier/dossier-report.ts";
import { printView } from "../../../src/cli/print-view.ts";
import { dossierView } from "../../../src/report/dossier/dossier.ts";

const told = (at: number) => ({
  text: `Sentence ${at}: of something.`,
  interval: [1, 2, 3] as const,
  unit: "USD m",
  sources: ["d1"],
  command: "levermap x",
});
const report: DossierReport = {
  question: "What?",
  finding: "Aland depends on ore.",
  home: "AA",
  homeName: "Aland",
  asOf: "2026-01-01",
  against: null,
  againstName: null,
  means: { plan: null, money: 5, years: 15, researchers: null, assumed: true, file: "{}" },
  parts: [
    { part: "weak-links", title: "Weak links", sentences: Array.from({ length: 40 }, (_, at) => told(at)) },
    { part: "unknown", title: "Unknown", sentences: [{ text: "Much.", interval: null, unit: null, sources: [], command: null }] },
  ],
  evidence: {
    grade: "assumed",
    documents: [
      { id: "d1", title: "On ore", publisher: "P", published: "2025", url: null, locator: null, class: null, access: null, year: 2025 },
    ],
    rules: [],
    loads: [],
    limits: [],
  } as unknown as DossierReport["evidence"],
};

it("shows a dossier whole, each sentence with what it rests on, and its figures on request", () => {
  const view = dossierView(report);
  const style = { strong: (text: string) => text, faint: (text: string) => text };
  const lines = printView(view, { width: 100, style } as unknown as Parameters<typeof printView>[1]).split("\n");
  for (let at = 0; at < 40; at++) expect(lines.some((line) => line.includes(`Sentence ${at}: of something. [On ore, 2025]`))).toBe(true);
  expect(lines.some((line) => line.includes("Much. [model]"))).toBe(true);
  const [table] = view.details;
  expect(table).toMatchObject({ kind: "table", title: "Weak links: figures" });
  expect(table!.kind === "table" && table!.rows[0]).toEqual(["Sentence 0", "1", "2", "3", "USD m", "On ore, 2025", "levermap x"]);
  expect(view.details[1]!.kind === "table" && view.details[1]!.rows).toEqual([]);
});
