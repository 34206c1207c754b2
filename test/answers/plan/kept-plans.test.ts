import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openAsk } from "../../../src/answers/ask/open-ask.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { bundledWorkspace } from "../bundled-workspace.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace(await bundledWorkspace(), { mode: "read" });
});
afterAll(() => workspace.close());

const folder = (): string => join(workspace.dir, "plans");
const kept = (): readonly string[] => readdirSync(folder()).sort();
const ask = (build: string | null, asOf = "2026-11-25") => openAsk(workspace, { asOf, build });

it("keeps the answer on a ready plan for one build, day and way to ask, and gives it again as it was", async () => {
  const plain = await ask(null).plan({ id: "resist-start-up" });
  expect(() => kept()).toThrow("ENOENT");
  expect(await ask("one").plan({ id: "resist-start-up" })).toEqual(plain);
  const [first] = kept();
  const written = statSync(join(folder(), first!)).mtimeMs;
  expect(await ask("one").plan({ id: "resist-start-up" })).toEqual(plain);
  // Solved anew, it would have been written again
  expect([kept(), statSync(join(folder(), first!)).mtimeMs]).toEqual([[first], written]);
  await ask("two").plan({ id: "resist-start-up" });
  await ask("one", "2026-11-24").plan({ id: "resist-start-up" });
  await ask("one").plan({ id: "resist-start-up", seed: 2 });
  expect(kept()).toHaveLength(4);
  rmSync(folder(), { recursive: true });
}, 600_000);

it("keeps none of a file of one's own, nor one for which time was up before it was near enough", async () => {
  await ask("one").plan({ place: "mine.yaml", text: "name: Mine\nhome: NL\nyears: 8\nmoney: 0\n" });
  const { stopped } = await ask("one").plan({ id: "cn-under-controls", seconds: 0.001 });
  expect(stopped).toBe(true);
  expect(() => kept()).toThrow("ENOENT");
}, 600_000);
