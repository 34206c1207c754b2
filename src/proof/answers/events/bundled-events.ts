import { readdir, readFile } from "node:fs/promises";
import { bundledFile } from "../../../base/built-file.ts";

/** A file of events: its name for messages, and its text. */
export interface EventFile {
  readonly name: string;
  readonly text: string;
}

/** The bundled events, in the order of their names. */
export async function bundledEvents(): Promise<readonly EventFile[]> {
  const names = (await readdir(bundledFile("events"))).filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(bundledFile(`events/${name}`), "utf8") })));
}
