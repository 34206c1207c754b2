import { resolve } from "node:path";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { rangeWords } from "../../base/estimate.ts";
import { sum } from "../../base/numbers.ts";
import { incomplete, type LoadFailure } from "../../workspace/record-count.ts";
import type { Input, ParsedLoad } from "../layout/input-format.ts";
import { requireNameable } from "../layout/layout-files.ts";
import { withScratchWorkspace } from "../layout/scratch-workspace.ts";
import { estimateParse, parseSize } from "./parse-estimate.ts";
import { parseInput } from "./parse-input.ts";
import { type ListOptions, readParseList } from "./parse-list.ts";
import { publishParsed } from "./publish-parsed.ts";

export interface ParseOptions extends ListOptions {
  /** Every `parts`-th line from line `part` (from 1) alone; nothing is published. */
  readonly part?: { readonly part: number; readonly parts: number } | undefined;
  /** Parses nothing: publishes what was parsed by parts. */
  readonly publish?: boolean | undefined;
  readonly effects?: Effects | undefined;
}

export interface Parsed {
  readonly folder: string;
  /** Lines of the list, those that had been parsed before among them. */
  readonly inputs: number;
  readonly already: number;
  readonly loads: number;
  readonly rows: number;
  readonly rejects: number;
  /** Whether the manifest names all of them; of a part it does not. */
  readonly published: boolean;
}

/**
 * Parses the files that a list names, with the readers of `load`, into a layout, which `loadLayout` loads; row by row it is what `load` makes of the same files in the order of the
 * list. Any part may be parsed by a process of its own, and again. The manifest is written last, once every file is parsed, after the loads that it named before. Throws
 * LM_LOAD_INCOMPLETE with every file that cannot be read (all others are parsed, nothing is published), LM_PARSE_MISSING, LM_USAGE, LM_SOURCE_UNKNOWN, LM_FILE_NOT_FOUND,
 * LM_DISK_SPACE.
 *
 * @example
 * await parseToLayout("paths.txt", "./layout", { source: "docdb" });
 */
export async function parseToLayout(listFile: string, outDir: string, options: ParseOptions = {}): Promise<Parsed> {
  const { part, publish = false, effects = quietEffects } = options;
  const folder = resolve(outDir);
  requireNameable(folder);
  const listed = await readParseList(listFile, options);
  if (part !== undefined && !(part.part >= 1 && part.part <= part.parts))
    throw new LevermapError("LM_USAGE", `There is no part ${part.part} of ${part.parts}.`, { ...part });
  const inputs = part === undefined ? listed : listed.filter((_, at) => at % part.parts === part.part - 1);
  const already = publish ? inputs.length : 0;
  if (!publish) await tellEstimate(inputs, folder, effects);
  const parsed = publish ? null : await parseAll(inputs, folder, effects);
  const loads = part === undefined ? await publishParsed(inputs, folder, effects) : (parsed?.loads ?? []);
  return {
    folder,
    inputs: inputs.length,
    already: parsed?.already ?? already,
    loads: loads.length,
    rows: sum(loads.map(({ rows }) => rows)),
    rejects: sum(loads.map(({ rejects }) => rejects)),
    published: part === undefined,
  };
}

async function tellEstimate(inputs: readonly Input[], dir: string, effects: Effects): Promise<void> {
  const size = await parseSize(inputs, dir);
  if (size.files > 0) effects.log.info(rangeWords(...estimateParse(size)));
}

/** Throws LM_LOAD_INCOMPLETE once all others are parsed. */
async function parseAll(
  inputs: readonly Input[],
  dir: string,
  effects: Effects,
): Promise<{ readonly loads: readonly ParsedLoad[]; readonly already: number }> {
  const loads: ParsedLoad[] = [];
  const failed: LoadFailure[] = [];
  let before = 0;
  await withScratchWorkspace(async (workspace) => {
    for (const [done, input] of inputs.entries()) {
      effects.signal.throwIfAborted();
      effects.progress.report(done, inputs.length, input.paths[0] ?? "");
      const parsed = await parseInput(workspace, dir, input, effects);
      loads.push(...parsed.loads);
      failed.push(...parsed.failures);
      if (parsed.already) before += 1;
    }
  });
  if (failed.length > 0) throw incomplete(loads, failed);
  return { loads, already: before };
}
