import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { access, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Readable, pipeline as streamed } from "node:stream";
import { pipeline } from "node:stream/promises";
import { StringDecoder } from "node:string_decoder";
import { createGunzip, createGzip } from "node:zlib";
import { auditLines } from "../../answers/cases/audit-lines.ts";
import { type AuditHead, type AuditLine, type AuditRecord, auditForms } from "../../answers/cases/audit-record.ts";
import { readRunResults, readRuns } from "../../answers/cases/case-records.ts";
import { loadsOf } from "../../answers/cases/prepare-run.ts";
import { requireRun } from "../../answers/cases/present-cases.ts";
import { type Replay, type ReplayOptions, replayRun } from "../../answers/cases/replay.ts";
import { parseBoundedJson } from "../../base/bounded-json.ts";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { faultOfPlace, LevermapError } from "../../base/errors.ts";
import { canonical } from "../../screen/cases/digest.ts";
import { withWorkspace } from "../with-workspace.ts";

export interface AuditOptions {
  /** Replaces a file that is there. */
  readonly force?: boolean;
  readonly effects?: Effects | undefined;
}

export interface WrittenAudit {
  readonly run: number;
  readonly path: string;
  readonly lines: number;
  /** Of all lines before the last, as the last line states it. */
  readonly sha256: string;
}

const zipped = /\.gz$/i;

/**
 * Writes all that is needed to make a run again and to follow its decisions into one file of JSON lines (packed where its name ends in
 * `.gz`): the same bytes from the same workspace. Throws LM_RUN_UNKNOWN, LM_RUN_GONE, LM_EXPORT_EXISTS, LM_FILE_UNREADABLE,
 * LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * await exportAudit("./levermap-data", 2, "run-2.jsonl.gz");
 */
export async function exportAudit(
  dir: string,
  run: number | undefined,
  path: string,
  { force = false, effects = quietEffects }: AuditOptions = {},
): Promise<WrittenAudit> {
  const target = resolve(path);
  if (
    !force &&
    (await access(target).then(
      () => true,
      () => false,
    ))
  )
    throw new LevermapError("LM_EXPORT_EXISTS", `There is a file ${path} already.`, { path });
  return withWorkspace(dir, "read", effects, async (workspace) => {
    const row = await requireRun(workspace, run);
    const results = await readRunResults(workspace, row);
    await loadsOf(workspace, results.run);
    const next = (await readRuns(workspace)).find(({ id }) => id > row.id);
    const written = await writeAudit(target, auditLines(workspace, results, next), effects);
    return { run: row.id, path, ...written };
  });
}

/** Writes lines and the last one that counts and seals them, whole or not at all. */
export async function writeAudit(
  target: string,
  lines: AsyncIterable<AuditHead | AuditLine> | Iterable<AuditHead | AuditLine>,
  { signal }: Pick<Effects, "signal">,
): Promise<Pick<WrittenAudit, "lines" | "sha256">> {
  const part = join(dirname(target), `.${basename(target)}-${randomUUID()}`);
  const digest = createHash("sha256");
  const sealed = { lines: 0, sha256: "" };
  async function* texts(): AsyncGenerator<string> {
    for await (const line of lines) {
      const text = `${canonical(line)}\n`;
      digest.update(text);
      sealed.lines += 1;
      yield text;
    }
    sealed.sha256 = digest.digest("hex");
    yield `${canonical({ kind: "end", ...sealed })}\n`;
  }
  try {
    const source = Readable.from(texts());
    const file = createWriteStream(part);
    await (zipped.test(target) ? pipeline(source, createGzip(), file, { signal }) : pipeline(source, file, { signal }));
    await rename(part, target);
    return sealed;
  } catch (thrown) {
    await rm(part, { force: true });
    signal.throwIfAborted();
    if (thrown instanceof LevermapError || !(thrown instanceof Error) || !("code" in thrown)) throw thrown;
    throw faultOfPlace(thrown) ?? new LevermapError("LM_FILE_UNREADABLE", `Cannot write ${target}: ${thrown.message}`, { path: target });
  }
}

/** Reads an auditor's file. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE, LM_AUDIT_INVALID where it is not whole, was changed or is none. */
export async function readAudit(path: string): Promise<AuditRecord> {
  const digest = createHash("sha256");
  const lines: AuditLine[] = [];
  let head: AuditHead | null = null;
  let isSealed = false;
  try {
    for await (const text of textLines(path)) {
      if (isSealed) throw invalid(path, "there are lines behind its end");
      const line = parseBoundedJson(text) as
        | AuditHead
        | AuditLine
        | { readonly kind: "end"; readonly lines: number; readonly sha256: string };
      if (line.kind === "end") {
        isSealed = true;
        if (line.lines !== lines.length + 1 || line.sha256 !== digest.digest("hex"))
          throw invalid(path, "its lines are not those that it was sealed with");
        continue;
      }
      digest.update(`${text}\n`);
      if (line.kind === "run") head = line;
      else if (head === null) throw invalid(path, "it does not begin with a run");
      else lines.push(line);
    }
  } catch (thrown) {
    throw readingFault(thrown, path);
  }
  if (head === null || !isSealed) throw invalid(path, "it has no end, or no beginning");
  if (!auditForms.includes(head.form))
    throw invalid(path, `it is of the form ${head.form}, this Levermap reads ${auditForms.join(" and ")}`);
  return { head, lines };
}

async function* textLines(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const input: Readable = zipped.test(path) ? streamed(file, createGunzip(), () => undefined) : file;
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for await (const chunk of input) {
    const parts = (rest + decoder.write(chunk as Buffer)).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  if (rest !== "") yield rest;
}

function readingFault(thrown: unknown, path: string): unknown {
  if (thrown instanceof LevermapError || !(thrown instanceof Error)) return thrown;
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === "ENOENT") return new LevermapError("LM_FILE_NOT_FOUND", `There is no file ${path}.`, { file: path });
  if (thrown instanceof SyntaxError || code?.startsWith("Z_") || /incorrect header|unexpected end/i.test(thrown.message))
    return invalid(path, "a line of it is not JSON, or it is not packed as its name says");
  return new LevermapError("LM_FILE_UNREADABLE", `Cannot read ${path}: ${thrown.message}`, { file: path });
}

const invalid = (path: string, reason: string): LevermapError =>
  new LevermapError("LM_AUDIT_INVALID", `${path} is not an auditor's file that can be used: ${reason}.`, { path, reason });

/**
 * Makes the run of an auditor's file again, from the file alone, and says what differs. Needs no workspace. Throws what `readAudit` throws,
 * LM_INTERRUPTED.
 *
 * @example
 * const { same, differences } = await replayAudit("run-2.jsonl.gz");
 */
export const replayAudit = async (path: string, options: ReplayOptions = {}, effects: Effects = quietEffects): Promise<Replay> =>
  replayRun(await readAudit(path), options, effects);
