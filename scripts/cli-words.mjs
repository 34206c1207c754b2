import { rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { root } from "./run.mjs";

/** Writes help and completion of the built command line beside it. */
export async function writeCliWords() {
  const writer = `${root}dist/cli/write-words.js`;
  const { writeWords } = await import(writer);
  writeFileSync(`${root}dist/cli/words.json.br`, brotliCompressSync(JSON.stringify(await writeWords())));
  rmSync(writer);
}
