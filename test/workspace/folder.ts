import { mkdtempSync, rmSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Effects } from "../../src/base/effects.ts";
import { quietEffects } from "../../src/base/effects.ts";
import { LevermapError } from "../../src/base/errors.ts";

const made: string[] = [];

/** Removes the temporary folders; after the tests of each file, also where files share this module. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A temporary folder, removed after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "levermap-it's ü-"));
  made.push(folder);
  return folder;
}

/** The code of the error a promise ends with; `null` if it ends well. Other errors are thrown on. */
export async function codeOf(promise: Promise<unknown>): Promise<string | null> {
  return (await errorOf(promise))?.code ?? null;
}

export async function errorOf(promise: Promise<unknown>): Promise<LevermapError | null> {
  try {
    await promise;
    return null;
  } catch (thrown) {
    if (thrown instanceof LevermapError) return thrown;
    throw thrown;
  }
}

/** Every file of a folder by name. */
export async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await readFile(join(folder, name))).toString("base64")])));
}

/** Effects with a clock that stands still and a log that is kept. */
export function keptEffects(): Effects & { readonly messages: string[] } {
  const messages: string[] = [];
  const keep = (message: string): void => void messages.push(message);
  return {
    ...quietEffects,
    clock: { now: () => new Date(Date.UTC(2026, 0, 2, 3, 4, 5)) },
    log: { info: keep, warn: keep, debug: keep },
    messages,
  };
}
