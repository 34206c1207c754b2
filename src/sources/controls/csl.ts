import { findEconomy } from "../../link/economies.ts";
import { type PartyList, screeningList } from "../../link/party-lists.ts";
import { CsvRow, csvRows } from "../format/csv-rows.ts";
import { type JsonRecord, jsonObjects, jsonText } from "../format/json-record.ts";
import { firstJson, jsonRows } from "../format/json-rows.ts";
import { partsSource, tableLayout } from "../format/parts-source.ts";
import { fail, mapRecords, type RowRecord } from "../format/records.ts";
import { entityListId, requirementOf } from "./entity-list-record.ts";
import { dayInName, listDate } from "./list-dates.ts";
import { type PartyName, partOf, partyNames } from "./party-names.ts";
import {
  bornFacts,
  identifierFact,
  type PartyFact,
  type PartyFacts,
  type PartyPlace,
  PartyRows,
  printedIdentifiers,
} from "./party-rows.ts";

const columns = ["source", "name", "addresses", "federal_register_notice", "alt_names"];
const under = "results";

/** The US Consolidated Screening List, as CSV and as JSON: thirteen lists of three departments in one file (docs/data.md). */
export const csl = partsSource<"json" | "table">({
  name: "csl",
  needsWholeFiles: true,
  notice: "Consolidated Screening List of the US government (trade.gov): a work of the United States government.",
  fitting: /\.(csv|tsv|txt|json)(\.gz)?$/i,
  what: "copy of the Consolidated Screening List",
  layoutOf: async (file) => {
    if (!/\.json(\.gz)?$/i.test(file)) return (await tableLayout(file, [{ columns }])) && "table";
    const first = await firstJson(file, under);
    return first !== null && ["source", "name", "alt_names", "addresses"].every((column) => column in first.value) ? "json" : null;
  },
  rows: (file, layout, effects) => {
    const rows = new PartyRows("csl");
    // The file does not tell its day.
    const day = dayInName(file);
    const convert = (record: CsvRow | JsonRecord): readonly RowRecord[] => {
      const { list, facts } = screeningRecord(record);
      return [...rows.edition(record, list.id, day, "snapshot", null), ...rows.rows(record, { ...facts, edition: day })];
    };
    return layout === "table" ? mapRecords(csvRows(file, columns, effects), convert) : mapRecords(jsonRows(file, under, effects), convert);
  },
});

const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    entity: "organisation",
    individual: "person",
    vessel: "vessel",
    aircraft: "aircraft",
  }),
);

/** A record, from the CSV or the JSON. Places of birth and titles of persons are not taken. Throws BadRow. */
function screeningRecord(record: CsvRow | JsonRecord): { readonly list: PartyList; readonly facts: PartyFacts } {
  const text = (name: string): string => textOf(record, name);
  const maybe = (name: string): string | null => text(name) || null;
  const list = screeningList(text("source") || fail("source is empty"));
  const others = manyOf(record, "alt_names", "; ").map((name): PartyName => ({ name, kind: "alias", language: null }));
  const names = partyNames(text("name") || fail("name is empty"), others);
  const places = [...(record instanceof CsvRow ? placesOf(text("addresses")) : jsonPlaces(record)), ...nationalities(record)];
  const requirement =
    list.id === entityListId ? requirementOf(text("license_requirement")) : { text: text("license_requirement"), footnotes: [] };
  const facts: PartyFacts = {
    list: list.id,
    issuer: list.issuer,
    native: maybe("_id") ?? maybe("id") ?? maybe("entity_number"),
    kind: kinds.get(text("type").toLowerCase()) ?? null,
    economy: places[0]?.economy ?? null,
    effective: listDate(text("start_date"), "ymd", "start_date"),
    ended: listDate(text("end_date"), "ymd", "end_date"),
    citation: maybe("federal_register_notice"),
    footnotes: list.id === entityListId ? requirement.footnotes.join(";") || null : null,
    requirement: requirement.text || null,
    policy: maybe("license_policy"),
    programme: manyOf(record, "programs", "; ").join("; ") || null,
    remark: maybe("remarks"),
    url: maybe("source_list_url"),
    names,
    places,
    facts: factsOf(record),
    links: partOf(text("name")),
  };
  return { list, facts };
}

/** Economies of which a person is a citizen or national, or whose flag a ship flies. */
const nationalities = (record: CsvRow | JsonRecord): readonly PartyPlace[] =>
  ["nationalities", "citizenships", "vessel_flag"]
    .flatMap((name) => manyOf(record, name, ";"))
    .flatMap((written) => findEconomy(written) ?? [])
    .map((economy) => ({ economy, place: null }));

function factsOf(record: CsvRow | JsonRecord): readonly PartyFact[] {
  const ids =
    record instanceof CsvRow
      ? printedIdentifiers(record.text("ids"))
      : jsonObjects(record.value.ids).flatMap(
          ({ type, number, country }) => identifierFact(jsonText(type), jsonText(number), findEconomy(jsonText(country))) ?? [],
        );
  return [...bornFacts(manyOf(record, "dates_of_birth", ";")), ...ids];
}

const textOf = (record: CsvRow | JsonRecord, name: string): string =>
  (record instanceof CsvRow ? record.text(name) : jsonText(record.value[name])).replace(/\s+/g, " ");

function manyOf(record: CsvRow | JsonRecord, name: string, separator: string): readonly string[] {
  const value = record instanceof CsvRow ? record.text(name) : record.value[name];
  const texts = Array.isArray(value) ? value.map(jsonText) : jsonText(value).split(separator);
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

/** `Antalya, TR; Guangzhou, CN`, or the codes alone: the last part of an address is its country. */
const placesOf = (addresses: string): readonly PartyPlace[] =>
  addresses
    .split(";")
    .map((address) => address.trim())
    .filter((address) => address !== "")
    .map((address) => {
      const economy = findEconomy(address.split(",").at(-1)?.trim() ?? "");
      return { economy, place: economy !== null && !address.includes(",") ? null : address };
    });

const jsonPlaces = (record: JsonRecord): readonly PartyPlace[] =>
  jsonObjects(record.value.addresses).map((address) => {
    const place = ["address", "city", "state", "postal_code"].map((name) => jsonText(address[name])).filter((part) => part !== "");
    return { economy: findEconomy(jsonText(address.country)), place: place.join(", ") || null };
  });
