import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedRow } from "../base/derived-tables.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";

/** A loaded member of a family, and what it says it comes from. */
export interface FamilyMember
  extends Pick<DerivedRow<"patent_document">, "document" | "office" | "title" | "filed" | "day" | "granted" | "application"> {
  /** What joined it to the family. */
  readonly rule: string;
  readonly parents: readonly {
    readonly relation: string;
    readonly other: string;
    /** The member of the family that `other` is; `null`: none that is loaded. */
    readonly member: string | null;
  }[];
}

const mostMembers = 200;

/** Loaded members of the family of a document, first filed first, at most 200, each with its links within and out of the family. */
export async function readFamily(connection: DuckDBConnection, unit: string): Promise<readonly FamilyMember[]> {
  const members = `SELECT document, office, title, filed, day, granted, application, unit_rule AS rule FROM patent_document
      WHERE unit = $1 AND loaded = 1 ORDER BY filed NULLS LAST, day NULLS LAST, document LIMIT ${mostMembers}`;
  const rows = await queryMany<Omit<FamilyMember, "parents">>(connection, members, [unit]);
  const links = await queryMany<{ document: string; relation: string; other: string }>(
    connection,
    `WITH member AS (${members}) SELECT DISTINCT document, relation, other FROM (${currentRows("patent_link")}) SEMI JOIN member USING (document)
      ORDER BY document, relation, other`,
    [unit],
  );
  const byKey = new Map(
    rows.flatMap(({ document, application }) => [
      [document, document] as const,
      ...(application === null ? [] : [[application, document] as const]),
    ]),
  );
  return rows.map((row) => ({
    ...row,
    parents: links.flatMap(({ document, relation, other }) => {
      const member = byKey.get(other) ?? null;
      return document === row.document && member !== row.document ? [{ relation, other, member }] : [];
    }),
  }));
}

/** First claims of a document that are loaded. */
export const readClaims = (
  connection: DuckDBConnection,
  document: string,
): Promise<{ readonly language: string | null; readonly text: string }[]> =>
  queryMany(
    connection,
    `SELECT DISTINCT language, text FROM (${currentRows("patent_text")}) WHERE document = $1 AND field = 'claim' ORDER BY coalesce(language, 'en') <> 'en', language, text`,
    [document],
  );
