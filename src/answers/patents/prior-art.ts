import { groupBy, pick } from "../../base/collections.ts";
import type { BlockDocument, BlockRow } from "../../corpus/block-rows.ts";
import { type PriorArtBlocks, priorArtBlocks, type RefusedApplication } from "../../measure/patents/prior-art-blocks.ts";
import type { PriorArt } from "./prior-art-report.ts";

interface Application extends RefusedApplication {
  readonly application: string;
  readonly about: BlockDocument | null;
  readonly rows: readonly BlockRow[];
}

/** Which refusals are those of a technology. */
export const refusalScope =
  "Refusals of a technology are those of its own applications, and those of other applications over its documents.";

/** Refusals with their counts. */
interface CountedRefusals {
  readonly applications: ReadonlyMap<string, Application>;
  readonly found: PriorArtBlocks;
  named(holder: string): { readonly holder: string; readonly name: string };
}

/** Counts refusals by office, class, year and holder. */
export function countRefusals(rows: readonly BlockRow[], documents: ReadonlyMap<string, BlockDocument>): CountedRefusals {
  const applications = new Map(
    [...groupBy(rows, ({ application }) => application)].map(([application, own]) => {
      const { document } = own[0];
      return [application, applicationOf(application, document === null ? null : (documents.get(document) ?? null), own)];
    }),
  );
  const names = new Map([...documents.values()].flatMap(({ filers }) => filers.map(({ holder, name }) => [holder, name] as const)));
  return {
    applications,
    found: priorArtBlocks(rows, applications, (document) => documents.get(document)?.holders.map(({ holder }) => holder) ?? []),
    named: (holder) => ({ holder, name: names.get(holder) ?? holder }),
  };
}

/**
 * Who was refused over whose documents. `office`: the one that refused; `null` for all. `top`: how many holders, pairs, documents and
 * refusals are listed.
 */
export function priorArt(
  rows: readonly BlockRow[],
  documents: ReadonlyMap<string, BlockDocument>,
  office: string | null,
  top: number,
): PriorArt {
  const chosen = rows.filter((row) => office === null || row.office === office);
  const rested = chosen.filter(({ examiner }) => examiner === 1);
  const { applications, found, named } = countRefusals(chosen, documents);
  const citedDocuments = new Set(rested.flatMap(({ cited }) => cited ?? []));
  return {
    refusals: applications.size,
    applications: found.applications,
    citations: found.documents + found.literature,
    ...pick(found, "documents", "literature"),
    withGround: rested.filter(({ ground }) => ground !== null).length,
    withClaims: rested.filter(({ claims }) => claims !== null).length,
    coverage: {
      ...found.coverage,
      distinctDocumentsLoaded: [...citedDocuments].filter((document) => documents.get(document)?.loaded).length,
    },
    byOffice: found.byOffice,
    byCitedOffice: byCitedOffice(rested, documents),
    byClass: found.byClass,
    byYear: found.byYear,
    byGround: [...groupBy(rested, ({ ground }) => ground)]
      .map(([ground, own]) => ({ ground, citations: own.length }))
      .sort((a, b) => b.citations - a.citations || compare(a.ground ?? "", b.ground ?? "")),
    refused: refusedHolders([...applications.values()])
      .slice(0, top)
      .map(({ holder, ...counts }) => ({ ...named(holder), ...counts })),
    pairs: found.pairs.slice(0, top).map(({ refused, over, ...counts }) => ({
      refused: named(refused),
      over: named(over),
      ...counts,
      blocks: rested.flatMap(({ application, cited, ground, claims, date }) => {
        const between =
          cited !== null &&
          applications.get(application)?.holders.includes(refused) &&
          documents.get(cited)?.holders.some(({ holder }) => holder === over);
        return between ? [{ application, cited, ground, claims, date }] : [];
      }),
    })),
    mostCited: mostCited(rested, documents).slice(0, top),
    newest: [...applications.values()]
      .filter(({ rows: own }) => own.some(({ examiner }) => examiner === 1))
      .sort((a, b) => compare(b.rows[0]!.date ?? "", a.rows[0]!.date ?? "") || compare(a.application, b.application))
      .slice(0, top)
      .map((one) => refusalOf(one, documents)),
  };
}

function applicationOf(application: string, about: BlockDocument | null, rows: readonly BlockRow[]): Application {
  const { filers = [], classes = [], year = null } = about ?? {};
  return { application, about, rows, holders: filers.map(({ holder }) => holder), classes, year };
}

function refusalOf({ application, about, rows }: Application, documents: ReadonlyMap<string, BlockDocument>): PriorArt["newest"][number] {
  return {
    application,
    office: rows[0]!.office,
    date: rows[0]!.date,
    title: about?.title ?? null,
    holders: about?.filers.map(({ name }) => name) ?? [],
    classes: about?.classes ?? [],
    over: rows
      .filter(({ examiner }) => examiner === 1)
      .map((row) => ({
        ...pick(row, "cited", "literature"),
        holders: documents.get(row.cited ?? "")?.holders.map(({ name }) => name) ?? [],
        ...pick(row, "ground", "claims"),
        place: pick(row, "source", "file", "line"),
      })),
  };
}

/** Holders of refused applications; one with several holders counts for each of them. */
function refusedHolders(applications: readonly Application[]) {
  const counts = new Map<string, { holder: string; applications: number; documents: number }>();
  for (const { holders, rows } of applications) {
    const documents = rows.filter(({ examiner, cited }) => examiner === 1 && cited !== null).length;
    for (const holder of new Set(holders)) {
      const count = counts.get(holder) ?? { holder, applications: 0, documents: 0 };
      count.applications += 1;
      count.documents += documents;
      counts.set(holder, count);
    }
  }
  return [...counts.values()].sort((a, b) => b.applications - a.applications || compare(a.holder, b.holder));
}

function byCitedOffice(rested: readonly BlockRow[], documents: ReadonlyMap<string, BlockDocument>): PriorArt["byCitedOffice"] {
  const pairs = rested.flatMap(({ application, cited }) => (cited === null ? [] : [{ application, cited }]));
  return [...groupBy(pairs, ({ cited }) => cited.slice(0, 2))]
    .map(([key, own]) => ({
      key,
      applications: new Set(own.map(({ application }) => application)).size,
      documents: own.length,
      withHolder: own.filter(({ cited }) => (documents.get(cited)?.holders.length ?? 0) > 0).length,
    }))
    .sort((a, b) => b.documents - a.documents || compare(a.key, b.key));
}

function mostCited(rested: readonly BlockRow[], documents: ReadonlyMap<string, BlockDocument>): PriorArt["mostCited"] {
  const pairs = rested.flatMap(({ application, cited }) => (cited === null ? [] : [{ application, cited }]));
  return [...groupBy(pairs, ({ cited }) => cited)]
    .map(([document, own]) => ({
      document,
      title: documents.get(document)?.title ?? null,
      holders: documents.get(document)?.holders.map(({ name }) => name) ?? [],
      applications: new Set(own.map(({ application }) => application)).size,
    }))
    .sort((a, b) => b.applications - a.applications || compare(a.document, b.document));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
