import { readSmallFile } from "../../../base/small-file.ts";
import { bundledEvents, type EventFile } from "./bundled-events.ts";
import { type EventFileSummary, readEventText, summaryOf } from "./event-file.ts";

export type { EventFile } from "./bundled-events.ts";

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
  if (paths.length === 0) return bundledEvents();
  return Promise.all(paths.map(async (name) => ({ name, text: await readSmallFile(name, "event", "LM_EVENTS_INVALID") })));
}
