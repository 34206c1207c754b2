import { z } from "zod";
import { findEconomy } from "../../link/economies.ts";
import { nameKey } from "../../link/name-key.ts";
import { isOwnerKey, ownerKey } from "../../link/owner-key.ts";
import type { CsvRow } from "../format/csv-rows.ts";
import type { JsonRecord } from "../format/json-record.ts";
import { mappedSource } from "../format/mapped-table.ts";
import { type Cell, cell, ofTable, readMappingFile, valuesOf } from "../format/mapping-file.ts";
import { fail, type RowRecord, rowRecord } from "../format/records.ts";
import type { Source } from "../format/source.ts";
import { listDate } from "./list-dates.ts";
import { type ShareBounds, shareBounds, shareCell } from "./share-cell.ts";

const party = { id: cell.optional(), name: cell.optional(), economy: cell.optional() };

const mapping = z.strictObject({
  ...ofTable,
  /** A record of which this is not empty is left out, as one that was annulled. */
  unless: cell.optional(),
  /** A record of which this is not empty holds no longer; without a last day it is left out. */
  ended: cell.optional(),
  owned: z.strictObject(party),
  /** `kind`: person, state, public (shares held by many), organisation; unknown counts as an organisation that may have owners. */
  owner: z.strictObject({ ...party, kind: cell.optional() }),
  /** share, consolidated (in its accounts), branch; a record of none is left out. Absent: share. */
  relation: cell.optional(),
  share: cell.optional(),
  low: cell.optional(),
  high: cell.optional(),
  unit: z.enum(["percent", "fraction"]).default("percent"),
  since: cell.optional(),
  /** The first day on which it no longer holds. */
  until: cell.optional(),
  /** Columns of several periods of which those of one kind count. */
  periods: z
    .strictObject({ of: z.string(), at: z.array(z.strictObject({ kind: z.string(), since: z.string(), until: z.string() })) })
    .optional(),
  order: z.enum(["ymd", "dmy", "mdy"]).default("ymd"),
  source: cell.optional(),
});

/** How the columns of a table become stakes; docs/data.md describes each part. */
type OwnerMapping = z.infer<typeof mapping>;
type Given = CsvRow | JsonRecord;

const textOf = (record: Given, from: Cell | undefined): string => (from === undefined ? "" : (valuesOf(record, from)[0] ?? ""));

/** Owners of firms with their shares, delimited, JSON or Parquet, by mapping files (docs/data.md). */
export const owners: Source = mappedSource<OwnerMapping>({
  name: "owners",
  notice: "A table of owners by a mapping: the licence of who published it holds.",
  folder: "owner-tables",
  lacking: "of no owner",
  readMapping: (file) => readMappingFile(file, mapping, "a table of owners"),
  converter: async (_, chosen) => (record) => stakeRows(record, chosen),
});

/** The row of one stake; none where the record is of another relation. Throws BadRow. */
function stakeRows(record: Given, mapping: OwnerMapping): readonly RowRecord[] {
  const relation = mapping.relation === undefined ? "share" : textOf(record, mapping.relation);
  if (relation === "" || textOf(record, mapping.unless) !== "") return [];
  const period = periodOf(record, mapping);
  if (period.until === null && textOf(record, mapping.ended) !== "") return [];
  const [owned, owner] = [partyOf(record, mapping.owned, "owned"), partyOf(record, mapping.owner, "owner")];
  if (owned.key === owner.key || isOneName(owned, owner)) fail("a party owns itself");
  const { low, high } = shareOf(record, mapping);
  return [
    rowRecord("ownership", record, {
      owned: owned.key,
      owned_name: owned.name,
      owned_economy: owned.economy,
      owner: owner.key,
      owner_name: owner.name,
      owner_economy: owner.economy,
      owner_kind: textOf(record, mapping.owner.kind) || null,
      relation,
      low,
      high,
      ...period,
      source: textOf(record, mapping.source) || null,
    }),
  ];
}

/** Two names with one economy, or of which one has none. */
const isOneName = (a: ReturnType<typeof partyOf>, b: ReturnType<typeof partyOf>): boolean =>
  isOwnerKey(a.key) && isOwnerKey(b.key) && nameKey(a.name ?? "") === nameKey(b.name ?? "") && (a.economy === null || b.economy === null);

/** A party by its id, else by the letters of its name and its economy. */
function partyOf(record: Given, from: OwnerMapping["owned"], what: string) {
  const [id, name] = [textOf(record, from.id), textOf(record, from.name)];
  const economy = findEconomy(textOf(record, from.economy));
  if (id === "" && nameKey(name) === "") fail(`${what} has neither id nor name`);
  return { key: id || ownerKey(name, economy), name: name || null, economy };
}

function shareOf(record: Given, { share, low, high, unit }: OwnerMapping): ShareBounds {
  const whole = unit === "percent" ? 100 : 1;
  const told = shareCell(textOf(record, share), whole);
  return told.low === null && told.high === null ? shareBounds(textOf(record, low), textOf(record, high), whole) : told;
}

function periodOf(record: Given, { since, until, periods, order }: OwnerMapping) {
  const at = periods?.at.find(({ kind }) => textOf(record, kind) === periods.of);
  const day = (from: Cell | undefined, name: string): string | null => listDate(textOf(record, from), order, name);
  const period = { since: day(at?.since ?? since, "since"), until: day(at?.until ?? until, "until") };
  if (period.since !== null && period.until !== null && period.until < period.since) fail("a period ends before it begins");
  return period;
}
