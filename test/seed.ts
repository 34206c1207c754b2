import fc from "fast-check";
import { afterAll } from "vitest";
import { longRun } from "./tiers.ts";
import { removeFolders } from "./workspace/folder.ts";

/**
 * Properties draw the same cases on every run, so that a change that breaks one is seen by whoever made it; `npm run check:long` draws
 * new ones (LEVERMAP_SEED names a seed to repeat).
 */
const { LEVERMAP_SEED } = process.env;
if (LEVERMAP_SEED !== undefined) fc.configureGlobal({ seed: Number(LEVERMAP_SEED) });
else if (longRun === null) fc.configureGlobal({ seed: 20_261_125 });

afterAll(removeFolders);
