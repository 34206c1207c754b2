import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { rankHomes } from "../../src/library/rank-homes.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { bundledWorkspace } from "../answers/bundled-workspace.ts";
import { keptEffects, temporaryFolder } from "../workspace/folder.ts";

const asOf = "2026-11-25";
const ranks = async (): Promise<string> => join(await bundledWorkspace(), "ranks");
const count = async (): Promise<number> => (existsSync(await ranks()) ? readdirSync(await ranks()).length : 0);

afterEach(async () => rmSync(await ranks(), { recursive: true, force: true }));

describe("ranking homes beside a server", () => {
  it("keeps one ranking after another, and stops at once with the workspace let go", async () => {
    const dir = await bundledWorkspace();
    const { log, messages } = keptEffects();
    const reader = await openWorkspace(dir, { mode: "read" });
    const ranking = rankHomes({ dir, asOf, log });
    await expect.poll(count, { timeout: 60_000 }).toBeGreaterThan(2);
    await ranking.stop();
    reader.close();
    const kept = await count();
    await setTimeout(500);
    expect(await count()).toBe(kept);
    (await openWorkspace(dir, { mode: "write" })).close();
    expect(messages).toEqual([]);
  }, 120_000);

  it("tells a fault once and ends", async () => {
    const { log, messages } = keptEffects();
    await rankHomes({ dir: join(temporaryFolder(), "none"), asOf, log }).ended;
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^Homes are not ranked ahead of questions: .*There is no workspace/);
  }, 60_000);

  it("stops before it has begun", async () => {
    const { log, messages } = keptEffects();
    await rankHomes({ dir: await bundledWorkspace(), asOf, log }).stop();
    expect(messages).toEqual([]);
    expect(await count()).toBe(0);
  }, 60_000);
});
