import { applicationKey } from "../../../link/numbers/application-number.ts";
import { type DocumentName, documentKey } from "../../../link/numbers/document-number.ts";
import { maybeAmount, maybeText, needText, tidy } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { type NamedLayout, partsSource, tableLayout, tableMisfit, tableRows } from "../../format/parts-source.ts";
import { fail, type RowRecord, rowRecord } from "../../format/records.ts";
import { classSymbol, parseDate, typeByKind } from "../tables/patent-table-cells.ts";
import { type PatentFacts, patentRows } from "../tables/patent-table-rows.ts";

interface Layout extends NamedLayout {
  readonly convert: (row: CsvRow) => readonly RowRecord[];
}

const layouts: readonly Layout[] = [
  {
    name: "the table of patents",
    columns: ["guid", "doc_number", "kind", "source", "publication_date", "docdb_family_id", "cpc_inventive", "n_us_refs"],
    convert: patent,
  },
  {
    name: "the table of citations",
    columns: ["citing_guid", "citing_doc_number", "sequence", "cited_us_number", "cited_type"],
    convert: citation,
  },
];

/** Records of the USPTO's public search with their US references: one table of patents, one of citations (docs/data.md). */
export const usptoCitations = partsSource<Layout>({
  name: "uspto-citations",
  notice: "Public search records of the United States Patent and Trademark Office: public domain.",
  what: "table of USPTO search records",
  layoutOf: (file) => tableLayout(file, layouts),
  misfit: (file) => tableMisfit(file, layouts),
  rows: (file, layout, effects) => tableRows(file, layout, layout.convert, effects),
});

const listed = (row: CsvRow, column: string, separator: string): readonly string[] =>
  row
    .text(column)
    .split(separator)
    .map(tidy)
    .filter((each) => each !== "" && each !== "N/A");

function patent(row: CsvRow): readonly RowRecord[] {
  const name = nameOf(row);
  const application = row.text("application_number");
  return patentRows(row, {
    name,
    patent: {
      published: parseDate(row.text("publication_date"), "publication_date"),
      application: application === "" ? null : applicationKey("US", application),
      filed: parseDate(row.text("filing_date"), "filing_date"),
      priority: priority(row),
      family: maybeText(row, "docdb_family_id"),
      granted: row.text("source") === "US-PGPUB" || /^[HT]/.test(name.number) ? 0 : 1,
      type: typeByKind(name),
      references: maybeAmount(row, "n_us_refs"),
      native: needText(row, "guid"),
    },
    texts: [{ field: "title", language: "en", text: tidy(row.text("title")) }],
    holders: [
      ...listed(row, "assignees", "|").map((name) => ({ role: "assignee", name })),
      ...listed(row, "applicants", "|").map((name) => ({ role: "applicant", name })),
    ],
    inventors: inventors(row),
    classes: [
      ...symbols(row, "cpc_inventive").map((symbol) => ({ scheme: "cpc", symbol, role: "inventive" })),
      ...symbols(row, "cpc_additional").map((symbol) => ({ scheme: "cpc", symbol, role: "additional" })),
      ...symbols(row, "ipc").map((symbol) => ({ scheme: "ipc", symbol })),
      ...listed(row, "uspc", ";").map((symbol) => ({ scheme: "uspc", symbol })),
    ],
  });
}

function nameOf(row: CsvRow): DocumentName {
  const document = documentKey("US", needText(row, "doc_number")) ?? fail("doc_number is not a US document number");
  return { document, office: "US", number: document.slice(2), kind: maybeText(row, "kind") };
}

const symbols = (row: CsvRow, column: string): readonly string[] =>
  listed(row, column, ";").map((symbol) => classSymbol(symbol) ?? fail(`${column}: ${symbol.slice(0, 40)} is not a symbol`));

/** The search tells foreign priorities only; a patent without one has its first date in its own or a parent's filing, which is unknown. */
const priority = (row: CsvRow): string | null =>
  listed(row, "priority_dates", ";")
    .flatMap((text) => parseDate(text, "priority_dates") ?? [])
    .sort()[0] ?? null;

/** The table names the first inventor only (`Henley; Francois J. et al.`); a list that is not whole is left out. */
function inventors(row: CsvRow): NonNullable<PatentFacts["inventors"]> {
  const name = tidy(row.text("inventors_short"));
  if (name === "" || / et al\.$/.test(name)) return [];
  const [economy] = listed(row, "inventor_countries", "|");
  return [{ name, economy: economy !== undefined && /^[A-Z]{2}$/.test(economy) ? economy : null }];
}

function citation(row: CsvRow): readonly RowRecord[] {
  const citing = documentKey("US", needText(row, "citing_doc_number")) ?? fail("citing_doc_number is not a US document number");
  const cited = documentKey("US", needText(row, "cited_us_number")) ?? fail("cited_us_number is not a US document number");
  const sequence = maybeAmount(row, "sequence");
  const position = sequence === null ? null : sequence + 1;
  return [rowRecord("patent_citation", row, { citing, cited, position })];
}
