import { expect, it } from "vitest";
import type { DossierReport } from "../../../src/answers/dossier/dossier-report.ts";
import { printView } from "../../../src/cli/print-view.ts";
import { dossierView as dossierViewSaid } from "../../../src/report/dossier/dossier.ts";
import { english } from "../../words/english.ts";

const dossierView = english(dossierViewSaid);

const told = (at: number) => ({
  text: `Sentence ${at}: of something.`,
  detail: at === 0 ? "More of it." : null,
  interval: [1, 2, 3] as const,
  unit: "USD m",
  sources: at === 1 ? ["d1", "d2"] : ["d1"],
  rests: "supply" as const,
  command: "levermap x",
  technology: at === 0 ? "ore" : null,
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
  near: { gap: 0.004, stopped: false, timeUp: null },
  basis: "All is assumed.",
  parts: [
    { part: "weak-links", title: "Weak links", sentences: Array.from({ length: 40 }, (_, at) => told(at)) },
    {
      part: "unknown",
      title: "Unknown",
      sentences: [
        { text: "Much.", detail: null, interval: null, unit: null, sources: [], rests: "count", command: null, technology: null },
      ],
    },
  ],
  evidence: {
    grade: "assumed",
    documents: [
      {
        id: "d1",
        title: "On ore",
        publisher: "Ore Weekly via Copies",
        published: "2025",
        url: null,
        locator: null,
        class: null,
        access: null,
        year: 2025,
      },
      { id: "d2", title: "On tin", publisher: null, published: null, url: null, locator: null, class: null, access: null, year: null },
    ],
    rules: [],
    loads: [],
    limits: [],
  } as unknown as DossierReport["evidence"],
};

it("shows a dossier whole, each sentence with its documents by name, what else there is once, and its figures on request", () => {
  const view = dossierView(report);
  const style = { strong: (text: string) => text, faint: (text: string) => text };
  const lines = printView(view, { width: 100, style } as unknown as Parameters<typeof printView>[1]).split("\n");
  expect(lines).toContain("- Sentence 1: of something. [Ore Weekly 2025, 1 more]");
  for (let at = 2; at < 40; at++) expect(lines).toContain(`- Sentence ${at}: of something. [Ore Weekly 2025]`);
  expect(lines).toContain("- Much.");
  expect(lines.filter((line) => line.includes("All is assumed."))).toHaveLength(1);
  const [table] = view.details;
  expect(table).toMatchObject({ kind: "table", title: "Weak links: more" });
  expect(table!.kind === "table" && table!.rows[0]).toEqual([
    { text: "Sentence 0", link: { to: "technology", id: "ore" } },
    "More of it.",
    "1",
    "2",
    "3",
    "USD m",
    "On ore, 2025",
    "levermap x",
  ]);
  expect(view.details[1]!.kind === "table" && view.details[1]!.rows).toEqual([["Much", "", "", "", "", "", "", ""]]);
});

it("shows a finding of a page whole, however long", () => {
  const style = { strong: (text: string) => text, faint: (text: string) => text };
  const long = Array.from({ length: 12 }, (_, at) => `Sentence ${at} of a finding that takes some room.`).join(" ");
  const lines = printView(dossierView({ ...report, finding: long }), { width: 100, style } as unknown as Parameters<typeof printView>[1]);
  expect(lines.replaceAll("\n", " ")).toContain("Sentence 11 of a finding that takes some room.");
});
