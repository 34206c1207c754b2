import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { TestProject } from "vitest/node";
import { root } from "./cli/run.ts";
import { solvedInputs } from "./solved/inputs.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of what is made once for a whole run of tests; removed after it. */
    sharedFolder: string;
  }
}

/** In the shared folder: the processor seconds of each file of tests, a file for each process. */
export const ledgerFolder = "ledger";

/** Where a run leaves its ledger, for `scripts/test.mjs` and for whoever wants to read it. */
const ledger = join(root, ".cache", "test-ledger.json");

/** Of this run: each project of the tests is set up by itself, and evaluates this module anew. */
const run = globalThis as {
  levermapTests?: { readonly folder: string; readonly inputs: ReturnType<typeof solvedInputs>; projects: number };
};

export default async function setup(project: TestProject): Promise<() => void> {
  run.levermapTests ??= { folder: mkdtempSync(join(tmpdir(), "levermap-shared-")), inputs: solvedInputs(root), projects: 0 };
  run.levermapTests.projects++;
  const { folder, inputs } = run.levermapTests;
  mkdirSync(join(folder, ledgerFolder), { recursive: true });
  project.provide("sharedFolder", folder);
  project.provide("solvedInputs", await inputs);
  return () => {
    // The last one tells for all
    if (--run.levermapTests!.projects > 0) return;
    delete run.levermapTests;
    mkdirSync(join(root, ".cache"), { recursive: true });
    writeFileSync(ledger, `${JSON.stringify(told(folder), null, 1)}\n`);
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Processor seconds by file, the dearest first, those of the process that hands the files out, and those of the reference work: its median in this run. */
function told(folder: string) {
  const lines = readdirSync(join(folder, ledgerFolder)).flatMap((name) =>
    readFileSync(join(folder, ledgerFolder, name), "utf8")
      .split("\n")
      .filter(Boolean),
  );
  const kept = lines.map((line) => JSON.parse(line) as { file: string; seconds: number; reference?: number });
  const references = kept.flatMap(({ reference }) => reference ?? []).sort((a, b) => a - b);
  const files = kept
    .map(({ file, seconds }) => ({ file: relative(root, file), seconds: Math.round(seconds * 100) / 100 }))
    .sort((a, b) => b.seconds - a.seconds);
  const { user, system } = process.cpuUsage();
  return { files, beside: (user + system) / 1e6, reference: references[references.length >> 1] ?? null };
}
