import type { Effects } from "../../../base/effects.ts";
import { LevermapError } from "../../../base/errors.ts";
import { isObject, type JsonObject } from "../../format/json-record.ts";
import type { NotedColumns } from "../../format/mapped-table.ts";
import type { Cell } from "../../format/mapping-file.ts";
import type { PatentMapping } from "./patent-table-mapping.ts";

/** Columns of a mapping of which a table should have at least one. */
interface Wanted {
  readonly columns: readonly string[];
  /** Without them there are no publications. */
  readonly document: boolean;
}

/**
 * Notes which columns of a mapping a table has, and says those that it lacks, since a misspelt name would drop its values unseen. Columns
 * that a mapping calls optional are not asked for; of several alternatives one is enough.
 */
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
