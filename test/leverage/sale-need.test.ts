import { describe, expect, it } from "vitest";
import { saleNeed } from "../../src/leverage/home-sales.ts";
import { compileModel } from "../../src/leverage/model.ts";
import { targetOf } from "../../src/leverage/target.ts";
import { actDefaults, defaults, product, requirement, share, supplyMap, technology } from "../measure/rows.ts";

/** `tool` is sold; its parts are made by AA, by others, by nobody who is known, or where they are needed. */
const model = compileModel(
  supplyMap({
    technology: [
      product("chip"),
      ...["tool", "other", "part", "foreign", "unknown", "open", "screw", "ore", "sand", "clay", "wire"].map((id) => technology(id)),
      technology("step", { kind: "process" }),
    ],
    requirement: [
      requirement("chip", "tool", "blocking"),
      requirement("chip", "other", "blocking"),
      ...["part", "foreign", "unknown", "open", "screw", "step"].map((id) => requirement("tool", id, "blocking")),
      requirement("other", "screw", "degrading"),
      requirement("part", "screw", "marginal"),
      requirement("part", "ore", "blocking"),
      requirement("foreign", "sand", "blocking"),
      requirement("unknown", "clay", "blocking"),
      requirement("open", "wire", "blocking"),
    ],
    share: [
      share("tool", "AA", [0.4, 0.6]),
      share("other", "AA", 0.9),
      share("part", "AA", 0.8),
      share("foreign", "BB", 1),
      share("open", "BB", 0.3),
    ],
    default_parameter: [...defaults({ spare: [0, 0], fungibility: [0, 0], substitution: [1, 1], degradation: [0.1, 0.3] }), ...actDefaults],
  }),
);

const need = (id: string): readonly number[] =>
  saleNeed(model, model.map.indexOf.get("tool")!, targetOf(model, "AA")).map((byTechnology) => byTechnology[model.map.indexOf.get(id)!]!);
const toBe = (id: string, ends: readonly number[]): void => {
  for (const end of [0, 1, 2]) expect(need(id)[end]).toBeCloseTo(ends[end]!, 9);
};

describe("what makers of a technology need of what it rests on", () => {
  it("is of its own inputs as much as they make of it, in its interval", () => {
    toBe("part", [0.4, 0.5, 0.6]);
    toBe("step", [0.4, 0.5, 0.6]);
  });

  it("is further down what they make of the user: all of a figure, nothing of others', and what is needed where no one is known", () => {
    toBe("ore", [0.8, 0.8, 0.8]);
    toBe("sand", [0, 0, 0]);
    toBe("clay", [0.4, 0.5, 0.6]);
  });

  it("is at most what is needed of a user of which the row leaves room and does not name them", () => {
    toBe("wire", [0, 0, 0.6]);
  });

  it("is of an input with several users that of the one of which they make most, and nothing of users beside the way", () => {
    toBe("screw", [0.8, 0.8, 0.8]);
    toBe("other", [0, 0, 0]);
    toBe("chip", [0, 0, 0]);
  });
});
