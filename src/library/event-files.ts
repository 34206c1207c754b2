import { readdir } from "node:fs/promises";
import { type EventFileSummary, readEventText, summaryOf } from "../answers/backtest/event-file.ts";
import { bundledFile } from "../base/built-file.ts";
import { readSmallFile } from "./file-question.ts";

export interface EventFile {
  readonly name: string;
  readonly text: string;
}

/** Validates event files. Throws as `readEventFiles`, and LM_EVENTS_INVALID listing each invalid field. */
export async function checkEventFiles(paths: readonly string[] = []): Promise<readonly EventFileSummary[]> {
  return (await readEventFiles(paths)).map(({ name, text }) => summaryOf(readEventText(name, text)));
}

/**
 * Reads event files, by default the bundled ones. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE, and LM_EVENTS_INVALID for a file over 1 MB.
 *
 * @example
 * const { finding, skill } = await map.backtest({ files: await readEventFiles(["my-events.yaml"]) });
 */
export async function readEventFiles(paths: readonly string[] = []): Promise<readonly EventFile[]> {
  if (paths.length > 0) return Promise.all(paths.map(async (name) => ({ name, text: await textOf(name) })));
  const names = (await readdir(bundledFile("events"))).filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await textOf(bundledFile(`events/${name}`)) })));
}

const textOf = (path: string): Promise<string> => readSmallFile(path, "event", "LM_EVENTS_INVALID");
