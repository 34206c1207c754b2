import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedRow } from "../base/derived-tables.ts";
import { nameKey } from "../link/name-key.ts";
import { parseName } from "../link/name-parse.ts";
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
 * Finds a holder by id, by a name as printed whatever the case and punctuation, or without its legal form. A name that several holders
 * share gives the one with the most documents; a part of a name gives none, but those whose names hold it.
 */
export async function findHolder(connection: DuckDBConnection, wanted: string): Promise<HolderMatch> {
  const candidates = await queryMany<Candidate>(
    connection,
    `SELECT h.*, n.name AS printed FROM holder h LEFT JOIN holder_name n USING (holder)
      WHERE h.holder = $1 OR h.organisation = $1 OR contains(lower(h.name), $2) OR contains(lower(n.name), $2)
      ORDER BY h.documents DESC, h.holder LIMIT ${mostCandidates}`,
    [wanted, firstWord(wanted)],
  );
  const [key, core] = [nameKey(wanted), parseName(wanted).core];
  const tests: readonly ((one: Candidate) => boolean)[] = [
    (one) => one.holder === wanted || one.organisation === wanted,
    (one) => names(one).some((name) => nameKey(name) === key),
    (one) => names(one).some((name) => parseName(name).core === core),
  ];
  for (const test of tests) {
    const found = candidates.find(test);
    if (found) return { holder: rowOf(found), near: [] };
  }
  const near = candidates.filter((one) => names(one).some((name) => nameKey(name).includes(key)));
  const rows = new Map((near.length > 0 ? near : candidates).map((one) => [one.holder, rowOf(one)]));
  return { holder: null, near: [...rows.values()].slice(0, mostNear) };
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
