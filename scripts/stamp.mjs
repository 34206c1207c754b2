import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/** A hash over files; folders are opened. */
function hashOf(paths, tell) {
  const hash = createHash("sha256");
  const add = (path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else hash.update(tell(path, found));
  };
  for (const path of paths) add(join(root, path));
  return hash.digest("hex");
}

/** A hash of names, sizes and times of files. Files are not read, so it takes milliseconds. */
export const stampOf = (paths) => hashOf(paths, (path, found) => `${path} ${found?.size} ${found?.mtimeMs}\n`);

/** A hash of the contents of files, the same wherever they lie. */
export const contentOf = (paths) => hashOf(paths, (path) => readFileSync(path));

/** Whether a stamp kept in a file is still that of the paths. */
export function isCurrent(file, paths) {
  return existsSync(join(root, file)) && readFileSync(join(root, file), "utf8") === stampOf(paths);
}

/** Keeps a stamp in a file. */
export function keep(file, stamp) {
  writeFileSync(join(root, file), stamp);
}
