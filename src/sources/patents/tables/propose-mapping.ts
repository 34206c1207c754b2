import { stringify } from "yaml";
import { quietEffects } from "../../../base/effects.ts";
import { LevermapError } from "../../../base/errors.ts";
import { documentName } from "../../../link/numbers/document-number.ts";
import { type CsvRow, csvRows, readHeader } from "../../format/csv-rows.ts";
import { quotedNames } from "../../format/seen-file.ts";
import { headerKey, headerWords, type Meaning } from "./header-words.ts";
import { parseDate } from "./patent-table-cells.ts";

/** What a column is taken for, and one of its values. */
export interface ProposedColumn {
  readonly column: string;
  readonly meaning: Meaning;
  readonly separator: string | null;
  readonly example: string;
}

/** A mapping for `load patent-table`, proposed from the header of a table and its first records. */
export interface ProposedMapping {
  readonly yaml: string;
  readonly columns: readonly ProposedColumn[];
  /** Columns that nothing is taken from. */
  readonly unused: readonly string[];
  /** What does not look as it should, in words. */
  readonly doubts: readonly string[];
}

const seenRecords = 50;
/** What stands between several values, the surest first. A comma is within names too. */
const separators = [";;", " | ", "|", "\n", "; ", ";"];
const several: ReadonlySet<Meaning> = new Set(["applicant", "assignee", "owner", "inventor", "cpc", "ipc", "cited"]);
const dates: ReadonlySet<Meaning> = new Set(["published", "filed", "priority"]);

/** Proposes a mapping for a delimited table. Throws LM_LOAD_UNRECOGNISED where nothing looks like the number of a publication. */
export async function proposeMapping(file: string): Promise<ProposedMapping> {
  const header = await readHeader(file);
  const records: CsvRow[] = [];
  for await (const row of csvRows(file, [], quietEffects)) {
    if (!("kind" in row)) records.push(row);
    if (records.length === seenRecords) break;
  }
  const values = (column: string): readonly string[] => records.map((record) => record.text(column)).filter((text) => text !== "");
  const columns = chosenColumns(header).map(({ column, meaning }): ProposedColumn => {
    const own = values(column);
    return { column, meaning, separator: several.has(meaning) ? separatorOf(own) : null, example: (own[0] ?? "").slice(0, 60) };
  });
  const of = (meaning: Meaning): ProposedColumn | undefined => columns.find((each) => each.meaning === meaning);
  const number = of("document");
  if (number === undefined) {
    const begins = `its header, the first line, begins with ${quotedNames(header.filter((column) => column !== ""))}`;
    const site =
      header.includes("id") && header.includes("filing/creation date")
        ? "; it may be a list of Google Patents, which `load google-patents` reads"
        : "";
    const message = `${file} has no column that looks like the number of a publication: ${begins}${site}. Name it in a mapping of your own (docs/data.md), or take lines above the header away.`;
    throw new LevermapError("LM_LOAD_UNRECOGNISED", message, { file, columns: header });
  }
  const numbered = values(number.column);
  const named = numbered.filter((text) => documentName(text) !== null).length;
  const withOffice = named * 2 < numbered.length;
  const used = columns.filter(({ meaning }) => (meaning !== "office" || withOffice) && (meaning !== "kind" || withOffice));
  return {
    yaml: yamlOf(file, used, of, withOffice && of("office") === undefined ? officeOfHeader(number.column) : null),
    columns: used,
    unused: header.filter((column) => column !== "" && !used.some((each) => each.column === column)),
    doubts: [...numberDoubts(number, numbered.length, named, withOffice, of("office")), ...dateDoubts(used, values)],
  };
}

function chosenColumns(header: readonly string[]): readonly { readonly column: string; readonly meaning: Meaning }[] {
  const byKey = new Map([...header].reverse().map((column) => [headerKey(column), column]));
  return (Object.keys(headerWords) as Meaning[]).flatMap((meaning) => {
    const word = headerWords[meaning].find((each) => byKey.has(each));
    return word === undefined ? [] : [{ column: byKey.get(word) ?? "", meaning }];
  });
}

const separatorOf = (values: readonly string[]): string | null =>
  separators.find((separator) => values.some((value) => value.includes(separator))) ?? null;

function numberDoubts(
  number: ProposedColumn,
  all: number,
  named: number,
  withOffice: boolean,
  office: ProposedColumn | undefined,
): string[] {
  if (!withOffice)
    return named < all ? [`${all - named} of ${all} values of "${number.column}" are not numbers with their office (US 6103599 A).`] : [];
  if (office !== undefined) return [];
  const taken = officeOfHeader(number.column);
  if (taken !== null)
    return [
      `The values of "${number.column}" have no office before them; ${taken} was taken from the language of the header. Correct it where it is another.`,
    ];
  return [
    `The values of "${number.column}" have no office before them, and no column gives it: add \`office: { constant: US }\` or the like.`,
  ];
}

/** The office in whose language a header is; `null` for Latin letters. */
function officeOfHeader(column: string): string | null {
  if (/\p{Script=Hangul}/u.test(column)) return "KR";
  if (/[\p{Script=Hiragana}\p{Script=Katakana}番開録発許]/u.test(column)) return "JP";
  return /\p{Script=Han}/u.test(column) ? "CN" : null;
}

function dateDoubts(columns: readonly ProposedColumn[], values: (column: string) => readonly string[]): string[] {
  return columns
    .filter(({ meaning }) => dates.has(meaning))
    .flatMap(({ column }) => {
      const bad = values(column).find((text) => !isDate(text));
      return bad === undefined ? [] : [`"${bad.slice(0, 30)}" in "${column}" cannot be read as a date; its records will be rejected.`];
    });
}

function isDate(text: string): boolean {
  try {
    parseDate(text, "date");
    return true;
  } catch {
    return false;
  }
}

/** `office`: of all numbers, where the table does not tell it. */
function yamlOf(
  file: string,
  columns: readonly ProposedColumn[],
  of: (meaning: Meaning) => ProposedColumn | undefined,
  office: string | null,
): string {
  const cell = (meaning: Meaning): string | undefined => columns.find((each) => each.meaning === meaning)?.column;
  const listed = (meaning: Meaning): object | undefined => {
    const found = columns.find((each) => each.meaning === meaning);
    return found && { column: found.column, ...(found.separator !== null && { separator: found.separator }), optional: true };
  };
  const roles = (["applicant", "assignee", "owner"] as const).flatMap((role) => (listed(role) ? [{ role, ...listed(role) }] : []));
  const schemes = (["cpc", "ipc"] as const).flatMap((scheme) => (listed(scheme) ? [{ scheme, ...listed(scheme) }] : []));
  const texts = (["title", "abstract"] as const).flatMap((field) => (cell(field) ? [{ field, column: cell(field), optional: true }] : []));
  const publication = {
    document: cell("document"),
    office: office === null ? cell("office") : { constant: office },
    kind: cell("kind"),
    published: cell("published"),
    references: cell("references"),
  };
  const mapping = {
    title: `Table with the columns of ${file.replace(/^.*[\\/]/, "").slice(0, 80)}`,
    needs: [of("document"), of("published"), of("title")].flatMap((each) => each?.column ?? []),
    publications: [publication],
    application: cell("application"),
    filed: cell("filed"),
    priority: cell("priority"),
    family: cell("family"),
    texts,
    holders: roles,
    inventors: listed("inventor") ? [listed("inventor")] : [],
    classes: schemes,
    citations: listed("cited") ? [listed("cited")] : [],
  };
  const note = "# Proposed from the header: look at every column before you load with it. docs/data.md describes the parts.\n";
  return note + stringify(JSON.parse(JSON.stringify(mapping)), { lineWidth: 0 });
}
