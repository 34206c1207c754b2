import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { LevermapError } from "../../src/base/errors.ts";
import { isMeasured } from "../../src/corpus/steps/measure.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { smallAtlas } from "../answers/small-workspace.ts";
import { isLong } from "../tiers.ts";
import { temporaryFolder } from "../workspace/folder.ts";

const kills = Number(process.env.LEVERMAP_KILLS ?? 1);
const folder = temporaryFolder();
/** The bundled atlas, or one that is small. */
const atlas = isLong ? [] : ["--atlas", smallAtlas];
const program = fileURLToPath(new URL("../../bin/levermap.js", import.meta.url));

/** Runs `levermap init`, killed after a while; gives the milliseconds it took. */
async function init(dir: string, killAfter?: number): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, [program, "init", "-w", dir, "--quiet", ...atlas], { stdio: "ignore" });
  const ended = once(child, "close");
  if (killAfter !== undefined) {
    await Promise.race([ended, setTimeout(killAfter)]);
    child.kill("SIGKILL");
  }
  const [code] = await ended;
  if (killAfter === undefined) expect(code).toBe(0);
  return performance.now() - begun;
}

/** `none`, `whole` (loaded and measured), or what is neither. */
async function stateOf(dir: string): Promise<string> {
  const workspace = await openWorkspace(dir, { mode: "read" }).catch((thrown) => {
    if (thrown instanceof LevermapError && thrown.code === "LM_WORKSPACE_MISSING") return null;
    throw thrown;
  });
  if (workspace === null) return "none";
  const [loads, measured] = [await workspace.status(), await isMeasured(workspace)];
  workspace.close();
  return loads.length === 1 && loads[0]!.rows > (isLong ? 30_000 : 50) && measured
    ? "whole"
    : `${loads.length} loads, measured: ${measured}`;
}

test(`init killed at ${kills} moments leaves no workspace or one that is loaded and measured, and run again makes it`, async () => {
  const whole = join(folder, "whole");
  const duration = await init(whole);
  expect(await stateOf(whole)).toBe("whole");
  const left: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const dir = join(folder, "killed");
    await rm(dir, { recursive: true, force: true });
    await init(dir, ((kill + 1) / (kills + 1)) * duration);
    left.push(await stateOf(dir));
    if (left.at(-1) === "none") await init(dir);
    expect(await stateOf(dir)).toBe("whole");
    expect(await readdir(dir)).not.toContain(".temporary");
  }
  console.info(`left after each kill: ${left.join(" ")}`);
  expect(left.every((state) => state === "none" || state === "whole")).toBe(true);
});
