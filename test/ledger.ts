import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, inject } from "vitest";
import { processorSeconds } from "./processor-seconds.ts";
import { referenceSeconds } from "./reference-work.ts";
import { ledgerFolder } from "./shared-folder.ts";

const begun = processorSeconds();

/** What each file of tests takes; the run adds it up and refuses what takes too much. After one in eight the reference work is timed, which sets the scale. */
afterAll(() => {
  const file = expect.getState().testPath!;
  const seconds = processorSeconds() - begun;
  const line = { file, seconds, ...(file.length % 8 === 0 && { reference: referenceSeconds() }) };
  appendFileSync(join(inject("sharedFolder"), ledgerFolder, `${process.pid}.jsonl`), `${JSON.stringify(line)}\n`);
});
