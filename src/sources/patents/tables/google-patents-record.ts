import { docdbApplicationKey } from "../../../link/numbers/application-number.ts";
import { type DocumentName, documentName } from "../../../link/numbers/document-number.ts";
import { tidy } from "../../format/cells.ts";
import { type JsonObject, type JsonRecord, jsonObjects, jsonText } from "../../format/json-record.ts";
import { fail, type RowRecord } from "../../format/records.ts";
import { classSymbol, docdbPhases, grantedByKind, parseDate, typeByKind } from "./patent-table-cells.ts";
import { type PatentFacts, patentRows } from "./patent-table-rows.ts";

/** Columns of `patents-public-data.patents.publications` that are read; the others (descriptions, examiners) stay in the file. */
export const publicationColumns: readonly string[] = [
  "publication_number",
  "application_number",
  "family_id",
  "title_localized",
  "abstract_localized",
  "claims_localized",
  "publication_date",
  "filing_date",
  "grant_date",
  "priority_date",
  "priority_claim",
  "inventor",
  "inventor_harmonized",
  "assignee",
  "assignee_harmonized",
  "uspc",
  "ipc",
  "cpc",
  "fi",
  "fterm",
  "locarno",
  "citation",
  "parent",
  "title",
  "abstract",
];

/** Rows of one publication, whole or with part of the columns. Throws BadRow. */
export function publicationRows(record: JsonRecord): readonly RowRecord[] {
  const { value } = record;
  const native = jsonText(value.publication_number);
  const name = documentName(native) ?? fail(`publication_number ${native.slice(0, 40)} is not a document number`);
  const cited = citations(value);
  return patentRows(record, {
    name,
    patent: {
      published: dateOf(value, "publication_date"),
      application: application(jsonText(value.application_number)),
      filed: dateOf(value, "filing_date"),
      priority: priority(value),
      family: known(jsonText(value.family_id)),
      granted: granted(value, name),
      type: typeByKind(name),
      references: cited.citations.length > 0 ? cited.citations.length : null,
      native,
    },
    texts: texts(value),
    holders: people(value, "assignee").map((each) => ({ role: "assignee", ...each })),
    inventors: people(value, "inventor"),
    classes: ["cpc", "ipc", "uspc", "fi", "fterm", "locarno"].flatMap((scheme) => classes(value, scheme)),
    ...cited,
    links: links(value),
  });
}

const dateOf = (value: JsonObject, column: string): string | null => parseDate(jsonText(value[column]), column);
const known = (text: string): string | null => (text === "" || text === "-1" || text === "0" ? null : text);

/** `US-57839609-A`: country, number and kind as DOCDB has them. */
function application(text: string): string | null {
  const [, country, number, kind] = /^([A-Z]{2})-(.+)-([A-Z]\d?)$/.exec(text) ?? [];
  return country === undefined || number === undefined ? null : docdbApplicationKey(country, number, kind ?? null);
}

/** A grant date of 0 says that there is none; without the column the kind code tells. */
function granted(value: JsonObject, name: DocumentName): 1 | 0 | null {
  if (value.grant_date === undefined || value.grant_date === null) return grantedByKind(name);
  return Number(jsonText(value.grant_date)) > 0 ? 1 : 0;
}

function priority(value: JsonObject): string | null {
  const stated = dateOf(value, "priority_date");
  if (stated !== null) return stated;
  return (
    jsonObjects(value.priority_claim)
      .flatMap((claim) => dateOf(claim, "filing_date") ?? [])
      .sort()[0] ?? null
  );
}

function texts(value: JsonObject): NonNullable<PatentFacts["texts"]> {
  const localized = (field: string) =>
    jsonObjects(value[`${field}_localized`]).map((each) => ({ text: jsonText(each.text), language: jsonText(each.language) || null }));
  const of = (field: string) => [...localized(field), { text: jsonText(value[field]), language: null }];
  return [
    ...of("title").map(({ text, language }) => ({ field: "title", language, text: plainText(text) })),
    ...of("abstract").map(({ text, language }) => ({ field: "abstract", language, text: plainText(text) })),
    ...localized("claims").map(({ text, language }) => ({ field: "claim", language, text: firstClaim(text) ?? "" })),
  ];
}

/** Harmonised names with their country where there are any, else the names as printed. */
function people(value: JsonObject, column: "assignee" | "inventor") {
  const harmonised = jsonObjects(value[`${column}_harmonized`]).map((each) => ({
    name: tidy(jsonText(each.name)),
    economy: /^[A-Z]{2}$/.test(jsonText(each.country_code)) ? jsonText(each.country_code) : null,
  }));
  const printed = (Array.isArray(value[column]) ? value[column] : []).map((each: unknown) => ({
    name: tidy(jsonText(each)),
  }));
  return (harmonised.length > 0 ? harmonised : printed).filter(({ name }) => name !== "");
}

const classes = (value: JsonObject, scheme: string) =>
  jsonObjects(value[scheme]).flatMap((each) => {
    const code = jsonText(each.code);
    const symbol = scheme === "cpc" || scheme === "ipc" ? classSymbol(code) : known(code.replace(/\s+/g, ""));
    const role = scheme !== "cpc" || typeof each.inventive !== "boolean" ? null : each.inventive ? "inventive" : "additional";
    return symbol === null ? [] : [{ scheme, symbol, role }];
  });

function citations(value: JsonObject): Required<Pick<PatentFacts, "citations" | "literature">> {
  const found = jsonObjects(value.citation).map((each) => ({
    cited: documentName(jsonText(each.publication_number))?.document ?? null,
    text: plainText(jsonText(each.npl_text) || jsonText(each.publication_number)),
    category: known(jsonText(each.type)),
    phase: docdbPhases[jsonText(each.category).toUpperCase()] ?? (jsonText(each.category) ? "other" : null),
  }));
  return {
    citations: found.flatMap(({ cited, category, phase }) => (cited === null ? [] : [{ cited, category, phase }])),
    literature: found.flatMap(({ cited, text, category, phase }) => (cited === null && text !== "" ? [{ text, category, phase }] : [])),
  };
}

const relations: readonly (readonly [RegExp, string])[] = [
  [/in.part|^cip/i, "continuation-in-part"],
  [/^con/i, "continuation"],
  [/^div/i, "division"],
  [/^rei/i, "reissue"],
  [/prov/i, "provisional"],
  [/national|pct/i, "national-stage"],
];

function links(value: JsonObject): NonNullable<PatentFacts["links"]> {
  const claimed = jsonObjects(value.priority_claim).map((each) => ({ each, relation: "priority" as string | undefined }));
  const parents = jsonObjects(value.parent).map((each) => ({
    each,
    relation: relations.find(([words]) => words.test(jsonText(each.type)))?.[1],
  }));
  return [...claimed, ...parents].flatMap(({ each, relation }) => {
    const other = application(jsonText(each.application_number));
    return other === null || relation === undefined ? [] : [{ relation, other, date: dateOf(each, "filing_date") }];
  });
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Text with its HTML entities resolved once and its blanks collapsed. */
export const plainText = (text: string): string =>
  text
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\s+/g, " ")
    .trim();

/** The first claim of the text of all claims, where they are numbered; `null` where the numbers do not show it. */
export function firstClaim(claims: string): string | null {
  const [, first] = /^.{0,80}?(?:^|\s)1\s*[.)]\s+(.+?)(?=\s2\s*[.)]\s+\S|$)/su.exec(plainText(claims)) ?? [];
  return first ?? null;
}
