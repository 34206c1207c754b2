import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The invented patents of `test/fixtures/uspto`, one file a layout. */
export const usptoFixture = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../../fixtures/uspto/${name}`, import.meta.url)));

export const usptoNames = [
  "grant-v45.xml",
  "grant-v40.xml",
  "application-v44.xml",
  "application-v15.xml",
  "patdoc-v25.xml",
  "patdoc-v24.sgml",
  "greenbook.txt",
] as const;
