import { readdir, readFile, stat } from "node:fs/promises";
import { type EventFileSummary, readEventText, summaryOf } from "../answers/backtest/event-file.ts";
import { bundledFile } from "../base/data-folder.ts";
import { LevermapError } from "../base/errors.ts";

export interface EventFile {
  readonly name: string;
  readonly text: string;
}

/** Validates event files. Throws as `readEventFiles`, and LM_EVENTS_INVALID listing each invalid field. */
export async function checkEventFiles(paths: readonly string[] = []): Promise<readonly EventFileSummary[]> {
  return (await readEventFiles(paths)).map(({ name, text }) => summaryOf(readEventText(name, text)));
}

const mostBytes = 1 << 20;

/**
 * Reads files of events; those of the bundled data where none is named. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE, and LM_EVENTS_INVALID for
 * a file over 1 MB.
 *
 * @example
 * const { finding, skill } = await map.backtest({ files: await readEventFiles(["my-events.yaml"]) });
 */
export async function readEventFiles(paths: readonly string[] = []): Promise<readonly EventFile[]> {
  if (paths.length > 0) return Promise.all(paths.map(async (name) => ({ name, text: await textOf(name) })));
  const names = (await readdir(bundledFile("events"))).filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await textOf(bundledFile(`events/${name}`)) })));
}

async function textOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new LevermapError("LM_FILE_NOT_FOUND", `No file of events ${path}`, { path });
  if (!found.isFile()) throw new LevermapError("LM_FILE_UNREADABLE", `${path} is not a file`, { path });
  if (found.size > mostBytes) throw new LevermapError("LM_EVENTS_INVALID", `${path} is larger than 1 MB`, { path });
  return readFile(path, "utf8").catch((thrown: Error) => {
    throw new LevermapError("LM_FILE_UNREADABLE", `Cannot read ${path}: ${thrown.message}`, { path });
  });
}
