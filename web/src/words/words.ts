import { type Cell, csvLine } from "../../../src/answers/shared/csv-line.ts";
import type { Grade } from "../../../src/answers/shared/evidence.ts";
import { toldInEnglish } from "../../../src/words/tell.ts";
import { toldSentences } from "./sentences.ts";

const gradeWords: Readonly<Record<Grade, string>> = {
  published: "published: a document states it",
  derived: "derived: computed from what documents state",
  assumed: "assumed: not published by any source",
};

export const gradeMeaning = (grade: Grade): string => gradeWords[grade];

/** Whether there are words of the language for every sentence of a finding. */
export const isToldWhole = (finding: string): boolean => toldSentences(finding).every(({ said }) => said !== null);

/** Told where the interface is in another language: what of a page stays English, of its finding all, some or nothing. */
export function partlyEnglish(finding: string): string {
  const told = toldSentences(finding).map(({ said }) => said !== null);
  if (!told.includes(true)) return "Findings, evidence and names are shown in English, as they are recorded.";
  return !isToldWhole(finding)
    ? "A part of the finding, evidence and names are shown in English, as they are recorded."
    : "Evidence and names are shown in English, as they are recorded.";
}

/** A table to copy, which is English in all languages. */
export const csv = (rows: readonly (readonly Cell[])[]): string => `${rows.map((row) => csvLine(toldInEnglish(row))).join("\n")}\n`;
