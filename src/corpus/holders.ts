import type { DuckDBConnection } from "@duckdb/node-api";
import { createHarmoniser, type KnownName, type KnownOrganisation } from "../link/harmonise.ts";
import { type CountedName, harmoniseAll } from "../link/harmonise-all.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { writeTexts } from "./text-columns.ts";

/**
 * Who holds a document: its owners where they are known, else its assignees, else its applicants. The economy is that of the record or of
 * the place the record names.
 */
const parties = `WITH party AS (
    SELECT p.document, p.name, min(p.position) AS position, min(coalesce(p.economy, place.economy)) AS economy,
      CASE p.role WHEN 'owner' THEN 1 WHEN 'assignee' THEN 2 ELSE 3 END AS rank
    FROM (${currentRows("patent_holder")}) p
    LEFT JOIN (${currentRows("patent_party_place")}) at ON at.document = p.document AND at.role = p.role AND at.position = p.position
    LEFT JOIN (SELECT place, min(economy) AS economy FROM (${currentRows("patent_place")}) GROUP BY place) place ON place.place = at.place
    GROUP BY p.document, p.name, rank
  ), first_rank AS (SELECT document, min(rank) AS rank FROM party GROUP BY document)`;

/** Joins the names of holders to holders and organisations; fills `holder_name`, `document_holder` and `holder`. */
export async function linkHolders(connection: DuckDBConnection): Promise<void> {
  const known = await queryMany<KnownOrganisation>(
    connection,
    `SELECT id, name, economy FROM (${currentRows("organisation")}) ORDER BY id, name`,
  );
  const knownNames = await queryMany<KnownName>(
    connection,
    `SELECT organisation, name, language, kind FROM (${currentRows("organisation_name")}) ORDER BY organisation, name, language`,
  );
  await connection.run(`CREATE OR REPLACE TEMP TABLE party AS ${parties}
    SELECT document, name, position, economy FROM party JOIN first_rank USING (document, rank)`);
  const names = await queryMany<CountedName>(
    connection,
    "SELECT name, count(*) AS count, mode(economy ORDER BY economy) AS economy FROM party GROUP BY name ORDER BY name",
  );
  const holders = harmoniseAll(createHarmoniser(known, knownNames), names);
  await writeTexts(connection, "linked", {
    name: names.map(({ name }) => name),
    holder: holders.map(({ holder }) => holder),
    rule: holders.map(({ rule }) => rule),
    display: holders.map(({ name }) => name),
    organisation: holders.map(({ organisation }) => organisation),
  });
  for (const statement of fill) await connection.run(statement);
}

const fill = [
  "DELETE FROM holder_name",
  "INSERT INTO holder_name SELECT name, holder, rule FROM linked ORDER BY name",
  "DELETE FROM document_holder",
  `INSERT INTO document_holder SELECT document, holder, min(position) AS position FROM party JOIN linked USING (name)
    GROUP BY document, holder ORDER BY document, position, holder`,
  "DELETE FROM holder",
  `INSERT INTO holder SELECT holder, min(display), min(organisation), mode(economy ORDER BY economy), count(DISTINCT document)
    FROM party JOIN linked USING (name) GROUP BY holder ORDER BY holder`,
  `UPDATE holder SET economy = o.economy FROM (SELECT id, min(economy) AS economy FROM (${currentRows("organisation")}) GROUP BY id) o
    WHERE o.id = holder.organisation AND o.economy IS NOT NULL`,
  "DROP TABLE linked",
  "DROP TABLE party",
];
