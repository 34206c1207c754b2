import type { Effects } from "../../../base/effects.ts";
import { LevermapError } from "../../../base/errors.ts";
import { applicationKey, docdbApplicationKey } from "../../../link/numbers/application-number.ts";
import { type DocumentName, documentKey, documentName } from "../../../link/numbers/document-number.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { isObject, type JsonObject, type JsonRecord } from "../../format/json-record.ts";
import { mappedSource, mappedTable, mappingsIn, type NotedColumns } from "../../format/mapped-table.ts";
import { type Cell, valuesOf } from "../../format/mapping-file.ts";
import { fail, type RowRecord, type SourceRecord, type Stream } from "../../format/records.ts";
import type { Source } from "../../format/source.ts";
import { classSymbol, grantedByKind, parseDate, typeByKind } from "./patent-table-cells.ts";
import { type PatentMapping, type Publication, readMapping } from "./patent-table-mapping.ts";
import { type PatentFacts, patentRows } from "./patent-table-rows.ts";

/** Columns of a mapping of which a table should have at least one. */
interface Wanted {
  readonly columns: readonly string[];
  /** Without them there are no publications. */
  readonly document: boolean;
}

/** Says which columns of a mapping a table lacks, since a misspelt name would drop its values; optional ones are not asked for. */
export class MappedColumns implements NotedColumns {
  readonly #file: string;
  #missing: readonly Wanted[];
  #seen = false;

  constructor(file: string, mapping: PatentMapping) {
    this.#file = file;
    this.#missing = wantedColumns(mapping);
  }

  /** Names of columns; of a column within another (`a.b`) the outermost name is enough. */
  hasNames(names: readonly string[]): void {
    this.#seen = true;
    this.#without((column) => names.includes(column) || names.includes(column.split(".")[0] ?? ""));
  }

  /** The names in a record of JSON: each record may leave out what it has not. */
  hasRecord(record: JsonObject): void {
    this.#seen = true;
    if (this.#missing.length > 0) this.#without((column) => hasPath(record, column.split(".")));
  }

  /** Says what is missing, if anything was seen. Throws LM_LOAD_UNRECOGNISED where it is the number of a publication. */
  say({ log }: Effects): void {
    if (!this.#seen) return;
    const names = (wanted: readonly Wanted[]): string => [...new Set(wanted.map(({ columns }) => columns.join(" or ")))].join(", ");
    const documents = this.#missing.filter(({ document }) => document);
    if (documents.length > 0) {
      const message = `${this.#file} has no column ${names(documents)}, from which the mapping takes the number of a publication; \`optional: true\` says that a table may lack it.`;
      throw new LevermapError("LM_LOAD_UNRECOGNISED", message, { file: this.#file, missing: documents.flatMap(({ columns }) => columns) });
    }
    if (this.#missing.length > 0)
      log.warn(`${this.#file}: the mapping names columns that the table does not have: ${names(this.#missing)}`);
  }

  #without(has: (column: string) => boolean): void {
    this.#missing = this.#missing.filter(({ columns }) => !columns.some(has));
  }
}

function wantedColumns(mapping: PatentMapping): readonly Wanted[] {
  const { publications, application, filed, priority, family, texts, holders, inventors, classes, citations, links } = mapping;
  const documents = publications.map(({ document }) => document);
  const others = [
    ...publications.flatMap(({ office, kind, published, granted, type, references, events }) => [
      ...[office, kind, published, granted, type, references],
      ...events.flatMap((event) => [typeof event.kind === "string" ? undefined : event.kind, event.date, event.note]),
    ]),
    ...[application, filed, priority, family],
    ...holders.flatMap(({ economy, ...holder }) => [holder, economy]),
    ...[...texts, ...inventors, ...classes, ...citations, ...links],
  ];
  return [...documents.flatMap((cell) => wanted(cell, true)), ...others.flatMap((cell) => wanted(cell, false))];
}

function wanted(cell: Cell | undefined, document: boolean): readonly Wanted[] {
  if (cell === undefined || (typeof cell === "object" && ("constant" in cell || cell.optional))) return [];
  const column = typeof cell === "string" ? cell : cell.column;
  return [{ columns: typeof column === "string" ? [column] : column, document }];
}

function hasPath(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  if (Array.isArray(value)) return value.some((each) => hasPath(each, [name, ...rest]));
  return isObject(value) && name in value && hasPath(value[name], rest);
}

const folder = "patent-tables";
const lacking = "no publication";

/** Any table of patents, delimited, JSON or Parquet, by mapping files (docs/data.md). */
export const patentTable: Source = mappedSource({
  name: "patent-table",
  notice: "A table of your own: its publisher's licence holds.",
  folder,
  lacking,
  readMapping,
  converter: async (_, mapping) => (record) => tableRows(record, mapping),
  columns: (file, mapping) => new MappedColumns(file, mapping),
});

/** The bundled mappings by name, in the order of their names. */
export const bundledMappings = (): Promise<ReadonlyMap<string, string>> => mappingsIn(folder);

/** Streams one file by a mapping that fits it; records without a publication are counted and said. */
export const mappedRecords = (file: string, mapping: PatentMapping, effects: Effects): Stream<SourceRecord> =>
  mappedTable(
    file,
    mapping,
    { convert: (record) => tableRows(record, mapping), lacking, columns: new MappedColumns(file, mapping) },
    effects,
  );

/** Rows of one record by its mapping; none where it has no publication. Throws BadRow. */
export function tableRows(record: CsvRow | JsonRecord, mapping: PatentMapping): readonly RowRecord[] {
  const read = (cell: Cell | undefined): readonly string[] => (cell === undefined ? [] : valuesOf(record, cell));
  const first = (cell: Cell | undefined): string => read(cell)[0] ?? "";
  const date = (cell: Cell | undefined, name: string): string | null => parseDate(first(cell), name);
  const shared = sharedFacts(record, mapping);
  return mapping.publications.flatMap((publication) =>
    read(publication.document).flatMap((native) => {
      const name = nameOf(native, first(publication.office), first(publication.kind));
      return patentRows(record, {
        ...shared,
        name,
        patent: {
          published: date(publication.published, "published"),
          application: application(first(mapping.application), name.office),
          filed: date(mapping.filed, "filed"),
          priority: date(mapping.priority, "priority"),
          family: first(mapping.family) || null,
          granted: flag(first(publication.granted)) ?? grantedByKind(name),
          type: first(publication.type) || typeByKind(name),
          references: count(first(publication.references)),
          native,
        },
        events: events(publication, first),
      });
    }),
  );
}

function nameOf(native: string, office: string, kind: string): DocumentName {
  const named = office === "" ? documentName(native) : null;
  if (named) return kind === "" ? named : { ...named, kind };
  const document = office === "" ? null : documentKey(office, native);
  if (document === null) return fail(`${native.slice(0, 60)} is not a document number`);
  return { document, office, number: document.slice(office.length), kind: kind || null };
}

/** `US 65784810 A` is in DOCDB form, with the country and the kind; anything else is the office's own number. */
function application(text: string, office: string): string | null {
  const [, country, number, kind] = /^([A-Z]{2})\s+(\S+)\s+([A-Z]\d?)(?:\s+\d{8})?$/.exec(text) ?? [];
  if (country !== undefined && number !== undefined) return docdbApplicationKey(country, number, kind ?? null);
  return text === "" ? null : applicationKey(office, text);
}

function flag(text: string): 1 | 0 | null {
  if (/^(1|yes|true)$/i.test(text)) return 1;
  return /^(0|no|false)$/i.test(text) ? 0 : null;
}

const count = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);

const events = ({ events }: Publication, first: (cell: Cell | undefined) => string): NonNullable<PatentFacts["events"]> =>
  events.flatMap(({ kind, date, note }) => {
    const read = typeof kind === "string" ? kind : first(kind);
    const on = parseDate(first(date), "date of an event");
    const happened = read !== "" && (typeof kind !== "string" || on !== null);
    return happened ? [{ kind: read, date: on, note: first(note) || null }] : [];
  });

function sharedFacts(record: CsvRow | JsonRecord, mapping: PatentMapping): Omit<PatentFacts, "name" | "patent" | "events"> {
  const one = (cell: Cell | undefined): string | null => (cell === undefined ? null : (valuesOf(record, cell)[0] ?? null));
  const cited = mapping.citations.flatMap(({ office, phase = null, ...from }) =>
    valuesOf(record, from).map((text) => ({
      cited: (office === undefined ? documentName(text)?.document : documentKey(office, text)) ?? null,
      text,
      phase,
    })),
  );
  return {
    texts: mapping.texts.flatMap(({ field, language = null, ...from }) =>
      valuesOf(record, from).map((text) => ({ field, language, text })),
    ),
    holders: mapping.holders.flatMap(({ role, language = null, economy, ...from }) =>
      valuesOf(record, from).map((name) => ({ role, name, language, economy: one(economy) })),
    ),
    inventors: mapping.inventors.flatMap((from) => valuesOf(record, from).map((name) => ({ name }))),
    classes: mapping.classes.flatMap(({ scheme, role = null, ...from }) =>
      valuesOf(record, from).flatMap((text) => {
        const symbol = scheme === "cpc" || scheme === "ipc" ? classSymbol(text) : text.replace(/\s+/g, "");
        return symbol === null ? [] : [{ scheme, symbol, role }];
      }),
    ),
    citations: cited.flatMap(({ cited, phase }) => (cited === null ? [] : [{ cited, phase }])),
    literature: cited.flatMap(({ cited, text, phase }) => (cited === null ? [{ text, phase }] : [])),
    links: mapping.links.flatMap(({ relation, ...from }) =>
      valuesOf(record, from).flatMap((text) => {
        const other = application(text, "");
        const [date] = /\d{8}$/.exec(text) ?? [];
        return other === null ? [] : [{ relation, other, date: parseDate(date ?? "", "date of a link") }];
      }),
    ),
  };
}
