import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { run } from "./run.ts";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

const folders: string[] = [];
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

/** A temporary folder that is removed after the tests of the file. */
export function folder(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), "levermap-cli-")));
  folders.push(made);
  return made;
}

/** Fills a folder with what the cases use: a workspace, its atlas, a broken atlas, and trade records of which one is bad. */
export async function furnish(dir: string): Promise<void> {
  cpSync(join(fixtures, "atlas"), join(dir, "atlas"), { recursive: true });
  cpSync(join(fixtures, "trade.csv"), join(dir, "trade.csv"));
  cpSync(join(fixtures, "atlas"), join(dir, "broken"), { recursive: true });
  writeFileSync(join(dir, "broken", "aliases.csv"), "alias,technology\nfirst,nothing-known\n");
  const { code, stderr } = await run(["init", "--atlas", "atlas"], { cwd: dir });
  if (code !== 0) throw new Error(stderr);
}

/** A copy of a furnished folder. */
export function copyOf(template: string, dir: string): string {
  mkdirSync(dir, { recursive: true });
  cpSync(template, dir, { recursive: true });
  return dir;
}
