import { z } from "zod";
import { findEconomy } from "../../link/economies.ts";
import { writtenIdentifier } from "../../link/identifiers.ts";
import type { CsvRow } from "../format/csv-rows.ts";
import type { JsonRecord } from "../format/json-record.ts";
import { jsonHead } from "../format/json-rows.ts";
import { type Convert, mappedSource } from "../format/mapped-table.ts";
import { type Cell, cell, from, ofTable, readMappingFile, separated, valuesOf } from "../format/mapping-file.ts";
import { fail, type RowRecord } from "../format/records.ts";
import type { Source } from "../format/source.ts";
import { dayInName, listDate, realDay } from "./list-dates.ts";
import { type PartyName, partyNames } from "./party-names.ts";
import { bornFacts, identifierFact, type PartyFact, type PartyFacts, PartyRows } from "./party-rows.ts";

const order = z.enum(["ymd", "dmy", "mdy"]).default("ymd");
const day = z.union([z.string().min(1), z.strictObject({ ...separated, order }), z.strictObject({ constant: z.iso.date() })]);
const language = z
  .string()
  .regex(/^[a-z]{2}(-[A-Z][a-z]{3})?$/)
  .optional();

const mapping = z.strictObject({
  ...ofTable,
  issuer: z.string().regex(/^[A-Z]{2}$/),
  /** The id of the list, or where it stands; a record of no list is left out. */
  list: cell,
  /** Name of the reading, so that it can be told from others of the same list. */
  origin: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  edition: z
    .union([
      /** The file is the list as it was on a day, which stands before its records under this name; unknown if it is left out. */
      z.strictObject({ snapshot: z.string().optional() }),
      /** The same, and the day stands in a column of each record. */
      z.strictObject({ checked: z.string() }),
      /** The file holds several editions: the column with their day, and which of them replace what was there. The others add to it. */
      z.strictObject({ column: z.string(), full: z.array(z.iso.date()), order }),
    ])
    .default({}),
  native: cell.optional(),
  kind: cell.optional(),
  /** Several: the first that is not empty. */
  name: z.union([cell, z.array(cell).min(1)]),
  language,
  names: z.array(z.strictObject({ ...separated, kind: z.enum(["alias", "weak-alias", "former", "script"]), language })).default([]),
  economy: cell.optional(),
  places: z.array(from).default([]),
  /** Dates of birth; economies of which a person is a national, or whose flag a ship flies. */
  born: z.array(from).default([]),
  nationalities: z.array(from).default([]),
  /** `scheme`: of all values (lei, imo, tax, registration, passport, ...); without it each begins with its own, as in `lei: 5493...`. */
  identifiers: z.array(z.strictObject({ ...separated, scheme: z.string().min(1).optional() })).default([]),
  published: day.optional(),
  effective: day.optional(),
  /** With a separator, a party has ended only where every part tells a day, and on the last of them. */
  ended: day.optional(),
  citation: cell.optional(),
  requirement: cell.optional(),
  policy: cell.optional(),
  programme: cell.optional(),
  remark: cell.optional(),
  url: cell.optional(),
  links: z.array(z.strictObject({ ...separated, relation: z.enum(["parent", "part-of", "owner"]) })).default([]),
});

/** How the columns of a table become listed parties; docs/data.md describes each part. */
export type PartyMapping = z.infer<typeof mapping>;
export type DayCell = z.infer<typeof day>;

/** Reads a mapping file. Throws LM_FILE_NOT_FOUND, or LM_USAGE that names each part that is wrong. */
export const readPartyMapping = (file: string): Promise<PartyMapping> => readMappingFile(file, mapping, "a list of parties");

/** A party of one record by its mapping; `null` where the record is of no list. `day` is that of the snapshot. Throws BadRow. */
export function listedParty(record: CsvRow | JsonRecord, mapping: PartyMapping, day: string | null): PartyFacts | null {
  const first = (cell: Cell | undefined): string => (cell === undefined ? "" : (valuesOf(record, cell)[0] ?? ""));
  const maybe = (cell: Cell | undefined): string | null => first(cell) || null;
  const list = first(mapping.list);
  if (list === "") return null;
  const name = [mapping.name].flat().map(first).find(Boolean) ?? fail("there is no name");
  const places = mapping.places.flatMap((cell) => valuesOf(record, cell)).map((place) => ({ economy: findEconomy(place), place }));
  const economy = findEconomy(first(mapping.economy)) ?? places.find((each) => each.economy !== null)?.economy ?? null;
  const { edition } = mapping;
  const edited =
    "column" in edition ? dayOf(record, edition, "edition") : "checked" in edition ? dayOf(record, edition.checked, "checked") : day;
  return {
    list,
    issuer: mapping.issuer,
    native: maybe(mapping.native),
    kind: maybe(mapping.kind),
    economy,
    published: dayOf(record, mapping.published, "published"),
    effective: dayOf(record, mapping.effective, "effective"),
    ended: endOf(record, mapping.ended),
    edition: edited,
    citation: maybe(mapping.citation),
    requirement: maybe(mapping.requirement),
    policy: maybe(mapping.policy),
    programme: maybe(mapping.programme),
    remark: maybe(mapping.remark),
    url: maybe(mapping.url),
    names: partyNames(name, namesOf(record, mapping), mapping.language ?? null),
    places: [
      ...(economy === null ? [] : [{ economy, place: null }]),
      ...places.map(({ economy: of, place }) => ({ economy: of ?? economy, place: findEconomy(place) === null ? place : null })),
      ...mapping.nationalities
        .flatMap((cell) => valuesOf(record, cell))
        .flatMap((written) => findEconomy(written) ?? [])
        .map((each) => ({ economy: each, place: null })),
    ],
    facts: factsOf(record, mapping, economy),
    links: mapping.links.flatMap(({ relation, ...from }) => valuesOf(record, from).map((other) => ({ relation, other, date: null }))),
  };
}

/** Numbers of registers are taken for those of the party's own economy. */
const factsOf = (record: CsvRow | JsonRecord, { born, identifiers }: PartyMapping, economy: string | null): readonly PartyFact[] => [
  ...bornFacts(born.flatMap((cell) => valuesOf(record, cell))),
  ...identifiers.flatMap(({ scheme, ...from }) =>
    valuesOf(record, from).flatMap((text) => {
      const written = writtenIdentifier(text);
      return (scheme === undefined ? identifierFact(written.scheme, written.value, economy) : identifierFact(scheme, text, economy)) ?? [];
    }),
  ),
];

const namesOf = (record: CsvRow | JsonRecord, { names }: PartyMapping): readonly PartyName[] =>
  names.flatMap(({ kind, language = null, ...from }) => valuesOf(record, from).map((name) => ({ name, kind, language })));

function dayOf(record: CsvRow | JsonRecord, cell: DayCell | undefined, name: string): string | null {
  const [text = ""] = cell === undefined ? [] : valuesOf(record, withoutOrder(cell));
  return listDate(text, orderOf(cell), name);
}

/** The last of the days that all parts of a cell tell. */
function endOf(record: CsvRow | JsonRecord, cell: DayCell | undefined): string | null {
  if (cell === undefined) return null;
  const plain = withoutOrder(cell);
  const days = valuesOf(record, plain).map((text) => listDate(text, orderOf(cell), "ended") ?? "");
  if (typeof plain === "object" && "column" in plain && plain.separator !== undefined) {
    const { match: _, ...parts } = plain;
    if (valuesOf(record, parts).length > days.length) return null;
  }
  return days.sort().at(-1) || null;
}

const orderOf = (cell: DayCell | undefined): "ymd" | "dmy" | "mdy" => (typeof cell === "object" && "order" in cell ? cell.order : "ymd");

function withoutOrder(cell: DayCell): Cell {
  if (typeof cell !== "object" || !("order" in cell)) return cell;
  const { order: _, ...from } = cell;
  return from;
}

/** Any list of parties, delimited, JSON or Parquet, by mapping files (docs/data.md). */
export const partyList: Source = mappedSource({
  name: "party-list",
  notice: "A list of parties by a mapping: the licence of who published this copy of it holds.",
  folder: "party-lists",
  lacking: "of no list",
  needsWholeFiles: true,
  readMapping: readPartyMapping,
  converter,
});

async function converter(file: string, mapping: PartyMapping): Promise<Convert> {
  const { edition } = mapping;
  const rows = new PartyRows(mapping.origin, "column" in edition);
  const head = await jsonHead(file);
  const snapshot = "snapshot" in edition && edition.snapshot !== undefined ? head[edition.snapshot] : undefined;
  const day = realDay(snapshot ?? "") ?? dayInName(file);
  return (record) => converted(record, mapping, rows, day, head.source_file ?? null);
}

function converted(
  record: CsvRow | JsonRecord,
  mapping: PartyMapping,
  rows: PartyRows,
  day: string | null,
  note: string | null,
): readonly RowRecord[] {
  const facts = listedParty(record, mapping, day);
  if (facts === null) return [];
  const { edition } = mapping;
  const several = "column" in edition;
  const kind = several ? (facts.edition && edition.full.includes(facts.edition) ? "full" : "additions") : "snapshot";
  return [...rows.edition(record, facts.list, facts.edition ?? null, kind, note), ...rows.rows(record, facts)];
}
