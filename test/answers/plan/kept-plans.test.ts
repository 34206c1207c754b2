import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWorkspace } from "../../../src/workspace/open.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { isLong } from "../../tiers.ts";
import { bundledCopy, openBundled } from "../bundled-workspace.ts";
import { openAsk } from "../open-ask.ts";

const asOf = "2026-11-25";
let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace(await bundledCopy(), { mode: "read" });
});
afterAll(() => workspace.close());

const folder = (of = "plans"): string => join(workspace.dir, of);
const kept = (of = "plans"): readonly string[] => readdirSync(folder(of)).sort();
const ask = (build: string | null, on = asOf) => openAsk(workspace, { asOf: on, build });

it("keeps the answer on a ready plan for one build, day and way to ask, and gives it again as it was", async () => {
  const question = { id: "resist-start-up" };
  const plain = await (await openBundled(asOf)).plan(question);
  const hurried = await ask("one").plan({ ...question, seconds: 0.001 });
  expect(hurried).toMatchObject({ timeUp: 0.001, clout: null });
  expect(() => kept()).toThrow("ENOENT");
  expect(await ask("one").plan(question)).toEqual(plain);
  const [first] = kept();
  const written = statSync(join(folder(), first!)).mtimeMs;
  // Solved anew, it would have been written again; whoever gives little time has what is kept
  expect(await ask("one").plan({ ...question, seconds: 0.001 })).toEqual(plain);
  expect([kept(), statSync(join(folder(), first!)).mtimeMs]).toEqual([[first], written]);
  rmSync(folder(), { recursive: true });
});

it.runIf(isLong)("keeps one for each build, day and seed, and none of a file of one's own or without a build", async () => {
  await ask(null).plan({ id: "resist-start-up" });
  await ask("one").plan({ place: "mine.yaml", text: "name: Mine\nhome: NL\nyears: 8\nmoney: 0\n" });
  expect(() => kept()).toThrow("ENOENT");
  for (const [build, day, seed] of [
    ["one", asOf, 1],
    ["two", asOf, 1],
    ["one", "2026-11-24", 1],
    ["one", asOf, 2],
  ] as const)
    await ask(build, day).plan({ id: "resist-start-up", seed });
  expect(kept()).toHaveLength(4);
  rmSync(folder(), { recursive: true });
});

it.runIf(isLong)("explains and compares ready plans from the answers that are kept, and keeps dossiers", async () => {
  const shown = await ask("one").plan({ id: "resist-start-up" });
  await ask("one").plan({ id: "imecas-institute" });
  const before = kept();
  const times = (): readonly number[] => before.map((name) => statSync(join(folder(), name)).mtimeMs);
  const written = times();
  const { first, second } = await ask("one").planCompare({
    first: { id: "resist-start-up" },
    second: { id: "imecas-institute" },
  });
  expect(first).toMatchObject({ programmes: shown.programmes.length, cost: shown.cost, gap: shown.gap });
  expect(second.plan.id).toBe("imecas-institute");
  for (const { id, problem, alone } of shown.programmes) {
    const explained = await ask("one").planExplain({ id: "resist-start-up", programme: id });
    expect(explained).toMatchObject({ isIn: true, programme: { problem } });
    expect(explained.brings).toBeCloseTo(alone, 6);
  }
  const out = shown.out.find(({ adds }) => adds > 0) ?? shown.out[0]!;
  expect((await ask("one").planExplain({ id: "resist-start-up", programme: out.id })).isIn).toBe(false);
  // Nothing was solved: what is kept is as it was, and nothing is kept beside it.
  expect([kept(), times()]).toEqual([before, written]);

  const dossier = await ask("one").dossier({ home: "imec" });
  const [own] = kept("dossiers");
  const made = statSync(join(folder("dossiers"), own!)).mtimeMs;
  expect(await ask("one").dossier({ home: "imec" })).toEqual(dossier);
  expect([kept(), kept("dossiers"), statSync(join(folder("dossiers"), own!)).mtimeMs]).toEqual([before, [own], made]);
  expect(dossier.parts.find(({ part }) => part === "next")!.sentences.at(-1)!.text).toMatch(
    /Within \d+(\.\d+)?% of the best plan|^Nothing is taken up: /,
  );
  rmSync(folder(), { recursive: true });
});
