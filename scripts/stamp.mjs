import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/** A hash of names, sizes and times of files; folders are opened. Files are not read, so it takes milliseconds. */
export function stampOf(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else hash.update(`${path} ${found?.size} ${found?.mtimeMs}\n`);
  };
  for (const path of paths) add(join(root, path));
  return hash.digest("hex");
}

/** Whether a stamp kept in a file is still that of the paths. */
export function isCurrent(file, paths) {
  return existsSync(join(root, file)) && readFileSync(join(root, file), "utf8") === stampOf(paths);
}

/** Keeps a stamp in a file. */
export function keep(file, stamp) {
  writeFileSync(join(root, file), stamp);
}
