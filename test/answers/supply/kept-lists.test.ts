import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modelVersion, readModel } from "../../../src/answers/shared/read-model.ts";
import { rankChokepoints } from "../../../src/answers/supply/ranking.ts";
import { type KeptAnswers, keptAnswers } from "../../../src/workspace/kept-answers.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { isLong, some } from "../../tiers.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { bundledCopy } from "../bundled-workspace.ts";
import { openAsk } from "../open-ask.ts";

const asOf = "2026-11-25";
let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace(await bundledCopy(), { mode: "read" });
});
afterAll(() => workspace.close());

/** A store that counts what it gives and gets. */
function counted(kept: KeptAnswers) {
  const counts = { given: 0, got: 0 };
  const store: KeptAnswers = {
    read: async (question) => {
      const found = await kept.read(question);
      if (found !== null) counts.given++;
      return found;
    },
    write: (question, answer) => {
      counts.got++;
      return kept.write(question, answer);
    },
  };
  return { store, counts };
}

describe("kept lists of a ranking", () => {
  const asked = [
    ["CN", 12],
    ["EU", 60],
    [undefined, 12],
  ] as const;
  it.each(some<(typeof asked)[number]>(asked, []))("are those that are computed: %s over %i months", async (home, months) => {
    const read = await readModel(workspace, { asOf });
    const { store, counts } = counted(keptAnswers(join(temporaryFolder(), "ranks"), read.version));
    const computed = await rankChokepoints(read, home, months);
    const { ranked, uses } = computed;
    expect(ranked.length).toBeGreaterThan(20);
    expect(await rankChokepoints(read, home, months, store)).toMatchObject({ ranked, uses });
    const again = await rankChokepoints(await readModel(workspace, { asOf }), home, months, store);
    expect(counts).toEqual({ given: 1, got: 1 });
    expect({ ranked: again.ranked, uses: again.uses }).toEqual({ ranked, uses });
    expect(again.months).toBe(months);
  });

  it("are of one day, home, number of months and data set", async () => {
    const read = await readModel(workspace, { asOf });
    const { store, counts } = counted(keptAnswers(join(temporaryFolder(), "ranks"), read.version));
    const given = async (...asked: Parameters<typeof rankChokepoints>): Promise<number> => {
      await rankChokepoints(asked[0], asked[1], asked[2], store);
      return counts.given;
    };
    expect(await given(read, "MY")).toBe(0);
    expect(await given(await readModel(workspace, { asOf: "2026-11-24" }), "MY")).toBe(0);
    if (isLong) {
      expect(await given(read, "VN")).toBe(0);
      expect(await given(read, "MY", 36)).toBe(0);
      expect(await given(await readModel(workspace, { asOf, dataset: "atlas" }), "MY")).toBe(0);
    }
    expect(await given(read, "my")).toBe(1);
  });
});

describe("rankings of an open workspace", () => {
  const folder = (): string => join(workspace.dir, "ranks");
  const ask = (build: string | null) => openAsk(workspace, { asOf, build }).chokepoints({ home: "MY", top: 3 });

  it.runIf(isLong)("are kept for one build, and not at all without one", async () => {
    const plain = await ask(null);
    expect(() => readdirSync(folder())).toThrow("ENOENT");
    expect(await ask("one")).toEqual(plain);
    const [first] = readdirSync(folder());
    expect(await ask("one")).toEqual(plain);
    expect(readdirSync(folder())).toEqual([first]);
    expect(await ask("two")).toEqual(plain);
    const second = readdirSync(folder()).filter((name) => name !== first);
    expect(second).toHaveLength(1);
    writeFileSync(join(folder(), second[0]!), "spoilt");
    expect(await ask("two")).toEqual(plain);
    rmSync(folder(), { recursive: true });
  });

  it("are of the data that is loaded", async () => {
    const { version } = await readModel(workspace, { asOf });
    const loads = await workspace.status();
    expect(version).toHaveLength(loads.length);
    const [first, ...others] = loads;
    for (const other of [
      others,
      [{ ...first!, id: "0" }, ...others],
      [{ ...first!, loaded_at: "" }, ...others],
      [{ ...first!, current: false }, ...others],
    ])
      expect(modelVersion(other)).not.toEqual(version);
    const rules = { ...first!, id: "rules", tables: { control_rule: 1 } };
    const list = { ...first!, id: "list", tables: { party_entry: 1, party_name: 2 } };
    expect(modelVersion([...loads, rules])).not.toEqual(version);
    expect(modelVersion([...loads, list])).toEqual(version);
  });
});
