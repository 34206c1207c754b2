import { dirname } from "node:path";

/** The paths of a load in short: of several files in one folder, the folder and their number. */
export function pathsText(joined: string): string {
  const paths = joined.split(", ");
  const folders = [...new Set(paths.map((path) => dirname(path)))];
  return paths.length > 1 && folders.length === 1 ? `${folders[0]} (${paths.length} files)` : joined;
}
