import type { DuckDBConnection } from "@duckdb/node-api";
import { queryMany } from "../../workspace/query.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { bundledSources } from "../technology-members.ts";
import { type DocumentStatus, needsStatus, readFacets, readStatuses, type SearchFacets, withoutStatus } from "./search-facets.ts";
import { badSearch } from "./search-scanner.ts";
import { type ResolvedValues, searchSql } from "./search-sql.ts";
import { leavesOf, type SearchTree } from "./search-tree.ts";

export interface FoundPatent {
  readonly document: string;
  readonly title: string | null;
  readonly holders: readonly { readonly holder: string; readonly name: string }[] | null;
  readonly day: string | null;
  readonly technologies: readonly string[] | null;
  readonly citedBy: number | null;
  readonly inTitle: number;
}

/** Found documents, the first ones with details. */
export interface FoundPatents {
  /** Documents, and families that they are of. */
  readonly total: number;
  readonly families: number;
  /** Documents that are loaded. */
  readonly searched: number;
  readonly found: readonly FoundPatent[];
  readonly facets: SearchFacets | null;
  /** Atlas sources of the detailed documents. */
  readonly bundled: readonly string[];
}

/** A search with what its values stand for; `documents` gives those of sets and numbers. */
export interface SearchAsked extends ResolvedValues {
  readonly tree: SearchTree;
  /** Ids of a technology, its members and its parts. */
  readonly membersOf: (technology: string) => readonly string[];
  /** As written, for messages. */
  readonly query: string;
  /** Days since 1970-01-01 on which states are asked for. */
  readonly day: number;
}

/** Documents whose states are looked up one by one at most. */
const mostStates = 200_000;

/** Found documents: most words in the title first, then most cited. `most`: how many with details. Throws LM_SEARCH_INVALID. */
export async function runSearch(
  workspace: Workspace,
  asked: SearchAsked,
  { most, facets }: { readonly most: number; readonly facets: boolean },
): Promise<FoundPatents> {
  return withFound(workspace, asked, async (connection) => {
    const [counts] = await queryMany<{ total: number; families: number; searched: number }>(connection, countsSql);
    const found = await queryMany<FoundPatent>(connection, detailsSql, [most]);
    const shown = JSON.stringify(found.map(({ document }) => document));
    return {
      total: counts?.total ?? 0,
      families: counts?.families ?? 0,
      searched: counts?.searched ?? 0,
      found,
      facets: facets ? await readFacets(connection, asked.day, asked.membersOf) : null,
      bundled: await bundledSources(connection, `member AS (SELECT unnest(from_json($1, '["VARCHAR"]')) AS document)`, [shown]),
    };
  });
}

/** All found documents, in order of their names. Throws LM_SEARCH_INVALID. */
export const findAll = (workspace: Workspace, asked: SearchAsked): Promise<readonly string[]> =>
  withFound(workspace, asked, async (connection) =>
    (await queryMany<{ document: string }>(connection, "SELECT document FROM found ORDER BY document")).map(({ document }) => document),
  );

/** Runs work on a connection with the temporary table `found` (`document`, `in_title`). */
async function withFound<T>(workspace: Workspace, asked: SearchAsked, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const seen = await workspace.another();
  try {
    return await seen.use(async (connection) => {
      const states = await statesOf(connection, asked);
      const documents: SearchAsked["documents"] = (value) =>
        needsStatus(value) ? [...states].flatMap(([document, state]) => (state === value.value ? [document] : [])) : asked.documents(value);
      await createFound(connection, "found", asked.tree, { ...asked, documents });
      return await work(connection);
    });
  } finally {
    seen.close();
  }
}

async function createFound(connection: DuckDBConnection, table: string, tree: SearchTree, resolved: ResolvedValues): Promise<void> {
  const { sql, values } = searchSql(tree, resolved);
  await connection.run(`CREATE TEMP TABLE ${table} AS ${sql}`, [...values]);
}

/** States of what the search finds whatever they are; of none where it asks for none. */
async function statesOf(connection: DuckDBConnection, asked: SearchAsked): Promise<ReadonlyMap<string, DocumentStatus>> {
  const first = leavesOf(asked.tree).find((leaf) => leaf.kind === "value" && needsStatus(leaf));
  if (first?.kind !== "value") return new Map();
  await createFound(connection, "possible", withoutStatus(asked.tree), asked);
  const [counted] = await queryMany<{ n: number }>(connection, "SELECT count(*) AS n FROM possible");
  if ((counted?.n ?? 0) <= mostStates) return readStatuses(connection, "possible", asked.day);
  const reason = `the status of ${counted?.n} documents would have to be looked up, at most ${mostStates} can be; add words or other fields.`;
  throw badSearch(asked.query, first.place, reason);
}

const countsSql = `SELECT count(*) AS total, count(DISTINCT unit) AS families, (SELECT count(*) FROM patent_document WHERE loaded = 1) AS searched
  FROM found JOIN patent_document USING (document)`;

const detailsSql = `WITH best AS (
    SELECT f.document, f.in_title, m.cited_by FROM found f LEFT JOIN citation_measure m USING (document)
    ORDER BY f.in_title DESC, m.cited_by DESC NULLS LAST, f.document LIMIT $1
  ), held AS (
    SELECT dh.document, list({holder: h.holder, name: h.name} ORDER BY dh.position, h.name) AS holders
    FROM document_holder dh SEMI JOIN best USING (document) JOIN holder h USING (holder) GROUP BY dh.document
  ), used AS (
    SELECT document, list_sort(list(DISTINCT technology)) AS technologies
    FROM patent_technology SEMI JOIN best USING (document) GROUP BY document
  )
  SELECT b.document, d.title, d.day, b.cited_by AS "citedBy", b.in_title AS "inTitle", held.holders, used.technologies
  FROM best b JOIN patent_document d USING (document) LEFT JOIN held USING (document) LEFT JOIN used USING (document)
  ORDER BY b.in_title DESC, b.cited_by DESC NULLS LAST, b.document`;
