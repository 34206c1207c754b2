import type { DuckDBConnection } from "@duckdb/node-api";
import { groupBy } from "../base/collections.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { writeTexts } from "./columns.ts";
import type { HolderLink } from "./holder-links.ts";

/** Whose documents count: of those who filed them, or of those who own them on the day. */
export type OwnerTime = "filing" | "today";

/** What is counted with its owner: nothing, units named by a place, or all that it has bought and its institutes too. */
export type RollUp = "none" | "units" | "group";

export interface OwnerChoice {
  readonly owners: OwnerTime;
  readonly rollUp: RollUp;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** Who a holder counts as, and by which relation at the end of the way there. */
export interface Owner {
  readonly owner: string;
  readonly name: string;
  readonly economy: string | null;
  readonly rule: string;
}

/** Links that lead on from a holder under a choice; of several the latest that holds on the day. */
export function ownersOf(links: readonly HolderLink[], { owners, rollUp, day }: OwnerChoice): ReadonlyMap<string, Owner> {
  const follows = ({ relation, since, until }: HolderLink): boolean =>
    ((relation === "merged" && owners === "today") ||
      (relation === "unit" && rollUp !== "none") ||
      ((relation === "acquired" || relation === "belongs") && rollUp === "group")) &&
    (since === null || since <= day) &&
    (until === null || until > day);
  const next = new Map(
    [...groupBy(links.filter(follows), ({ holder }) => holder)].map(([holder, found]) => [
      holder,
      found.reduce((latest, each) => ((each.since ?? "") > (latest.since ?? "") ? each : latest)),
    ]),
  );
  return new Map(
    [...next.keys()].map((holder) => {
      const passed = new Set([holder]);
      let last = next.get(holder)!;
      for (let link: HolderLink | undefined = last; link && !passed.has(link.other); link = next.get(link.other)) {
        passed.add(link.other);
        last = link;
      }
      return [holder, { owner: last.other, name: last.other_name, economy: last.economy, rule: last.relation }];
    }),
  );
}

export const readHolderLinks = (connection: DuckDBConnection): Promise<HolderLink[]> =>
  queryMany(connection, "SELECT * FROM holder_link ORDER BY holder, relation, other, since");

/** Owners of a document on a day: of the last assignment on record, otherwise those who filed, or who took them over. */
export async function readOwnersOn(connection: DuckDBConnection, document: string, day: string): Promise<readonly DocumentOwner[]> {
  const held = await queryMany<Omit<DocumentOwner, "rule"> & { readonly day: string | null }>(
    connection,
    `SELECT holder, name, day FROM document_transfer WHERE document = $1 AND day <= $2
        AND day = (SELECT max(day) FROM document_transfer WHERE document = $1 AND day <= $2)
      UNION ALL SELECT d.holder, h.name, NULL FROM document_holder d JOIN holder h USING (holder)
        WHERE d.document = $1 AND NOT EXISTS (FROM document_transfer WHERE document = $1 AND day <= $2) ORDER BY holder`,
    [document, day],
  );
  const found = ownersOf(await readHolderLinks(connection), { owners: "today", rollUp: "none", day });
  return held.map(({ holder, name, day: handed }) => {
    const owner = found.get(holder);
    const rule = handed === null ? "filed" : `assigned ${handed}`;
    return owner ? { holder: owner.owner, name: owner.name, rule: `${rule}, ${owner.rule}` } : { holder, name, rule };
  });
}

/** `rule`: how it came to it. */
export interface DocumentOwner {
  readonly holder: string;
  readonly name: string;
  readonly rule: string;
}

/**
 * Runs work on the workspace with its holders as a choice has them: the tables `holder`, `holder_name` and `document_holder` of a connection
 * of its own stand for those that were measured, so that every question on them agrees.
 */
export async function withOwnerView<T>(
  workspace: Workspace,
  choice: OwnerChoice,
  work: (seen: Workspace, owners: ReadonlyMap<string, Owner>) => Promise<T>,
): Promise<T> {
  const seen = await workspace.another();
  try {
    const owners = await seen.use(async (connection) => {
      const found = ownersOf(await readHolderLinks(connection), choice);
      await createView(connection, choice, found);
      return found;
    });
    return await work(seen, owners);
  } finally {
    seen.close();
  }
}

async function createView(connection: DuckDBConnection, { owners, day }: OwnerChoice, found: ReadonlyMap<string, Owner>): Promise<void> {
  const rows = [...found];
  await writeTexts(connection, "owner_of", {
    holder: rows.map(([holder]) => holder),
    owner: rows.map(([, { owner }]) => owner),
    name: rows.map(([, { name }]) => name),
    economy: rows.map(([, { economy }]) => economy),
    rule: rows.map(([, { rule }]) => rule),
  });
  const [catalog] = await queryMany<{ name: string }>(connection, "SELECT current_catalog() AS name");
  const measured = `"${(catalog?.name ?? "").replaceAll('"', '""')}".main`;
  const held = owners === "today" ? handed(measured, day) : `SELECT document, holder, position FROM ${measured}.document_holder`;
  for (const statement of view(measured, held)) await connection.run(statement);
}

/** Holders of documents after the last assignment on record up to a day. */
const handed = (measured: string, day: string): string => `WITH past AS (
    SELECT document, holder, day FROM ${measured}.document_transfer WHERE day <= '${day.replaceAll("'", "''")}'
  ), last AS (
    SELECT past.document, past.holder, row_number() OVER (PARTITION BY past.document ORDER BY past.holder) - 1 AS position
    FROM past JOIN (SELECT document, max(day) AS day FROM past GROUP BY document) USING (document, day)
  )
  SELECT document, holder, position FROM last
  UNION ALL SELECT document, holder, position FROM ${measured}.document_holder ANTI JOIN last USING (document)`;

const view = (measured: string, held: string): readonly string[] => [
  `CREATE TEMP TABLE document_holder AS SELECT document, coalesce(owner, h.holder) AS holder, min(position)::INTEGER AS position
    FROM (${held}) h LEFT JOIN temp.owner_of USING (holder) GROUP BY ALL ORDER BY document, position, holder`,
  `CREATE TEMP TABLE holder_name AS SELECT n.name, coalesce(owner, n.holder) AS holder, coalesce(o.rule, n.rule) AS rule
    FROM ${measured}.holder_name n LEFT JOIN temp.owner_of o USING (holder) ORDER BY n.name`,
  `CREATE TEMP TABLE holder AS
    SELECT counted.holder, coalesce(h.name, known.name, o.name, t.name, counted.holder) AS name, coalesce(h.organisation, known.id) AS organisation,
      coalesce(h.economy, known.economy, o.economy) AS economy, counted.documents
    FROM (SELECT holder, count(*)::INTEGER AS documents FROM temp.document_holder GROUP BY holder) counted
    LEFT JOIN ${measured}.holder h USING (holder)
    LEFT JOIN (SELECT owner AS holder, min(name) AS name, min(economy) AS economy FROM temp.owner_of GROUP BY owner) o USING (holder)
    LEFT JOIN (SELECT id, min(name) AS name, min(economy) AS economy FROM (${currentRows("organisation")}) GROUP BY id) known
      ON known.id = counted.holder
    LEFT JOIN (SELECT holder, min(name) AS name FROM ${measured}.document_transfer GROUP BY holder) t ON t.holder = counted.holder
    ORDER BY counted.holder`,
];
