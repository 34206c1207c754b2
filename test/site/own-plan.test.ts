import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlanText, readyPlan } from "../../src/answers/plan/plan-file.ts";
import { isChanged, ownPlan, planText } from "../../src/site/own-plan.ts";

const fields = ["material", "tool", "process", "design", "product"];
const told = (query: Record<string, string>) => ownPlan({ from: "kr-memory", ...query }, fields);
const read = (query: Record<string, string>) => readPlanText("the address", planText(told(query), "Korea"));

describe("a plan of an address", () => {
  it("changes nothing where the address says nothing", () => {
    expect(isChanged(told({}))).toBe(false);
    const { name: _, based_on, ...same } = read({});
    const { name: __, about: ___, ...ready } = readyPlan("kr-memory");
    expect(based_on).toBe("kr-memory");
    expect(same).toEqual(ready);
  });

  it("changes what it says and keeps all else, kinds of researchers and weights too", () => {
    const before = readyPlan("kr-memory");
    const own = read({ money: "1,500", tool: "120", clout: "1", years: "10", against: "CN", generation: "next" });
    expect(isChanged(told({ tool: "120" }))).toBe(true);
    expect(own).toMatchObject({ money: 1500, years: 10, against: "CN", generation: "next", home: before.home });
    expect(own.objective).toEqual({ ...before.objective, clout: 1 });
    expect(own.researchers).toEqual({ ...before.researchers, tool: 120 });
    expect(read({ money: "100; 200 300" }).money).toEqual([100, 200, 300]);
  });

  it("names what is no amount", () => {
    expect(() => read({ money: "much" })).toThrow(/money: is neither one amount nor a list of amounts/);
    expect(() => read({ money: "-5" })).toThrow(/money/);
    expect(() => read({ years: "1000" })).toThrow(/years/);
  });

  it("takes any text without saying what it does not say", () => {
    const word = fc.string({ unit: "grapheme", maxLength: 40 });
    fc.assert(
      fc.property(word, word, word, (money, tool, against) => {
        let own: ReturnType<typeof readPlanText>;
        try {
          own = read({ money, tool, against });
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: "LM_PLAN_INVALID" });
          return;
        }
        expect(own.home).toBe(readyPlan("kr-memory").home);
        if (against !== "") expect(own.against).toBe(against);
      }),
    );
  });
});
