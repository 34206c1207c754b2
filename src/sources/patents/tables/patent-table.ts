import type { Effects } from "../../../base/effects.ts";
import { applicationKey, docdbApplicationKey } from "../../../link/application-number.ts";
import { type DocumentName, documentKey, documentName } from "../../../link/document-number.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import type { JsonRecord } from "../../format/json-record.ts";
import { mappedSource, mappedTable, mappingsIn } from "../../format/mapped-table.ts";
import { type Cell, valuesOf } from "../../format/mapping-file.ts";
import { fail, type RowRecord, type SourceRecord, type Stream } from "../../format/records.ts";
import type { Source } from "../../format/source.ts";
import { classSymbol, parseDate } from "./patent-table-cells.ts";
import { MappedColumns } from "./patent-table-columns.ts";
import { grantedByKind, typeByKind } from "./patent-table-kind.ts";
import { type PatentMapping, type Publication, readMapping } from "./patent-table-mapping.ts";
import { type PatentFacts, patentRows } from "./patent-table-rows.ts";

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
