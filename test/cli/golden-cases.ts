import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { bundledFile } from "../../src/base/built-file.ts";
import { packageVersion as version } from "../../src/base/package-file.ts";
import { isLong } from "../tiers.ts";
import { copyOf, folder } from "./fixture.ts";
import { type Ended, run } from "./run.ts";
import { runInside } from "./run-inside.ts";

const writes = process.env.LEVERMAP_GOLDEN === "write";

/** Takes out what differs from run to run: folders, ids, times, ports, the version. */
function steady(text: string, dir: string): string {
  return text
    .replaceAll(dir, "DIR")
    .replaceAll(bundledFile("atlas"), "ATLAS")
    .replaceAll(version, "VERSION")
    .replace(/(?<![.\d])\b[0-9a-f]{16}\b/g, (id) => (/^0+$/.test(id) ? id : "LOAD-ID-16-DIGIT"))
    .replace(/(LOAD-ID-16-DIGIT) \(\d{4}-\d{2}-\d{2}\)/g, "$1 (DATE)")
    .replace(/(?<=LOAD-ID-16-DIGIT[^\n]*\n)(?: +\(\d{4}-\d{2}-\d{2}\))+$/gm, (days) => days.replace(/\d{4}-\d{2}-\d{2}/g, "DATE-LOADED"))
    .replace(/\d{4}-\d{2}-\d{2}([ T])\d{2}:\d{2}(:\d{2}\.\d{3}Z)?/g, "DATE$1TIME")
    .replace(/levermap-v\d+-\d{8}T\d{6}-\d{3}Z/g, "levermap-vN-TIME")
    .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:PORT");
}

/** Run as processes of their own, from the build: start, files, signals and ends of all kinds. */
const apart: ReadonlySet<string> = new Set([
  ...["bad-date", "chokepoints-json", "completion-zsh", "export", "help", "init-force", "load-cut-off", "load-trade"],
  ...["mistyped-command", "no-command", "serve-findings", "status", "unload", "version"],
]);

/** Of the long tier alone: what takes half a second and more, and differs from another by an option. */
const dear: ReadonlySet<string> = new Set([
  ...[
    "chokepoints-before-control",
    "chokepoints-home",
    "half-life-json",
    "half-life-world",
    "init-force",
    "leverage-on",
    "load-broken-atlas",
  ],
  ...["load-incomplete-json", "load-misspelt-column", "load-trade", "plan-compare-details", "plan-details", "plan-dry-run-details"],
  ...["plan-explain-details", "plan-explain-unknown", "plan-poor", "serve-findings", "simulate-file", "technology-by-alias"],
  ...["cases-runs-none", "controls-exposure-unknown", "controls-list-empty", "controls-show-unknown", "item-json", "item-ring"],
  ...["item-without-list", "screen-owners-unknown", "screen-too-long-json", "screen-unknown-list", "watch-days"],
  ...["holder-unknown", "patent-unknown", "patents-bad-seed", "patents-graph-taken", "plan-backtest", "portfolio-unknown"],
]);

/**
 * A test for every folder of `name`: its `args` are run in a copy of `template`, and what comes out is compared with its other files, or
 * written to them with LEVERMAP_GOLDEN=write. A file that is not there stands for no words, no output or exit code 0. `words`: what stands for a word of `args` that only the run knows.
 */
export function goldenCases(name: string, template: string, words: () => Readonly<Record<string, string>> = () => ({})): void {
  const golden = fileURLToPath(new URL(`${name}/`, import.meta.url));
  const places = folder();
  const read = (each: string, file: string): string =>
    existsSync(join(golden, each, file)) ? readFileSync(join(golden, each, file), "utf8") : "";
  for (const each of readdirSync(golden).sort()) {
    it.runIf(isLong || writes || !dear.has(each))(each, async () => {
      const dir = copyOf(template, join(places, each));
      const args = read(each, "args").split("\n").slice(0, -1);
      const ended = await (apart.has(each) ? run : runInside)(
        args.map((word) => words()[word] ?? word),
        { cwd: dir },
      );
      const seen: Ended = { code: ended.code, stdout: steady(ended.stdout, dir), stderr: steady(ended.stderr, dir) };
      if (writes) write(join(golden, each), seen);
      expect(seen).toEqual({ code: Number(read(each, "exit") || 0), stdout: read(each, "stdout"), stderr: read(each, "stderr") });
      const failed = Number(seen.code) > 1;
      if (args.includes("--json") && !failed) expect(() => JSON.parse(ended.stdout)).not.toThrow();
      if (args.includes("--json") && failed) expect(JSON.parse(ended.stderr).error).toHaveProperty("code");
      if (failed) expect(seen.stdout).toBe("");
    });
  }
}

function write(place: string, { code, stdout, stderr }: Ended): void {
  for (const [file, text] of Object.entries({ exit: code === 0 ? "" : `${code}\n`, stdout, stderr })) {
    if (text === "") rmSync(join(place, file), { force: true });
    else writeFileSync(join(place, file), text);
  }
}
