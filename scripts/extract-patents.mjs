import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

/**
 * Writes the bundled patents, `data/atlas/patents.csv` and its companions, from a folder of public records (default ../shared/data):
 * US 6103599, the patents that cite it, and every patent of the two sets with a CPC symbol in H01L or H10. Facts of the US public
 * record only: no abstracts, no inventors. The same records give the same bytes.
 *
 *     node scripts/extract-patents.mjs [FOLDER [OUTPUT]]
 */
const focal = "6103599";
const root = fileURLToPath(new URL("../", import.meta.url));
const folder = resolve(process.argv[2] ?? process.env.LEVERMAP_TEST_DATA ?? join(root, "../shared/data"));
const output = resolve(process.argv[3] ?? join(root, "data/atlas"));

const list = (cell) => cell.split(/[;|]/).flatMap((each) => each.trim() || []);
const words = (text) => text.replace(/\s+/g, " ").trim();
const chips = (symbols) => symbols.some((symbol) => /^H01L|^H10/.test(symbol));

function read(name) {
  const file = join(folder, "patents", name);
  if (!existsSync(file)) throw new Error(`${file} is not there; name the folder of public records as the first argument`);
  return parse(readFileSync(file), { columns: true, bom: true, relax_column_count: true });
}

/** US numbers in DOCDB form, as `src/link/numbers/document-number.ts` makes them; a test holds the two together. */
function documentKey(printed) {
  const digits = printed.replace(/[\s,/]/g, "");
  const [, letters, rest] = /^([A-Z]+)0*(\d+)$/.exec(digits) ?? [];
  if (letters !== undefined) return `US${letters}${rest}`;
  return `US${/^20\d{9}$/.test(digits) ? digits.slice(0, 4) + digits.slice(5) : digits.replace(/^0+/, "")}`;
}

const kinds = { E: "reissue", S: "design", P: "plant", H: "statutory" };

function searchRecords() {
  const cited = grouped(read("uspto-citations/citations.csv"), "citing_guid");
  return read("uspto-citations/patents.csv").flatMap((row) => {
    const inventive = list(row.cpc_inventive);
    const additional = list(row.cpc_additional);
    const references = (cited.get(row.guid) ?? []).map((each) => each.cited_us_number);
    const wanted = row.doc_number === focal || references.includes(focal) || chips([...inventive, ...additional]);
    if (!wanted) return [];
    const [series, serial] = row.application_number.split("/");
    return [
      {
        document: documentKey(row.doc_number),
        native: row.doc_number,
        kind: row.kind,
        published: row.publication_date,
        application: serial === undefined ? "" : `US${series.padStart(2, "0")}${serial.padStart(6, "0")}`,
        filed: row.filing_date,
        priority: list(row.priority_dates).sort()[0] ?? "",
        family: row.docdb_family_id,
        granted: /^US-PGPUB$/.test(row.source) ? 0 : 1,
        type: kinds[row.kind[0]] ?? "utility",
        references: Number(row.n_us_refs),
        source: "p-uspto-patents",
        title: words(row.title),
        holders: [...named("assignee", row.assignees), ...named("applicant", row.applicants)],
        classes: [
          ...classed("cpc", "inventive", inventive),
          ...classed("cpc", "additional", additional),
          ...classed("ipc", "", list(row.ipc)),
        ],
        cited: references.map(documentKey),
      },
    ];
  });
}

function bulkRecords() {
  const symbols = grouped(read("patentsview-nvidia/nvidia_cpc.csv"), "patent_id");
  const assignees = grouped(read("patentsview-nvidia/nvidia_assignee.csv"), "patent_id");
  return read("patentsview-nvidia/nvidia_patent.csv").flatMap((row) => {
    const classes = (symbols.get(row.patent_id) ?? []).sort((a, b) => a.cpc_sequence - b.cpc_sequence);
    if (!chips(classes.map(({ cpc_group }) => cpc_group))) return [];
    const of = (type) => classes.filter(({ cpc_type }) => cpc_type === type).map(({ cpc_group }) => cpc_group);
    const holders = (assignees.get(row.patent_id) ?? []).sort((a, b) => a.assignee_sequence - b.assignee_sequence);
    return [
      {
        document: documentKey(row.patent_id),
        native: row.patent_id,
        kind: row.wipo_kind,
        published: row.patent_date,
        granted: 1,
        type: row.patent_type,
        source: "p-patentsview",
        title: words(row.patent_title),
        holders: named("assignee", holders.map((each) => each.disambig_assignee_organization).join("|")),
        classes: [...classed("cpc", "inventive", of("inventional")), ...classed("cpc", "additional", of("additional"))],
        cited: [],
      },
    ];
  });
}

function grouped(rows, column) {
  const groups = new Map(rows.map((row) => [row[column], []]));
  for (const row of rows) groups.get(row[column]).push(row);
  return groups;
}

const named = (role, cell) =>
  cell
    .split("|")
    .flatMap((name) => words(name) || [])
    .map((name, at) => ({ role, position: at + 1, name }));

const classed = (scheme, role, symbols) => symbols.map((symbol, at) => ({ scheme, symbol, role, position: at + 1 }));

function write(name, columns, rows) {
  const cell = (value) => (/[",\n]/.test(String(value ?? "")) ? `"${String(value).replaceAll('"', '""')}"` : String(value ?? ""));
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(","));
  writeFileSync(join(output, name), `${[columns.join(","), ...lines].join("\n")}\n`);
  console.log(`${name}: ${rows.length} rows`);
}

const byDocument = new Map([...bulkRecords(), ...searchRecords()].map((record) => [record.document, record]));
const records = [...byDocument.values()].sort((a, b) => (a.document < b.document ? -1 : 1));
const each = (field) => records.flatMap((record) => record[field].map((row) => ({ document: record.document, ...row })));
const patents = records.map((record) => ({ office: "US", ...record }));
const texts = records.map(({ document, title }) => ({ document, field: "title", language: "en", text: title }));
const citations = records.flatMap(({ document, cited }) => (cited.length > 0 ? [{ citing: document, cited: cited.join(";") }] : []));
const columns = "document office kind published application filed priority family granted type references native source";

write("patents.csv", columns.split(" "), patents);
write("patent-texts.csv", ["document", "field", "language", "text"], texts);
write("patent-holders.csv", ["document", "role", "position", "name"], each("holders"));
write("patent-classes.csv", ["document", "scheme", "symbol", "role", "position"], each("classes"));
write("patent-citations.csv", ["citing", "cited"], citations);
