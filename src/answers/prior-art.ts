import type { BlockDocument, BlockRow } from "../corpus/block-rows.ts";
import { priorArtBlocks, type RefusedApplication } from "../measure/prior-art-blocks.ts";
import type { PriorArt } from "./prior-art-report.ts";

interface Application extends RefusedApplication {
  readonly application: string;
  readonly about: BlockDocument | null;
  readonly rows: readonly BlockRow[];
}

/**
 * Who was refused over whose documents. `wanted`: office that refused, and technologies of the application; `null` for all. `top`: how many
 * holders, pairs, documents and refusals are listed.
 */
export function priorArt(
  rows: readonly BlockRow[],
  documents: ReadonlyMap<string, BlockDocument>,
  wanted: { readonly office: string | null; readonly technologies: readonly string[] | null },
  top: number,
): PriorArt {
  const { office, technologies } = wanted;
  const about = (row: BlockRow): BlockDocument | null => (row.document === null ? null : (documents.get(row.document) ?? null));
  const chosen = rows.filter(
    (row) =>
      (office === null || row.office === office) &&
      (technologies === null || (about(row)?.technologies ?? []).some((each) => technologies.includes(each))),
  );
  const applications = new Map(
    [...grouped(chosen, ({ application }) => application)].map(([application, own]) => [
      application,
      applicationOf(application, about(own[0]!), own),
    ]),
  );
  const rested = chosen.filter(({ examiner }) => examiner === 1);
  const found = priorArtBlocks(chosen, applications, (document) => documents.get(document)?.holders.map(({ holder }) => holder) ?? []);
  const names = new Map([...documents.values()].flatMap(({ holders }) => holders.map(({ holder, name }) => [holder, name] as const)));
  const named = (holder: string) => ({ holder, name: names.get(holder) ?? holder });
  const citedDocuments = new Set(rested.flatMap(({ cited }) => cited ?? []));
  return {
    refusals: applications.size,
    applications: found.applications,
    citations: found.documents + found.literature,
    documents: found.documents,
    literature: found.literature,
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
    byGround: [...grouped(rested, ({ ground }) => ground)]
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
  const { holders = [], classes = [], year = null } = about ?? {};
  return { application, about, rows, holders: holders.map(({ holder }) => holder), classes, year };
}

function refusalOf({ application, about, rows }: Application, documents: ReadonlyMap<string, BlockDocument>): PriorArt["newest"][number] {
  return {
    application,
    office: rows[0]!.office,
    date: rows[0]!.date,
    title: about?.title ?? null,
    holders: about?.holders.map(({ name }) => name) ?? [],
    classes: about?.classes ?? [],
    over: rows
      .filter(({ examiner }) => examiner === 1)
      .map(({ cited, literature, ground, claims, source, file, line }) => ({
        cited,
        literature,
        holders: cited === null ? [] : (documents.get(cited)?.holders.map(({ name }) => name) ?? []),
        ground,
        claims,
        place: { source, file, line },
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
  return [...grouped(pairs, ({ cited }) => cited.slice(0, 2))]
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
  return [...grouped(pairs, ({ cited }) => cited)]
    .map(([document, own]) => ({
      document,
      title: documents.get(document)?.title ?? null,
      holders: documents.get(document)?.holders.map(({ name }) => name) ?? [],
      applications: new Set(own.map(({ application }) => application)).size,
    }))
    .sort((a, b) => b.applications - a.applications || compare(a.document, b.document));
}

function grouped<V, K>(values: readonly V[], key: (value: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
