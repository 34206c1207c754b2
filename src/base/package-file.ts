import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The version of the package. */
export const packageVersion: string = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;

/** The program that runs the command line; the same from `src/` and from `dist/`. */
export const programFile: string = fileURLToPath(new URL("../../bin/levermap.js", import.meta.url));
