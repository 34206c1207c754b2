import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { boundedJsonOrNull } from "../../base/bounded-json.ts";
import { LevermapError } from "../../base/errors.ts";
import { namedSource } from "../../library/named-source.ts";
import { type Input, inputKey } from "../layout/input-format.ts";

const lineSchema = z.union([
  z.strictObject({ source: z.string().optional(), path: z.string().min(1) }),
  z.strictObject({ source: z.string().optional(), paths: z.array(z.string().min(1)).min(1) }),
]);

export interface ListOptions {
  /** Of lines that name none; absent: the one source that reads the file. */
  readonly source?: string | undefined;
  readonly edition?: string | undefined;
  readonly maxRejects?: number | undefined;
}

/**
 * The inputs that a list names, a line each: a path, or JSON such as `{"source":"docdb","path":"..."}` or `{"source":"patent-table","paths":["...","..."]}`. Lines that say the same
 * are one. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE, LM_SOURCE_UNKNOWN, and LM_USAGE with the line that is neither.
 */
export async function readParseList(file: string, { source, edition, maxRejects }: ListOptions): Promise<readonly Input[]> {
  const inputs = new Map<string, Input>();
  for await (const [number, line] of lines(file)) {
    if (line === "") continue;
    const { source: own = source, paths } = line.startsWith("{") ? described(line, `${file}, line ${number}`) : { paths: [line] };
    const input = { source: own === undefined ? null : readable(own), paths, edition: edition ?? null, maxRejects: maxRejects ?? null };
    if (input.source === null && paths.length > 1) throw usage(`${file}, line ${number}: several paths go with a source`, file);
    inputs.set(inputKey(input), input);
  }
  if (inputs.size === 0) throw usage(`${file} names no file`, file);
  return [...inputs.values()];
}

async function* lines(file: string): AsyncGenerator<readonly [number, string], void, undefined> {
  let number = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }))
      yield [++number, line];
  } catch (thrown) {
    if (!(thrown instanceof Error) || !("code" in thrown) || thrown instanceof LevermapError) throw thrown;
    const missing = thrown.code === "ENOENT";
    const message = missing ? `There is no file ${file}.` : thrown.message;
    throw new LevermapError(missing ? "LM_FILE_NOT_FOUND" : "LM_FILE_UNREADABLE", message, { file });
  }
}

function described(line: string, place: string): { readonly source?: string | undefined; readonly paths: readonly string[] & string[] } {
  const read = lineSchema.safeParse(boundedJsonOrNull(line));
  if (!read.success) throw usage(`${place}: a line is a path, or JSON of "path" or "paths" and "source"`, place);
  return { source: read.data.source, paths: "path" in read.data ? [read.data.path] : read.data.paths };
}

/** The atlas is checked as a whole when a workspace is made. */
function readable(name: string): string {
  if (name === "atlas" || name === "layout") throw usage(`${name} is loaded into a workspace by \`levermap load ${name}\``, name);
  return namedSource(name).name;
}

const usage = (message: string, about: string): LevermapError => new LevermapError("LM_USAGE", `${message}.`, { about });
