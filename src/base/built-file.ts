import { fileURLToPath } from "node:url";

/** Path of a file of the build, in `dist/`; the same from `src/` and from the build itself. */
export const builtFile = (name: string): string => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));

/** Path of a file of the bundled `data/` folder; the same from `src/` and from `dist/`. */
export const bundledFile = (name: string): string => fileURLToPath(new URL(`../../data/${name}`, import.meta.url));
