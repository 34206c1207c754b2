import { z } from "zod";
import { economyOfItem } from "../../link/economies.ts";
import type { CsvRow } from "../format/csv-rows.ts";
import { isObject, JsonRecord, jsonObjects, jsonText } from "../format/json-record.ts";
import { mappedSource } from "../format/mapped-table.ts";
import { ofTable, readMappingFile } from "../format/mapping-file.ts";
import type { RowRecord } from "../format/records.ts";
import type { Source } from "../format/source.ts";
import { languageOf, type RecordName, recordRows } from "./record-rows.ts";

const property = z.string().regex(/^P[1-9][0-9]*$/, "is not a property such as P1278");
const item = z.string().regex(/^Q[1-9][0-9]*$/, "is not an item such as Q783794");

const choice = z
  .strictObject({
    ...ofTable,
    /** An item that has one of these properties is taken. */
    identifiers: z.array(property).default([]),
    /** An item that is an instance of one of these is taken; classes below them are not looked for. */
    classes: z.array(item).default([]),
  })
  .refine(({ identifiers, classes }) => identifiers.length + classes.length > 0, "names neither identifiers nor classes");

type Choice = z.infer<typeof choice>;

const [instanceOf, country, lei, officialName, nativeLabel] = ["P31", "P17", "P1278", "P1448", "P1705"] as const;

/** Names of organisations in a Wikidata dump (JSON, one entity a line, `.gz` or unpacked), those that a choice file asks for. */
export const wikidata: Source = mappedSource<Choice>({
  name: "wikidata",
  notice: "Wikidata: CC0 1.0.",
  folder: "wikidata-choices",
  lacking: "not asked for by an identifier or a class",
  readMapping: (file) => readMappingFile(file, choice, "a choice from Wikidata"),
  converter: async (_, chosen) => (record) => entityRows(record, chosen),
});

function entityRows(record: CsvRow | JsonRecord, { identifiers, classes }: Choice): readonly RowRecord[] {
  if (!(record instanceof JsonRecord)) return [];
  const { id, labels, aliases, claims } = record.value;
  const asked =
    identifiers.some((each) => valuesOf(claims, each).length > 0) ||
    (classes.length > 0 && itemsOf(claims, instanceOf).some((each) => classes.includes(each)));
  if (!asked) return [];
  return recordRows(record, {
    origin: "wikidata",
    id: jsonText(id),
    names: [...officialNames(claims), ...termsOf(labels, "alias"), ...termsOf(aliases, "alias")],
    economy:
      itemsOf(claims, country)
        .map(economyOfItem)
        .find((each) => each !== null) ?? null,
    lei: valuesOf(claims, lei).map(jsonText)[0],
  });
}

/** Values of the statements of a property that are not deprecated, preferred ones first. */
function valuesOf(claims: unknown, property: string): readonly unknown[] {
  if (!isObject(claims)) return [];
  const stated = jsonObjects(claims[property]).filter(({ rank }) => rank !== "deprecated");
  const preferred = stated.filter(({ rank }) => rank === "preferred");
  return [...preferred, ...stated.filter(({ rank }) => rank !== "preferred")].flatMap(({ mainsnak }) =>
    isObject(mainsnak) && isObject(mainsnak.datavalue) ? [mainsnak.datavalue.value] : [],
  );
}

const itemsOf = (claims: unknown, property: string): readonly string[] =>
  valuesOf(claims, property).map((value) => (isObject(value) ? jsonText(value.id) : ""));

const officialNames = (claims: unknown): readonly RecordName[] =>
  [officialName, nativeLabel].flatMap((property) =>
    valuesOf(claims, property).flatMap((value) =>
      isObject(value) ? [{ name: jsonText(value.text), kind: "official" as const, language: languageOf(jsonText(value.language)) }] : [],
    ),
  );

/** Labels have one term a language, aliases a list. */
const termsOf = (terms: unknown, kind: "alias"): readonly RecordName[] =>
  Object.values(isObject(terms) ? terms : {}).flatMap((term) =>
    jsonObjects(term).map(({ value, language }) => ({ name: jsonText(value), kind, language: languageOf(jsonText(language)) })),
  );
