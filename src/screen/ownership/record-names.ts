import type { Row } from "../../base/tables.ts";
import { isOwnerKey } from "../../link/owner-key.ts";
import type { RecordReader } from "../party-records.ts";
import type { OwnerRow } from "./owner-book.ts";

type PartyRecord = Row<"party_record">;

/**
 * Names of owners and firms of which a table has ids alone, as GLEIF's and OpenSanctions' have: those of loaded records with this LEI, or
 * with this id of OpenSanctions.
 */
export async function withRecordNames(reader: RecordReader, rows: readonly OwnerRow[]): Promise<readonly OwnerRow[]> {
  const ids = [
    ...new Set(rows.flatMap(({ owned, owned_name, owner, owner_name }) => [...bare(owned, owned_name), ...bare(owner, owner_name)])),
  ];
  if (ids.length === 0) return rows;
  const records = new Map<string, PartyRecord>();
  for (const record of await reader.rowsWith("party_record", "record", ids.map(ofOpenSanctions))) records.set(record.record, record);
  for (const record of await reader.rowsWith("party_record", "lei", ids)) {
    const known = records.get(record.lei ?? "");
    // GLEIF gives the codes out: its name goes before those of others.
    if (known === undefined || (record.origin === "gleif" && known.origin !== "gleif")) records.set(record.lei ?? "", record);
  }
  if (records.size === 0) return rows;
  const recordOf = (id: string): PartyRecord | undefined => records.get(id) ?? records.get(ofOpenSanctions(id));
  return rows.map((row) => {
    const [owned, owner] = [
      row.owned_name === null ? recordOf(row.owned) : undefined,
      row.owner_name === null ? recordOf(row.owner) : undefined,
    ];
    return {
      ...row,
      owned_name: row.owned_name ?? owned?.name ?? null,
      owned_economy: row.owned_economy ?? owned?.economy ?? null,
      owner_name: row.owner_name ?? owner?.name ?? null,
      owner_economy: row.owner_economy ?? owner?.economy ?? null,
    };
  });
}

const bare = (id: string, name: string | null): readonly string[] => (name === null && !isOwnerKey(id) ? [id] : []);
const ofOpenSanctions = (id: string): string => `opensanctions:${id}`;
