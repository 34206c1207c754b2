import type { DuckDBConnection } from "@duckdb/node-api";
import { createHarmoniser, type Harmoniser, type Holder, type KnownName, type KnownOrganisation } from "../link/harmonise.ts";
import { type CountedName, harmoniseAll } from "../link/harmonise-all.ts";
import { withOwners } from "../link/owner-names.ts";
import { joinSideBySide } from "../link/side-by-side.ts";
import { apartAsTold, joinAsTold, type UserJoin } from "../link/user-joins.ts";
import { queryMany, runAll } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { writeTexts } from "./columns.ts";
import { bySlice } from "./documents.ts";
import { holderLinks, readTransfers, type Transfer, writeLinks } from "./holder-links.ts";

/** Holders of a document: its owners, else assignees, else applicants. The economy is that of the record or of its place. */
const parties = (within: string): string => `WITH party AS (
    SELECT p.document, p.name, min(p.position) AS position, min(coalesce(p.economy, place.economy)) AS economy,
      CASE p.role WHEN 'owner' THEN 1 WHEN 'assignee' THEN 2 ELSE 3 END AS rank
    FROM (SELECT * FROM (${currentRows("patent_holder")}) WHERE ${within}) p
    LEFT JOIN (SELECT * FROM (${currentRows("patent_party_place")}) WHERE ${within}) stated
      ON stated.document = p.document AND stated.role = p.role AND stated.position = p.position
    LEFT JOIN (SELECT place, min(economy) AS economy FROM (${currentRows("patent_place")}) GROUP BY place) place ON place.place = stated.place
    GROUP BY p.document, p.name, rank
  ), first_rank AS (SELECT document, min(rank) AS rank FROM party GROUP BY document)
  SELECT document, name, position, economy FROM party JOIN first_rank USING (document, rank)`;

/** The economy with the greatest `n`; `mode` with an order would need a block of memory per group. */
const commonest = "min_by(economy, {'rarer': -n, 'economy': economy}) FILTER (economy IS NOT NULL)";

interface KnownOwners {
  readonly organisations: readonly KnownOrganisation[];
  readonly harmoniser: Harmoniser;
}

/** Organisations of the workspace and of the table of owners, and the linker to them. */
async function readOwners(connection: DuckDBConnection): Promise<KnownOwners> {
  const known = await queryMany<KnownOrganisation>(
    connection,
    `SELECT id, name, economy FROM (${currentRows("organisation")}) ORDER BY id, name`,
  );
  const knownNames = await queryMany<KnownName>(
    connection,
    `SELECT organisation, name, language, kind FROM (${currentRows("organisation_name")}) ORDER BY organisation, name, language`,
  );
  const { organisations, names } = withOwners(known, knownNames);
  return { organisations, harmoniser: createHarmoniser(organisations, names) };
}

export const readHarmoniser = async (connection: DuckDBConnection): Promise<Harmoniser> => (await readOwners(connection)).harmoniser;

/** Links holder names to holders and organisations; fills `holder_name`, `document_holder`, `holder`, `holder_link` and `document_transfer`. */
export async function linkHolders(connection: DuckDBConnection): Promise<void> {
  await runAll(connection, bySlice("party", parties));
  const printed = await queryMany<CountedName>(
    connection,
    `SELECT name, sum(n)::BIGINT AS count, ${commonest} AS economy
      FROM (SELECT name, economy, count(*) AS n FROM party GROUP BY name, economy) GROUP BY name ORDER BY name`,
  );
  const transfers = await readTransfers(connection);
  const names = [...printed, ...assigneesOf(transfers, printed)];
  const { organisations, harmoniser } = await readOwners(connection);
  const told = await queryMany<UserJoin>(
    connection,
    `SELECT name, relation, other FROM (${currentRows("holder_join")}) ORDER BY load_id, file, line`,
  );
  const holders = joinAsTold(await holdersOf(connection, harmoniser, names), told);
  const of = (name: string): Holder => holders.get(name)!;
  const seats = new Map(organisations.map(({ id, economy }) => [id, economy]));
  await writeTexts(connection, "linked", {
    name: printed.map(({ name }) => name),
    holder: printed.map(({ name }) => of(name).holder),
    rule: printed.map(({ name }) => of(name).rule),
    display: printed.map(({ name }) => of(name).name),
    organisation: printed.map(({ name }) => of(name).organisation),
    seat: printed.map(({ name }) => seats.get(of(name).holder) ?? null),
  });
  for (const statement of fill) await connection.run(statement);
  const texts = names.map(({ name }) => name);
  const links = holderLinks(harmoniser, organisations, texts, texts.map(of), apartAsTold(holders, told));
  await writeLinks(connection, links, transfers, holders);
}

/** Names of assignees that no document prints. */
function assigneesOf(transfers: readonly Transfer[], printed: readonly CountedName[]): readonly CountedName[] {
  const known = new Set(printed.map(({ name }) => name));
  const others = new Set(transfers.flatMap(({ name }) => (known.has(name) ? [] : [name])));
  return [...others].sort().map((name) => ({ name, count: 0 }));
}

/** Holders by name: by rules of names and by records in several languages. */
async function holdersOf(
  connection: DuckDBConnection,
  harmoniser: Harmoniser,
  names: readonly CountedName[],
): Promise<ReadonlyMap<string, Holder>> {
  const found = harmoniseAll(harmoniser, names);
  const records = await queryMany<{ names: readonly string[] }>(connection, inTwoLanguages);
  return joinSideBySide(
    new Map(names.map(({ name }, i) => [name, found[i]!])),
    new Map(names.map(({ name, count }) => [name, count])),
    records.map((record) => record.names),
  );
}

/** Names of a document's only holder in several languages, from one record. */
const inTwoLanguages = `SELECT DISTINCT names FROM (
    SELECT list(name ORDER BY name) AS names FROM (
      SELECT DISTINCT load_id, file, line, document, role, language, name FROM (${currentRows("patent_holder")}) WHERE language IS NOT NULL
    ) GROUP BY load_id, file, line, document, role HAVING count(*) > 1 AND count(*) = count(DISTINCT language)
  ) ORDER BY names`;

const fill = [
  "DELETE FROM holder_name",
  "INSERT INTO holder_name SELECT name, holder, rule FROM linked ORDER BY name",
  "DELETE FROM document_holder",
  `INSERT INTO document_holder SELECT document, holder, min(position) AS position FROM party JOIN linked USING (name)
    GROUP BY document, holder ORDER BY document, position, holder`,
  "DELETE FROM holder",
  `INSERT INTO holder SELECT holder, min(display), min(organisation), ${commonest}, min(documents)
    FROM (SELECT holder, economy, min(display) AS display, min(organisation) AS organisation, count(*) AS n
      FROM party JOIN linked USING (name) GROUP BY holder, economy)
    JOIN (SELECT holder, count(*) AS documents FROM document_holder GROUP BY holder) USING (holder) GROUP BY holder ORDER BY holder`,
  "UPDATE holder SET economy = seat FROM (SELECT holder, min(seat) AS seat FROM linked GROUP BY holder) o WHERE o.holder = holder.holder AND seat IS NOT NULL",
  "DROP TABLE linked",
  "DROP TABLE party",
];
