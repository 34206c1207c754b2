import { describe, expect, it } from "vitest";
import { processTimes } from "../../src/leverage/process-times.ts";
import { product, requirement, supplyMap, technology } from "../measure/rows.ts";

const row = (input: string, user: string, months: number) => ({ input, user, months, reason: "invented" });

describe("the time in process of a requirement", () => {
  const map = (...rows: ReturnType<typeof row>[]) =>
    supplyMap({
      technology: [technology("gas", { stage: "materials" }), product("chips"), technology("wafers")],
      requirement: [requirement("chips", "gas", "blocking"), requirement("chips", "wafers", "blocking")],
      process_time: rows,
    });

  it("is of the two technologies, else of one and a stage, the input's own first, else of the stages, else none", () => {
    const all = [row("gas", "chips", 4), row("gas", "products", 3), row("materials", "chips", 2), row("materials", "products", 1)];
    const found = all.map((_, i) => processTimes(map(...all.slice(i)))[0]);
    expect(found).toEqual([4, 3, 2, 1]);
    expect([...processTimes(map(...all))]).toEqual([4, 0]);
    expect([...processTimes(map())]).toEqual([0, 0]);
  });
});
