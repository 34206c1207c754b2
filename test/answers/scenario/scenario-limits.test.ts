import { describe, expect, it } from "vitest";
import { sameShortfallLimits as sameShortfallLimitsSaid } from "../../../src/answers/scenario/scenario-limits.ts";
import type { TargetResult } from "../../../src/answers/scenario/simulate-report.ts";
import { english } from "../../words/english.ts";

const sameShortfallLimits = english(sameShortfallLimitsSaid);

const short = (...parts: readonly number[]) => parts.map((part) => ({ stockFirst: part, rationed: part, drawn: [0, part, part] as const }));
const technology = (name: string, ...parts: readonly number[]) => ({
  ...({ mode: "service", felt: [], refilled: [], usedUp: null, price: null } as const),
  technology: name.toLowerCase(),
  name,
  shortfall: short(...parts),
});
const target = (name: string, technologies: TargetResult["technologies"]) => ({ name, technologies });

describe("targets that lack the same", () => {
  it("are named once with all that is short for them alike", () => {
    const both = [technology("Foundry", 0.6, 0.2), technology("DRAM", 0.1, 0)];
    const told = sameShortfallLimits([target("AA", both), target("BB", both), target("CC", [technology("Foundry", 0.6, 0.3)])]);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^AA and BB are short of the same part of foundry and DRAM\. /);
  });

  it("are not told where nothing is short, or each lacks another part", () => {
    const none = [technology("Foundry", 0, 0)];
    expect(sameShortfallLimits([target("AA", none), target("BB", none)])).toEqual([]);
    expect(sameShortfallLimits([target("AA", [technology("Gas", 0.1)]), target("BB", [technology("Gas", 0.2)])])).toEqual([]);
  });
});
