import { existsSync } from "node:fs";
import type { Effects } from "../../base/effects.ts";
import { LevermapError, unless } from "../../base/errors.ts";
import { fittingSources, withFittingSources } from "../../library/load.ts";
import { namedSource } from "../../library/named-source.ts";
import { readManifestFile } from "../../sources/files/manifest-file.ts";
import type { Source } from "../../sources/format/source.ts";
import { fileStamps, unitsOf } from "../../workspace/load-id.ts";
import { type LoadFailure, loadFailure } from "../../workspace/record-count.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type Input, type InputReceipt, inputFormat, inputKind, inputPath, type ParsedLoad } from "../layout/input-format.ts";
import { replaceJson } from "../layout/layout-files.ts";
import { layoutVersion } from "../layout/layout-format.ts";
import { parseUnit } from "../layout/parse-unit.ts";
import { soundLoad } from "../layout/restore-loads.ts";

export interface ParsedInput {
  readonly loads: readonly ParsedLoad[];
  readonly failures: readonly LoadFailure[];
  /** It was parsed before, and nothing was done. */
  readonly already: boolean;
}

/**
 * Parses what one line of a list names into a layout and writes its receipt. What was parsed before is left alone where its files have their sizes and times of then and all that was
 * made of them is whole. What cannot be read is a failure of the receipt; faults of the layout's disk, of Levermap and an abort are thrown.
 * @param workspace a scratch workspace
 */
export async function parseInput(workspace: Workspace, dir: string, input: Input, effects: Effects): Promise<ParsedInput> {
  const failures: LoadFailure[] = [];
  const loads: ParsedLoad[] = [];
  let stamps = "";
  try {
    const source = await sourceOf(input);
    const units = await unitsOf(source, input.paths);
    stamps = await fileStamps(units.flat());
    const before = await readInputReceipt(dir, input);
    if (before?.stamps === stamps && (await isSound(workspace, dir, before, effects)))
      return { loads: before.loads, failures: [], already: true };
    for (const unit of units) {
      effects.signal.throwIfAborted();
      const paths = source.scope === "whole" ? input.paths : unit;
      try {
        loads.push(await parseUnit(workspace, dir, source, paths, loadOptions(input), effects));
      } catch (thrown) {
        failures.push(loadFailure(thrown, unit.join(", "), effects.signal));
      }
    }
  } catch (thrown) {
    failures.push(loadFailure(await withFittingSources(thrown), input.paths.join(", "), effects.signal));
  }
  const told = failures.map(({ path, code, message }) => ({ path, code, message }));
  const receipt: InputReceipt = { format: inputFormat, version: layoutVersion, ...input, stamps, loads, failures: told };
  await replaceJson(inputPath(dir, input), receipt);
  return { loads, failures, already: false };
}

export const loadOptions = ({ edition, maxRejects }: Input): { readonly edition?: string; readonly maxRejects?: number } => ({
  ...(edition !== null && { edition }),
  ...(maxRejects !== null && { maxRejects }),
});

/** The source of an input. Throws LM_FILE_NOT_FOUND, and LM_LOAD_UNRECOGNISED where none is named and none or several read the file. */
export async function sourceOf({ source, paths }: Input): Promise<Source> {
  if (source !== null) return namedSource(source);
  const [path = ""] = paths;
  if (!existsSync(path)) throw new LevermapError("LM_FILE_NOT_FOUND", `No file or folder ${path}`, { path });
  const fitting = await fittingSources(path);
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return namedSource(only);
  const reason = only === undefined ? `No source reads ${path}.` : `Several sources read ${path}: ${fitting.join(", ")}. Name one.`;
  throw new LevermapError("LM_LOAD_UNRECOGNISED", reason, { path, sources: fitting });
}

/** The receipt of an input; `null` where there is none that can be read. */
export const readInputReceipt = (dir: string, input: Input): Promise<InputReceipt | null> =>
  unless(
    ["LM_LAYOUT_INVALID"],
    () => readManifestFile(inputPath(dir, input), inputKind),
    () => null,
  );

async function isSound(workspace: Workspace, dir: string, { loads, failures }: InputReceipt, effects: Effects): Promise<boolean> {
  if (failures.length > 0) return false;
  for (const { id } of loads) {
    if ((await workspace.use((connection) => soundLoad(connection, dir, id, effects))) === null) return false;
  }
  return true;
}
