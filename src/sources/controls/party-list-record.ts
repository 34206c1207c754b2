import { findEconomy } from "../../link/economies.ts";
import type { CsvRow } from "../format/csv-rows.ts";
import type { JsonRecord } from "../format/json-record.ts";
import type { Cell } from "../format/mapping-file.ts";
import { fail } from "../format/records.ts";
import { valuesOf } from "../patents/tables/patent-table-values.ts";
import { listDate } from "./list-dates.ts";
import type { DayCell, PartyMapping } from "./party-list-mapping.ts";
import { type PartyName, partyNames } from "./party-names.ts";
import type { PartyFacts } from "./party-rows.ts";

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
    footnotes: null,
    requirement: maybe(mapping.requirement),
    policy: maybe(mapping.policy),
    programme: maybe(mapping.programme),
    remark: maybe(mapping.remark),
    url: maybe(mapping.url),
    names: partyNames(name, namesOf(record, mapping), mapping.language ?? null),
    places: [
      ...(economy === null ? [] : [{ economy, place: null }]),
      ...places.map(({ economy: of, place }) => ({ economy: of ?? economy, place: findEconomy(place) === null ? place : null })),
    ],
    links: mapping.links.flatMap(({ relation, ...from }) => valuesOf(record, from).map((other) => ({ relation, other, date: null }))),
  };
}

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
