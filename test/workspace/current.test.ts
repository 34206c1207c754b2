import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unloadSource } from "../../src/workspace/current.ts";
import { loadSource } from "../../src/workspace/load.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { isLong } from "../tiers.ts";
import { emptyWorkspace } from "./empty.ts";
import { fakeRow, fakeSource, writeFake } from "./fake-source.ts";
import { temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();
const sources = { whole: fakeSource("whole-source", "whole"), parts: fakeSource("parts-source", "parts") };

interface Known {
  readonly id: string;
  readonly scope: "whole" | "parts";
  readonly name: string;
  readonly edition: string | null;
  readonly content: number;
}

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      scope: fc.constantFrom("whole" as const, "parts" as const),
      name: fc.constantFrom("a.txt", "b.txt"),
      edition: fc.constantFrom(null, "2025", "2026", "2026-03"),
      content: fc.integer({ min: 0, max: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ unload: fc.nat(5) }) },
);

/** The rule in plain words, over the loads in the order of loading. */
function currentOf(loads: readonly Known[]): string[] {
  const chosen = new Map<string, Known>();
  for (const load of loads) {
    const key = load.scope === "whole" ? "whole" : load.name;
    const before = chosen.get(key);
    const older = load.scope === "whole" && before !== undefined && (load.edition ?? "") < (before.edition ?? "");
    if (!older) chosen.set(key, load);
  }
  return loads.filter((load) => [...chosen.values()].includes(load)).map((load) => load.id);
}

test("whatever is loaded and unloaded, the right loads are current", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      run += 1;
      const dir = join(folder, String(run));
      await emptyWorkspace(dir);
      await mkdir(join(dir, "files"));
      const workspace = await openWorkspace(dir, { mode: "write" });
      let model: Known[] = [];
      for (const next of steps) {
        if ("unload" in next) {
          const gone = model[next.unload % Math.max(1, model.length)];
          if (gone === undefined) continue;
          await unloadSource(workspace, gone.id);
          model = model.filter((load) => load !== gone);
        } else {
          const path = await writeFake(join(dir, "files", next.name), next.edition, [fakeRow("alias", next.content)]);
          const { loads } = await loadSource(workspace, sources[next.scope], [path]);
          const same = model.find(({ id, ...rest }) => JSON.stringify(rest) === JSON.stringify(next));
          expect(loads[0]?.already).toBe(same !== undefined);
          if (same === undefined) model.push({ id: loads[0]?.id as string, ...next });
        }
        const status = await workspace.status();
        expect(status.map((load) => load.id)).toEqual(model.map((load) => load.id));
        const current = currentOf(model);
        expect(status.filter((load) => load.current).map((load) => load.id)).toEqual(current);
        expect((await workspace.rows("alias")).map((row) => row.load_id)).toEqual([...current].sort());
      }
      workspace.close();
    }),
    { numRuns: isLong ? 25 : 8, seed: 7 },
  );
});
