import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedRow } from "../base/derived-tables.ts";
import { corporateHistory, leadsOn, withParents } from "../link/corporate-history.ts";
import type { Harmoniser, Holder, KnownOrganisation } from "../link/harmonise.ts";
import { unitsOf } from "../link/unit-names.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { writeTexts } from "./columns.ts";

export type HolderLink = DerivedRow<"holder_link">;

/** Links of holders to what they are units or institutes of, were bought by or merged into, and onwards to those that hold no document. */
export function holderLinks(
  harmoniser: Harmoniser,
  organisations: readonly KnownOrganisation[],
  names: readonly string[],
  holders: readonly Holder[],
  isApart: (holder: string, other: string) => boolean = () => false,
): readonly HolderLink[] {
  const known = new Map(organisations.map((one) => [one.id, one]));
  const units = unitsOf(harmoniser, names, holders, withParents()).map(
    ({ holder, parent, name }): HolderLink => ({
      ...{ holder, relation: "unit", other: parent.holder, other_name: parent.name, economy: known.get(parent.holder)?.economy ?? null },
      ...{ since: null, until: null, rule: "unit-by-place", source: name },
    }),
  );
  const facts = corporateHistory().filter(leadsOn);
  const links = [...units];
  const seen = new Set<string>();
  const pending = [...holders.map(({ holder }) => holder), ...units.map(({ other }) => other)];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const { event, other, from, until, grade, source } of facts.filter(({ owner }) => owner === id)) {
      const { name = other, economy = null } = known.get(other) ?? {};
      links.push({ holder: id, relation: event, other, other_name: name, economy, since: from, until, rule: grade, source });
      pending.push(other);
    }
  }
  return links.filter(({ holder, other }) => !isApart(holder, other));
}

/** An assignment on record: the day on which a document was handed to a name. */
export interface Transfer {
  readonly document: string;
  readonly day: string;
  readonly name: string;
}

/** To whom loaded records of assignment hand documents, where they are dated. */
export const readTransfers = (connection: DuckDBConnection): Promise<readonly Transfer[]> =>
  queryMany(
    connection,
    `SELECT DISTINCT document, date AS day, name FROM (${currentRows("patent_transfer")}) WHERE role = 'assignee' AND date IS NOT NULL
      ORDER BY document, day, name`,
  );

/** Fills `holder_link` and `document_transfer`; `holderOf`: of a name. */
export async function writeLinks(
  connection: DuckDBConnection,
  links: readonly HolderLink[],
  transfers: readonly Transfer[],
  holderOf: ReadonlyMap<string, Holder>,
): Promise<void> {
  const columns = ["holder", "relation", "other", "other_name", "economy", "since", "until", "rule", "source"] as const;
  await writeTexts(connection, "linked_holder", Object.fromEntries(columns.map((column) => [column, links.map((link) => link[column])])));
  await writeTexts(connection, "handed", {
    document: transfers.map(({ document }) => document),
    day: transfers.map(({ day }) => day),
    holder: transfers.map(({ name }) => holderOf.get(name)?.holder ?? null),
    name: transfers.map(({ name }) => holderOf.get(name)?.name ?? name),
  });
  for (const statement of fill) await connection.run(statement);
}

const fill = [
  "DELETE FROM holder_link",
  `INSERT INTO holder_link SELECT DISTINCT holder, relation, other, other_name, economy, since, until, rule, source FROM linked_holder
    ORDER BY holder, relation, other, since`,
  "DELETE FROM document_transfer",
  "INSERT INTO document_transfer SELECT document, day, holder, min(name) FROM handed WHERE holder IS NOT NULL GROUP BY ALL ORDER BY document, day, holder",
  "DROP TABLE linked_holder",
  "DROP TABLE handed",
];
