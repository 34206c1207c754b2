import type { MapView } from "../../../src/answers/card/map-view.ts";
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

/** Tells which file of the atlas would hold what is missing, and who can add it. */
export const missing = (what: string, file: string): string =>
  `No data: ${what}. The operator of this service can add it to ${file} of the atlas.`;

/** A table to copy, which is English in all languages. */
export const csv = (rows: readonly (readonly Cell[])[]): string => `${rows.map((row) => csvLine(toldInEnglish(row))).join("\n")}\n`;

/** The map's technologies as CSV: fractions 0..1, USD bn, an empty cell is unknown. */
export function mapCsv(map: Pick<MapView, "home" | "asOf">, nodes: MapView["nodes"]): string {
  const head = ["rank", "technology", "name", "stage", "kind", "home", "as_of", "score_low", "score_mid", "score_high"];
  const tail = ["holder", "unknown_share", "market_size_usd_bn", "withheld_since"];
  const lines = nodes.map(({ rank, id, name, stage, kind, score, holder, unknownShare, marketSize, withheldSince }) => {
    const ends = score ?? [null, null, null];
    return [rank, id, name, stage, kind, map.home, map.asOf, ...ends, holder, unknownShare, marketSize, withheldSince];
  });
  return csv([[...head, ...tail], ...lines]);
}

/** Whose controls are in force on the map's technologies as CSV: issuers parted by blanks; an empty count is unknown. */
export function controlsCsv(map: Pick<MapView, "asOf">, nodes: MapView["nodes"]): string {
  const head = ["technology", "name", "stage", "as_of", "issuers_at_least", "issuers", "entries_not_loaded", "unknown_because"];
  const lines = nodes.map(({ id, name, stage, controls, controlsUnknown }) => {
    const known = controls && [controls.issuers.length, controls.issuers.join(" "), Number(controls.entriesUnknown)];
    return [id, name, stage, map.asOf, ...(known ?? [null, null, null]), controlsUnknown];
  });
  return csv([head, ...lines]);
}
