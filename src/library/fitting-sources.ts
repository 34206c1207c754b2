import { LevermapError } from "../base/errors.ts";
import { listed } from "../base/words.ts";
import type { Source } from "../sources/format/source.ts";
import { sources } from "../sources/index.ts";

/** Names of the sources that read a file, in their order. */
export async function fittingSources(file: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const source of sources.values()) if (await reads(source, file)) found.push(source.name);
  return found;
}

/** A source refuses a file by a coded error, each by its own. */
async function reads(source: Source, file: string): Promise<boolean> {
  try {
    return (await source.files([file])).length > 0;
  } catch (thrown) {
    if (thrown instanceof LevermapError) return false;
    throw thrown;
  }
}

/** The error of a file that is none of its source, with the sources that would read it; any other error as it is. */
export async function withFittingSources(thrown: unknown): Promise<unknown> {
  if (!(thrown instanceof LevermapError) || thrown.code !== "LM_LOAD_UNRECOGNISED" || typeof thrown.details.file !== "string")
    return thrown;
  const { file } = thrown.details;
  const reading = await fittingSources(file);
  const commands = reading.map((name) => `\`levermap load ${name}\``);
  const next = reading.length === 0 ? "No other source reads it." : `${listed(commands)} ${reading.length === 1 ? "reads" : "read"} it.`;
  const message = `${thrown.message.replace(/(?<!\.)$/, ".")} ${next}`;
  return new LevermapError(thrown.code, message, { ...thrown.details, sources: reading });
}
