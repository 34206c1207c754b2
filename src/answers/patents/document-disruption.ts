import { dayOf } from "../../base/days.ts";
import type { DerivedRow } from "../../base/derived-tables.ts";
import type { PatentCitations } from "../../corpus/patent-citations.ts";
import type { PatentRecord } from "../../corpus/patent-record.ts";
import { fiveYears } from "../../corpus/steps/citation-measures.ts";
import { disruptionVariants, referencesState } from "../../measure/citations/disruption.ts";
import type { Disruption } from "./patent-card.ts";

/** The disruption of a document, or why it is not shown. */
export type ShownDisruption =
  | { readonly shown: readonly Disruption[]; readonly reason: null }
  | { readonly shown: null; readonly reason: string };

/** CD over all later documents and over five years; not shown where the references of the document are missing or truncated. */
export function shownDisruption({ document, citations }: PatentRecord, cited: PatentCitations): ShownDisruption {
  const reason = whyNot(document, citations, cited);
  if (reason !== null || citations === null) return { shown: null, reason: reason ?? "citations were not measured" };
  const { ni, nj, nk, ni_5y, nj_5y, nk_5y } = citations;
  return {
    shown: [...windowOf(null, ni, nj, nk, false), ...windowOf(fiveYears, ni_5y, nj_5y, nk_5y, isOpen(document.day, cited.lastDay))],
    reason: null,
  };
}

function whyNot(
  { loaded, day, references }: DerivedRow<"patent_document">,
  citations: DerivedRow<"citation_measure"> | null,
  { referenceRows }: PatentCitations,
): string | null {
  const cites = citations?.cites ?? 0;
  const state = referencesState({ loaded, references, cites, referenceRows });
  if (state === "unread") return "its own record is not loaded, so what it cites is unknown";
  if (citations === null) return "citations were not measured since it was loaded";
  if (citations.ni === null) return `its day is not known${day === null ? "" : ` (${day})`}`;
  if (state === "none") return "no reference of it is loaded, and its record does not state how many it has";
  if (state === "truncated")
    return `its references are truncated: ${Math.max(referenceRows, cites)} of the ${references} that its record states are loaded`;
  return null;
}

function windowOf(
  windowDays: number | null,
  ni: number | null,
  nj: number | null,
  nk: number | null,
  open: boolean,
): readonly Disruption[] {
  if (ni === null || nj === null || nk === null) return [];
  const found = disruptionVariants({ focalOnly: ni, both: nj, referencesOnly: nk });
  return [{ windowDays, ni, nj, nk, withoutNk: found.withoutReferences, withNk: found.disruption, mcd: found.weighted, open }];
}

function isOpen(date: string | null, lastDate: string | null): boolean {
  const [day, lastDay] = [dayOf(date), dayOf(lastDate)];
  return day !== null && lastDay !== null && day + fiveYears > lastDay;
}
