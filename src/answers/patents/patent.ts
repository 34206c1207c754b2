import { basename } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { pick } from "../../base/collections.ts";
import { dayOf } from "../../base/days.ts";
import type { DerivedRow } from "../../base/derived-tables.ts";
import { LevermapError } from "../../base/errors.ts";
import { say } from "../../base/message.ts";
import { findDocument } from "../../corpus/find-document.ts";
import { readNeighbours } from "../../corpus/neighbours.ts";
import { readOwnersOn } from "../../corpus/owner-view.ts";
import { type PatentCitations, readPatentCitations } from "../../corpus/patent-citations.ts";
import { readClaims, readFamily } from "../../corpus/patent-family.ts";
import { type PatentRecord, readPatentRecord } from "../../corpus/patent-record.ts";
import { fiveYears } from "../../corpus/steps/citation-columns.ts";
import { bundledSources } from "../../corpus/technology-members.ts";
import { disruptionVariants, referencesState } from "../../measure/citations/disruption.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { documentsOf } from "../shared/evidence-of.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { Disruption, PatentCard } from "./patent-card.ts";
import { patentLife } from "./patent-status.ts";
import { timelineOf } from "./patent-timeline.ts";
import { findingOf, limitsOf } from "./patent-words.ts";

const neighboursShown = 5;

/**
 * All that is known of one patent document on the day of the model. `number` is taken as people write it; digits alone are a number
 * of the US. `measured`: limits by the age of the measures. Throws LM_PATENT_UNKNOWN, LM_NOT_MEASURED.
 */
export async function answerPatent(
  read: ReadModel,
  workspace: Workspace,
  number: string,
  measured: readonly string[],
): Promise<PatentCard> {
  return workspace.use(async (connection) => {
    const found = await findDocument(connection, number);
    if (found.document === null) throw found.unmeasured === null ? unknownPatent(number, found.near) : unmeasuredPatent(found.unmeasured);
    return cardOf(read, connection, found.document, measured);
  });
}

function unmeasuredPatent(document: string): LevermapError {
  return new LevermapError("LM_NOT_MEASURED", `${document} was loaded after the patents were last measured.`, { document });
}

function unknownPatent(number: string, near: readonly string[]): LevermapError {
  const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  return new LevermapError("LM_PATENT_UNKNOWN", `No patent "${number}" is loaded, and no loaded one cites it.${hint}`, { number, near });
}

async function cardOf(read: ReadModel, connection: DuckDBConnection, document: string, measured: readonly string[]): Promise<PatentCard> {
  const { asOf } = read.map;
  const record = await readPatentRecord(connection, document);
  const cited = await readPatentCitations(connection, document);
  const family = record.document.loaded === 0 ? [] : await readFamily(connection, record.document.unit);
  const life = await patentLife(connection, record.document, asOf);
  const { loaded, granted } = record.document;
  const card = {
    document,
    loaded: loaded === 1,
    ...pick(record.document, "title", "office", "type"),
    granted: granted === null ? null : granted === 1,
    ...pick(record.document, "day", "filed", "priority", "family", "application"),
    publications: publicationsOf(record),
    holders: record.holders,
    owners: await readOwnersOn(connection, document, asOf),
    inventors: record.inventors.map((inventor) => pick(inventor, "name", "economy")),
    classes: record.classes.map((row) => pick(row, "scheme", "symbol", "role")),
    technologies: technologiesOf(record),
    inForce: life.status,
    citations: await citationsOf(connection, record, cited),
    network: record.network && {
      pagerank: record.network.pagerank,
      sleepingBeauty: record.network.sleeping_beauty,
      awakening: record.network.awakening,
    },
    text: record.text && {
      backward: record.text.backward,
      forward5y: record.text.forward_5y,
      forward10y: record.text.forward_10y,
      impact: record.text.impact,
      breakthrough: record.text.breakthrough === null ? null : record.text.breakthrough === 1,
    },
    blocks: record.blocks,
    cases: record.cases.map(caseOf),
    events: record.events.map((event) => pick(event, "kind", "code", "date", "note")),
    links: record.links.map((link) => pick(link, "relation", "other", "date")),
    claims: await readClaims(connection, document),
    familyMembers: family.map(({ application: _, granted: isGranted, ...member }) => ({
      ...member,
      granted: isGranted === null ? null : isGranted === 1,
    })),
    timeline: timelineOf(record, family, life.status),
    records: record.publications.map(({ load_id, file, line }) => ({ load: load_id, file: basename(file), record: line })),
  };
  return {
    ...card,
    finding: findingOf(card),
    evidence: {
      grade: "derived",
      documents: documentsOf(read, [
        ...(await bundledSources(connection, "member AS (SELECT $1::VARCHAR AS document)", [document])),
        ...record.technologies.flatMap(({ source }) => source ?? []),
        ...life.sources,
      ]),
      rules: ["method:documents", "method:disruption", "method:originality", "method:in-force", "method:networks"],
      loads: cited.loads,
      limits: [...measured, ...limitsOf(card, cited, asOf)],
    },
  };
}

const caseOf = ({ kept, others }: PatentRecord["cases"][number]): PatentCard["cases"][number] => ({
  id: kept.id,
  sameAs: others,
  ...pick(kept, "forum", "kind", "title", "plaintiff", "defendant", "filed", "outcome", "url"),
});

const publicationsOf = ({ publications }: PatentRecord): PatentCard["publications"] => [
  ...new Map(
    publications.map((row) => [[row.kind, row.published, row.native].join(" "), pick(row, "kind", "published", "native")]),
  ).values(),
];

function technologiesOf({ technologies }: PatentRecord): PatentCard["technologies"] {
  const ids = [...new Set(technologies.map(({ technology }) => technology))];
  return ids.map((id) => {
    const rows = technologies.filter(({ technology }) => technology === id);
    return { technology: id, name: rows[0]?.name ?? null, rules: rows.map(({ rule }) => rule) };
  });
}

async function citationsOf(connection: DuckDBConnection, record: PatentRecord, cited: PatentCitations): Promise<PatentCard["citations"]> {
  const { document, citations } = record;
  const { shown, reason } = shownDisruption(record, cited);
  const near = (kind: "coupled" | "cocited"): ReturnType<typeof readNeighbours> =>
    readNeighbours(connection, document.document, kind, neighboursShown);
  const citedBy = cited.citingByYear.reduce((sum, { documents }) => sum + documents, 0);
  return {
    citedBy,
    citingLoaded: cited.citingLoaded,
    cites: cited.references.length,
    stated: document.references,
    literature: cited.literature,
    references: cited.references.map(({ document: other, loaded, ...row }) => ({
      document: other,
      loaded: loaded === 1,
      ...pick(row, "category", "phase"),
    })),
    citingByYear: cited.citingByYear,
    disruption: shown,
    disruptionReason: reason,
    originality: document.loaded === 1 && citations !== null ? dispersion(citations, "originality", citations.cites) : null,
    generality: citations && dispersion(citations, "generality", citations.cited_by),
    forward5y: citations?.citations_5y ?? null,
    forwardRelative: citations?.citations_relative ?? null,
    coupled: await near("coupled"),
    cocited: await near("cocited"),
  };
}

const dispersion = (row: DerivedRow<"citation_measure">, kind: "originality" | "generality", of: number) => ({
  value: row[kind],
  raw: row[`${kind}_raw`],
  classified: row[`${kind}_documents`],
  of,
});

/** The disruption of a document, or why it is not shown. */
type ShownDisruption = { readonly shown: readonly Disruption[]; readonly reason: null } | { readonly shown: null; readonly reason: string };

/** CD over all later documents and over five years; not shown where the references of the document are missing or truncated. */
function shownDisruption({ document, citations }: PatentRecord, cited: PatentCitations): ShownDisruption {
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
  if (citations.ni === null) return say("patent.its-day-is-not", { day: day === null ? "" : ` (${day})` });
  if (state === "none") return "no reference of it is loaded, and its record does not state how many it has";
  if (state === "truncated")
    return say("patent.its-references-are-truncated", { max: String(Math.max(referenceRows, cites)), references: String(references) });
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
