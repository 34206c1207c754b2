import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildId } from "../../base/build-id.ts";
import { bundledFile } from "../../base/built-file.ts";
import { once } from "../../link/link-table.ts";
import { digestOf } from "../../screen/cases/digest.ts";

/** Tells apart what compares names: the build, and the tables of words, sounds and weights. 16 hex digits. */
export const engineId = once((): string => {
  const folder = bundledFile("link");
  const tables = readdirSync(folder)
    .sort()
    .map((name) => [name, digestOf(readFileSync(join(folder, name), "utf8"))]);
  return digestOf([buildId, tables]).slice(0, 16);
});
