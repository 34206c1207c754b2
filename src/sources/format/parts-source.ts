import { relative, sep } from "node:path";
import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { type CsvRow, csvRows, readHeader } from "./csv-rows.ts";
import { type FoundFile, listFiles } from "./list-files.ts";
import { type Misfit, misfit as misfitAmong } from "./misfit.ts";
import { mapRecords, type SourceRecord, type Stream } from "./records.ts";
import { seenFile } from "./seen-file.ts";
import type { Source } from "./source.ts";

/** A source of parts whose files are told apart by what is in them. */
export interface PartsSource<L> extends Pick<Source, "name" | "notice" | "needsWholeFiles" | "columns" | "stated"> {
  /** Names of the files that are looked at in a folder; left out: delimited text. */
  readonly fitting?: RegExp;
  /** What such a file is, for people. */
  readonly what: string;
  readonly edition?: Source["edition"];
  /** Why a file that was named is none of this source, where its columns tell. */
  readonly misfit?: (file: string) => Promise<Misfit | null>;
  /** How a file is laid out; `null` if it is none of this source. */
  layoutOf(file: string): Promise<L | null>;
  rows(file: string, layout: L, effects: Effects): AsyncIterable<SourceRecord>;
}

export const partsSource = <L>({
  fitting,
  what,
  layoutOf,
  rows,
  misfit,
  edition = async () => null,
  ...source
}: PartsSource<L>): Source => ({
  ...source,
  scope: "parts",
  files: async (paths) => recognised(await listFiles(paths, fitting), paths, async (file) => (await layoutOf(file)) !== null, what, misfit),
  edition,
  async *read(files, effects) {
    for (const file of files) {
      const layout = await layoutOf(file);
      if (layout === null) throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} is not a ${what} in a known layout`, { file });
      yield* rows(file, layout, effects);
    }
  },
});

/** A layout of delimited text, told by its columns. */
export interface TableLayout {
  readonly columns: readonly string[];
}

/** A layout as a user knows it. */
export interface NamedLayout extends TableLayout {
  readonly name: string;
}

/** The first of these layouts whose columns the header of a file has; `null` if it is none. */
export async function tableLayout<T extends TableLayout>(file: string, layouts: readonly T[]): Promise<T | null> {
  const header = new Set(await readHeader(file));
  return layouts.find(({ columns }) => columns.every((column) => header.has(column))) ?? null;
}

/** Of the layout that a delimited file comes nearest to: what it lacks. `null` for a file without columns. */
export async function tableMisfit(file: string, layouts: readonly NamedLayout[]): Promise<Misfit | null> {
  if ((await seenFile(file)).kind !== "table") return null;
  const known = layouts.map(({ name, columns }) => ({ name, needs: columns }));
  return misfitAmong(await readHeader(file), known);
}

/** The rows of a delimited file, record by record. */
export const tableRows = (
  file: string,
  { columns }: TableLayout,
  convert: (row: CsvRow) => Iterable<SourceRecord>,
  effects: Effects,
): Stream<SourceRecord> => mapRecords(csvRows(file, columns, effects), convert);

/**
 * Keeps the files that `accept` takes, and those that it cannot read: their loads say so, and cost the others nothing. A file of a folder
 * that it does not take is passed over; one that was named itself, or a folder that has none, throws LM_LOAD_UNRECOGNISED.
 */
export async function recognised(
  found: readonly FoundFile[],
  paths: readonly string[],
  accept: (file: string) => Promise<boolean>,
  what: string,
  misfit?: (file: string) => Promise<Misfit | null>,
): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const { file, named } of found) {
    if (await acceptedOrUnreadable(file, accept)) kept.push(file);
    else if (named) throw unrecognised(file, what, await misfitOf(file, misfit));
  }
  const files = new Set(found.filter(({ named }) => named).map(({ file }) => file));
  for (const path of paths) if (!files.has(path) && !kept.some(isUnder(path))) throw await noneUnder(path, found, what, misfit);
  if (kept.length === 0) throw new LevermapError("LM_LOAD_UNRECOGNISED", `No ${what} is given`, { paths });
  return kept;
}

const isUnder =
  (path: string) =>
  (file: string): boolean =>
    relative(path, file).split(sep)[0] !== "..";

/** A folder without a file of a source, with what the first of its files is. */
async function noneUnder(
  path: string,
  found: readonly FoundFile[],
  what: string,
  misfit?: (file: string) => Promise<Misfit | null>,
): Promise<LevermapError> {
  const first = found.map(({ file }) => file).find(isUnder(path));
  const none = `No ${what} among ${path}`;
  if (first === undefined) return new LevermapError("LM_LOAD_UNRECOGNISED", none, { paths: [path] });
  const { message, details } = unrecognised(first, what, await misfitOf(first, misfit));
  return new LevermapError("LM_LOAD_UNRECOGNISED", `${none}. ${message}`, { ...details, paths: [path] });
}

/** Why a file is none of a source, as the source tells it, else what the file seems to be. */
const misfitOf = async (file: string, misfit?: (file: string) => Promise<Misfit | null>): Promise<Misfit> =>
  (await misfit?.(file)) ?? { reason: (await seenFile(file)).words, missing: [], near: {} };

function unrecognised(file: string, what: string, { reason, missing, near }: Misfit): LevermapError {
  return new LevermapError("LM_LOAD_UNRECOGNISED", `${file} is not a ${what} in a known layout: ${reason}.`, { file, missing, near });
}

async function acceptedOrUnreadable(file: string, accept: (file: string) => Promise<boolean>): Promise<boolean> {
  try {
    return await accept(file);
  } catch (thrown) {
    if (thrown instanceof LevermapError && thrown.code === "LM_FILE_UNREADABLE") return true;
    throw thrown;
  }
}
