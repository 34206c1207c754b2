import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedRow } from "../base/derived-tables.ts";
import { nameKey } from "../link/name-key.ts";
import { parseName } from "../link/name-parse.ts";
import { fewestLetters, spellingDistance } from "../link/near-name.ts";
import { queryMany } from "../workspace/query.ts";

/** A holder that was asked for by name, or others whose names hold what was asked. */
export interface HolderMatch {
  readonly holder: DerivedRow<"holder"> | null;
  readonly near: readonly DerivedRow<"holder">[];
}

type Candidate = DerivedRow<"holder"> & { readonly printed: string | null };

const mostCandidates = 1000;
const mostNear = 5;

/**
 * Finds a holder by id, by a name as printed whatever the case, blanks and punctuation, or without its legal form. A name that several
 * holders share gives the one with the most documents; a part of a name gives none, but those whose names hold it, else those near it in
 * spelling. What has fewer than three letters is near to nothing.
 */
export async function findHolder(connection: DuckDBConnection, wanted: string): Promise<HolderMatch> {
  const [key, core] = [nameKey(wanted), parseName(wanted).core];
  if (key === "") return { holder: null, near: [] };
  const byWord = await findCandidates(connection, "contains(lower(name), $2)", [wanted, firstWord(wanted)]);
  const candidates = byWord.length > 0 ? byWord : await findCandidates(connection, unspaced, [wanted, key]);
  const tests: readonly ((one: Candidate) => boolean)[] = [
    (one) => one.holder === wanted || one.organisation === wanted,
    (one) => names(one).some((name) => nameKey(name) === key),
    (one) => names(one).some((name) => parseName(name).core === core),
  ];
  for (const test of tests) {
    const found = candidates.find(test);
    if (found) return { holder: rowOf(found), near: [] };
  }
  if (key.length < fewestLetters) return { holder: null, near: [] };
  const near = candidates.filter((one) => names(one).some((name) => nameKey(name).includes(key)));
  const rows = new Map((near.length > 0 ? near : inSpelling(wanted, candidates)).map((one) => [one.holder, rowOf(one)]));
  return { holder: null, near: [...rows.values()].slice(0, mostNear) };
}

/** Letters and digits of a name, glued, against those of what was asked for: equal parts, or near in spelling. */
const unspaced = `contains(regexp_replace(lower(name), '[^\\p{L}\\p{N}]', '', 'g'), $2)
  OR levenshtein(regexp_replace(lower(name), '[^\\p{L}\\p{N}]', '', 'g'), $2) * 3 <= length($2)`;

/** Holders with their printed names, those with the most documents first, where the id is `$1` or one of the names passes a test. */
const findCandidates = (connection: DuckDBConnection, test: string, values: readonly [string, string]): Promise<Candidate[]> =>
  queryMany<Candidate>(
    connection,
    `WITH found AS (
      SELECT holder FROM holder WHERE holder = $1 OR organisation = $1 OR ${test} UNION SELECT holder FROM holder_name WHERE ${test}
    )
    SELECT h.*, n.name AS printed FROM holder h SEMI JOIN found USING (holder) LEFT JOIN holder_name n USING (holder)
      ORDER BY h.documents DESC, h.holder LIMIT ${mostCandidates}`,
    [...values],
  );

/** Those near in spelling, the nearest first. */
function inSpelling(wanted: string, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates
    .map((one) => ({ one, distance: Math.min(...names(one).map((name) => spellingDistance(wanted, name) ?? Number.POSITIVE_INFINITY)) }))
    .filter(({ distance }) => distance !== Number.POSITIVE_INFINITY)
    .sort((a, b) => a.distance - b.distance)
    .map(({ one }) => one);
}

const names = ({ name, printed }: Candidate): readonly string[] => (printed === null ? [name] : [name, printed]);

/** Part of every spelling of a name, so that the database can tell which are worth a look. */
const firstWord = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/u) ?? [""])[0];

const rowOf = ({ holder, name, organisation, economy, documents }: Candidate): DerivedRow<"holder"> => ({
  holder,
  name,
  organisation,
  economy,
  documents,
});
