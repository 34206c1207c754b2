import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedRow } from "../base/derived-tables.ts";
import { nameKey } from "../link/name-key.ts";
import { parseName } from "../link/name-parse.ts";
import { fewestLetters, spellingDistance } from "../link/near-name.ts";
import { queryMany } from "../workspace/query.ts";

/** The holder, or holders with similar names. */
export interface HolderMatch {
  readonly holder: DerivedRow<"holder"> | null;
  readonly near: readonly DerivedRow<"holder">[];
}

type Candidate = DerivedRow<"holder"> & { readonly printed: string };

const mostCandidates = 1000;
const mostNear = 5;

/**
 * Finds a holder by id or printed name, ignoring case, spaces, punctuation and legal form. Ambiguous names give the holder with most
 * documents; partial names give holders containing them, else near spellings (from three letters). Only candidates for nearness are limited
 * in number, shortest first.
 */
export async function findHolder(connection: DuckDBConnection, wanted: string): Promise<HolderMatch> {
  const [key, core] = [nameKey(wanted), parseName(wanted).core];
  if (key === "") return { holder: null, near: [] };
  const [named] = [...(await byId(connection, wanted)), ...(await byName(connection, key))];
  if (named) return { holder: named, near: [] };
  const holding = await findCandidates(connection, holds, "length(key), holder", [composed(key), composed(core || key)]);
  const candidates = holding.length > 0 ? holding : await findCandidates(connection, spelled, `${distance}, holder`, [composed(key)]);
  const tests: readonly ((one: Candidate) => boolean)[] = [
    (one) => nameKey(one.printed) === key,
    (one) => parseName(one.printed).core === core,
  ];
  for (const test of tests) {
    const found = candidates.find(test);
    if (found) return { holder: rowOf(found), near: [] };
  }
  if (key.length < fewestLetters) return { holder: null, near: [] };
  const near = candidates.filter(({ printed }) => nameKey(printed).includes(key));
  const rows = new Map((near.length > 0 ? near : inSpelling(wanted, candidates)).map((one) => [one.holder, rowOf(one)]));
  return { holder: null, near: [...rows.values()].slice(0, mostNear) };
}

/** SQL approximation of `nameKey`: letters and digits without case and accents. */
const unspaced = (name: string): string => `regexp_replace(lower(strip_accents(${name})), '[^\\p{L}\\p{N}]', '', 'g')`;
const composed = (key: string): string => key.normalize("NFC");

const columns = "holder, name, organisation, economy, documents";
const mostDocuments = "ORDER BY documents DESC, holder";

/** The holder of this id, else the first of this organisation. */
const byId = (connection: DuckDBConnection, wanted: string): Promise<DerivedRow<"holder">[]> =>
  queryMany(
    connection,
    `SELECT ${columns} FROM holder WHERE holder = $1 OR organisation = $1 ORDER BY holder = $1 DESC, documents DESC, holder LIMIT 1`,
    [wanted],
  );

/** The holder with most documents among those with a name of this key. */
const byName = (connection: DuckDBConnection, key: string): Promise<DerivedRow<"holder">[]> =>
  queryMany(
    connection,
    `SELECT ${columns} FROM holder SEMI JOIN (
        SELECT holder FROM holder WHERE ${unspaced("name")} = $1 UNION SELECT holder FROM holder_name WHERE ${unspaced("name")} = $1
      ) found USING (holder) ${mostDocuments} LIMIT 1`,
    [composed(key)],
  );

/** Names containing the query, with or without its legal form. */
const holds = "contains(key, $1) OR contains(spelled, $2)";
const distance = "levenshtein(key, $1)";
/** Names within a third of the longer one's length. */
const spelled = `abs(length(key) - length($1)) * 3 <= greatest(length(key), length($1)) AND ${distance} * 3 <= greatest(length(key), length($1))`;

/** Holders with a matching name, from at most 1,000 names in an order; most documents first. */
const findCandidates = (connection: DuckDBConnection, test: string, order: string, values: readonly string[]): Promise<Candidate[]> =>
  queryMany<Candidate>(
    connection,
    `WITH named AS (SELECT holder, name FROM holder UNION SELECT holder, name FROM holder_name), spelling AS (
      SELECT holder, name AS printed, ${unspaced("name")} AS key, ${unspaced("replace(name, '&', ' and ')")} AS spelled FROM named
    ), found AS (SELECT holder, printed FROM spelling WHERE ${test} ORDER BY ${order} LIMIT ${mostCandidates})
    SELECT ${columns}, printed FROM holder JOIN found USING (holder) ${mostDocuments}, printed`,
    [...values],
  );

const inSpelling = (wanted: string, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates
    .map((one) => ({ one, apart: spellingDistance(wanted, one.printed) ?? Number.POSITIVE_INFINITY }))
    .filter(({ apart }) => apart !== Number.POSITIVE_INFINITY)
    .sort((a, b) => a.apart - b.apart)
    .map(({ one }) => one);

const rowOf = ({ holder, name, organisation, economy, documents }: Candidate): DerivedRow<"holder"> => ({
  holder,
  name,
  organisation,
  economy,
  documents,
});
