import { basename } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { dayOf, fullDay } from "../base/days.ts";
import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { sum } from "../base/numbers.ts";
import type { RejectRecord, SourceRecord } from "../sources/format/records.ts";
import type { Source } from "../sources/format/source.ts";
import { type Staged, withStaged } from "./bulk.ts";
import { insertLoad, markCurrent } from "./current.ts";
import { fileStamps, identifyUnit, unitsOf } from "./load-id.ts";
import { inTransaction, query } from "./query.ts";
import { incomplete, type LoadFailure, loadFailure, RecordCount } from "./record-count.ts";
import { RowWriter, rowFault } from "./row-writer.ts";
import type { Workspace } from "./workspace.ts";

export interface LoadOptions {
  /** Largest share of bad records, 0..1. */
  readonly maxRejects?: number;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; overrides the files. */
  readonly edition?: string;
  /** A file that was loaded before and replaced since is the newest of its name again, as where a publisher takes a change back. */
  readonly again?: boolean;
}

export interface LoadLine {
  readonly id: string;
  readonly source: string;
  readonly edition: string | null;
  readonly path: string;
  readonly rows: number;
  readonly rejects: number;
  /** The same content was loaded before. */
  readonly already: boolean;
}

/** Totals of all loads, new or not. */
export interface LoadSummary {
  readonly loads: readonly LoadLine[];
  readonly rows: number;
  readonly rejects: number;
}

const batch = 4096;
const defaultMaxRejects = 0.05;

/**
 * Loads files: in one transaction for a source of one data set, else by file. Known content is skipped. Throws LM_LOAD_TOO_MANY_REJECTS and
 * LM_LOAD_BROKEN_OFF (nothing of that file is kept) and errors of the source; with several files the others are loaded first, then
 * LM_LOAD_INCOMPLETE lists the failed ones. Workspace errors, uncoded errors and an abort stop the whole load.
 */
export async function loadSource(
  workspace: Workspace,
  source: Source,
  paths: readonly string[],
  { maxRejects = defaultMaxRejects, edition, again = false }: LoadOptions = {},
  effects: Effects = quietEffects,
): Promise<LoadSummary> {
  if (edition !== undefined && !isEdition(edition)) {
    throw new LevermapError("LM_USAGE", `The edition must be YYYY, YYYY-MM or YYYY-MM-DD, not ${edition}.`, { edition });
  }
  const units = await unitsOf(source, paths);
  const options = { maxRejects, edition: edition ?? null, again, dir: workspace.dir };
  const load = (unit: readonly string[]): Promise<LoadLine> =>
    workspace.use((connection) => loadUnit(connection, source, unit, options, effects));
  const loads: LoadLine[] = [];
  const failed: LoadFailure[] = [];
  for (const unit of units) {
    effects.signal.throwIfAborted();
    try {
      loads.push(await load(unit));
    } catch (thrown) {
      if (units.length === 1) throw thrown;
      failed.push(loadFailure(thrown, unit.join(", "), effects.signal));
    }
  }
  if (failed.length > 0) throw incomplete(loads, failed);
  return { loads, rows: sum(loads.map((load) => load.rows)), rejects: sum(loads.map((load) => load.rejects)) };
}

async function loadUnit(
  connection: DuckDBConnection,
  source: Source,
  files: readonly string[],
  options: { readonly maxRejects: number; readonly edition: string | null; readonly again: boolean; readonly dir: string },
  effects: Effects,
): Promise<LoadLine> {
  const stamps = await fileStamps(files);
  const { id, dataset, edition, sha256, bytes, plain } = await identifyUnit(source, files, options.edition, effects.signal);
  const [known] = await query<Omit<LoadLine, "already">>(connection, knownSql, [id]);
  if (known !== undefined) {
    const isRenewed = options.again && source.scope === "parts" && (await renewed(connection, source.name, dataset, id, effects));
    return { ...known, already: !isRenewed };
  }

  const path = files.join(", ");
  const write = async (staged: Staged | null): Promise<RecordCount> =>
    staged === null ? writeRecords(connection, id, records(source, files, effects, options.edition), effects) : staged.write(id);
  const load = (staged: Staged | null): Promise<RecordCount> =>
    inTransaction(connection, async () => {
      const counted = await write(staged);
      await writeStated(connection, id, source, files, counted);
      counted.check(options.maxRejects, path);
      if ((await fileStamps(files)) !== stamps)
        throw new LevermapError("LM_FILE_UNREADABLE", `${path} changed while it was read.`, { path });
      const { name, scope, notice } = source;
      const loadedAt = effects.clock.now().toISOString();
      const { rows, rejects } = counted;
      await insertLoad(connection, { id, source: name, dataset, scope, edition, path, sha256, bytes, rows, rejects, loadedAt, notice });
      return counted;
    });
  const [only] = files;
  const plan = source.scope === "parts" && only !== undefined ? await source.columns?.(only) : undefined;
  const count =
    plan && only !== undefined
      ? await withStaged(connection, { dir: options.dir, file: only, plan, plain, reads: source.reads?.(only) }, effects, load)
      : await load(null);
  return { id, source: source.name, edition, path, rows: count.rows, rejects: count.rejects, already: false };
}

/** Makes a load the newest of its data set again; `false` where it is that. */
const renewed = (connection: DuckDBConnection, source: string, dataset: string, id: string, effects: Effects): Promise<boolean> =>
  inTransaction(connection, async () => {
    const old = await query(connection, `SELECT 1 FROM load WHERE id = $1 AND NOT "current"`, [id]);
    if (old.length === 0) return false;
    const at = effects.clock.now().toISOString();
    await connection.run("UPDATE load SET seq = (SELECT max(seq) + 1 FROM load), loaded_at = $2 WHERE id = $1", [id, at]);
    await markCurrent(connection, source, dataset);
    return true;
  });

const knownSql = `SELECT id, source, edition, path, "rows"::DOUBLE AS "rows", rejects::DOUBLE AS rejects FROM load WHERE id = $1`;

/** Throws LM_LOAD_BROKEN_OFF if a file needed whole is truncated. */
async function* records(
  source: Source,
  files: readonly string[],
  effects: Effects,
  edition: string | null,
): AsyncGenerator<SourceRecord, void, undefined> {
  for await (const record of source.read(files, effects, edition)) {
    if (source.needsWholeFiles && record.kind === "reject" && record.breaksOff) throw brokenOff(record);
    yield record;
  }
}

/** Writes what files give beside their records. */
async function writeStated(
  connection: DuckDBConnection,
  id: string,
  source: Source,
  files: readonly string[],
  count: RecordCount,
): Promise<void> {
  const writer = new RowWriter(connection, id);
  for (const file of files) {
    for (const record of (await source.stated?.(file)) ?? []) {
      await writer.row(record);
      count.rows += 1;
    }
  }
  writer.close();
}

async function writeRecords(
  connection: DuckDBConnection,
  id: string,
  records: AsyncIterable<SourceRecord>,
  effects: Effects,
): Promise<RecordCount> {
  const writer = new RowWriter(connection, id);
  const count = new RecordCount();
  let pending = 0;
  try {
    for await (const read of records) {
      const record = checked(read);
      count.add(record);
      await (record.kind === "row" ? writer.row(record) : writer.reject(record));
      pending += 1;
      if (pending < batch) continue;
      pending = 0;
      writer.flush();
      effects.progress.report(count.rows + count.rejects, 0, basename(record.file));
      await setImmediate();
      effects.signal.throwIfAborted();
    }
    effects.signal.throwIfAborted();
    writer.close();
  } catch (thrown) {
    writer.discard();
    throw thrown;
  }
  return count;
}

const brokenOff = ({ file, line, reason, excerpt }: RejectRecord): LevermapError =>
  new LevermapError("LM_LOAD_BROKEN_OFF", `${file} is truncated at record or line ${line}: ${reason}.`, { file, line, reason, excerpt });

/** Rows that do not fit their table become rejects. */
function checked(record: SourceRecord): SourceRecord {
  if (record.kind === "reject") return record;
  const reason = rowFault(record.table, record.row);
  if (reason === null) return record;
  return { kind: "reject", file: record.file, line: record.line, code: "LM_LOAD_BAD_ROW", reason, excerpt: JSON.stringify(record.row) };
}

/** A valid year, month or day. */
const isEdition = (text: string): boolean => /^\d{4}(-\d{2}){0,2}$/.test(text) && dayOf(fullDay(text)) !== null;
