import { groupBy } from "../base/collections.ts";
import type { Row } from "../base/tables.ts";
import { inTurns, type Turns } from "../base/turns.ts";
import { nameKey } from "../link/name-key.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Lists } from "./read-lists.ts";

/** What reads the records of firms. */
export type RecordReader = Pick<Workspace, "rowsWith">;

/** Records of other people that are a listed party, with the listed name that joined the first of them. */
export interface JoinedRecords {
  /** The LEI, else the id of the first record. */
  readonly organisation: string;
  readonly by: string;
  readonly names: readonly Row<"organisation_name">[];
}

type PartyRecord = Row<"party_record">;

/**
 * Joins listed organisations to loaded records of firms (GLEIF, Wikidata, registers): by a listed name equal in all its letters, legal form
 * included, in the same economy, where one record of its origin has it; then to all records with the same LEI. Weak names are left out.
 */
export async function joinRecords(reader: RecordReader, { parties, names }: Lists): Promise<ReadonlyMap<string, JoinedRecords>> {
  const organisations = parties.filter(({ kind, economy }) => (kind === null || kind === "organisation") && economy !== null);
  const listed = new Map(organisations.map(({ entry }) => [entry, (names.get(entry) ?? []).filter(({ kind }) => kind !== "weak-alias")]));
  const keys = await inTurns(keysOf([...listed.values()].flat()));
  const byName = await reader.rowsWith(
    "record_name",
    "key",
    [...keys].filter((key) => key.length >= shortestKey),
  );
  if (byName.length === 0) return new Map();
  const found = await readRecords(reader, byName);
  const recordsOf = groupBy(
    byName.filter(({ kind }) => kind !== "weak"),
    ({ key }) => key,
  );
  const joined = new Map<string, JoinedRecords>();
  for (const { entry, economy } of organisations) {
    for (const { name } of listed.get(entry) ?? []) {
      const ids = [...new Set((recordsOf.get(nameKey(name)) ?? []).map(({ record }) => record))];
      const own = loneOfOrigin(ids.flatMap((id) => found.records.get(id) ?? []).filter((record) => record.economy === economy));
      if (own.length === 0) continue;
      joined.set(entry, joinedBy(name, own, found));
      break;
    }
  }
  return joined;
}

function* keysOf(names: readonly Row<"party_name">[]): Turns<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (const { name } of names) {
    keys.add(nameKey(name));
    yield;
  }
  return keys;
}

/** Letters of the shortest name that joins: shorter ones are shared by firms. */
const shortestKey = 4;

interface Found {
  readonly records: ReadonlyMap<string, PartyRecord>;
  readonly byLei: ReadonlyMap<string, readonly PartyRecord[]>;
  readonly names: ReadonlyMap<string, readonly Row<"record_name">[]>;
}

/** The records that bear these names, those that share an LEI with them, and the names of all. */
async function readRecords(reader: RecordReader, bearing: readonly Row<"record_name">[]): Promise<Found> {
  const own = await reader.rowsWith("party_record", "record", [...new Set(bearing.map(({ record }) => record))]);
  const leis = [...new Set(own.flatMap(({ lei }) => lei ?? []))];
  const all = [...own, ...(await reader.rowsWith("party_record", "lei", leis))];
  const records = new Map(all.map((record) => [record.record, record]));
  return {
    records,
    byLei: groupBy(
      [...records.values()].filter(({ lei }) => lei !== null),
      ({ lei }) => lei ?? "",
    ),
    names: groupBy(await reader.rowsWith("record_name", "record", [...records.keys()]), ({ record }) => record),
  };
}

/** Two records of one origin with one name are two firms, unless they share an LEI. */
function loneOfOrigin(records: readonly PartyRecord[]): readonly PartyRecord[] {
  return [...groupBy(records, ({ origin }) => origin).values()].flatMap((own) =>
    new Set(own.map(({ lei, record }) => lei ?? record)).size === 1 ? own : [],
  );
}

function joinedBy(name: string, own: readonly PartyRecord[], { byLei, names }: Found): JoinedRecords {
  const first = own.find(({ lei }) => lei !== null) ?? own[0]!;
  const organisation = first.lei === null ? first.record : `lei:${first.lei}`;
  const all = new Set([...own, ...own.flatMap(({ lei }) => (lei === null ? [] : (byLei.get(lei) ?? [])))].map(({ record }) => record));
  const told = [...all].flatMap((record) => names.get(record) ?? []).filter(({ kind }) => kind !== "weak");
  return {
    organisation,
    by: name,
    names: [...new Map(told.map((row) => [row.name, row])).values()].map(({ record, name, language, kind }) => ({
      ...{ organisation, name, kind, source: record },
      language: language ?? "und",
    })),
  };
}
