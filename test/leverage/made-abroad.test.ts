import { describe, expect, it } from "vitest";
import { atEnds, corners } from "../../src/leverage/ends.ts";
import { reachAgainst } from "../../src/leverage/reach.ts";
import { targetOf } from "../../src/leverage/target.ts";
import { createWithholding } from "../../src/leverage/withholding.ts";
import { organisation, parameter, place, plant, product, requirement, rule, share, technology } from "../measure/rows.ts";
import { ask, lostAt, modelOf } from "./course/by-hand.ts";

/** Makers seated in FF sell all resin; one of them also has a plant in TT. HH makes all chips, and nothing is idle, in stock or built anew. */
const rows = {
  technology: [technology("resin"), product("chips")],
  requirement: [requirement("chips", "resin", "blocking")],
  share: [share("resin", "FF", 1)],
  organisation: [organisation("maker", "FF"), organisation("other", "GG")],
  product_place: [place("chips", "HH", "make", 1), place("chips", "HH", "use", 1)],
  parameter: [parameter("resin", "fungibility", 0)],
};
const abroad = [plant("abroad", "maker", "TT", "resin")];
type Rows = Parameters<typeof modelOf>[0];
/** Middle loss of running output in month 12, and what could be lost at last at the ends. */
const lost = (more: Partial<Rows> = {}, senders: readonly string[] = ["FF"]) => {
  const model = modelOf({ ...rows, ...more });
  const act = { target: targetOf(model, "HH"), senders, reach: reachAgainst(model, "HH") };
  const withholding = createWithholding(model);
  const t = model.map.indexOf.get("resin")!;
  return {
    first: lostAt(ask(model, { targets: ["HH"], senders, withhold: [{ id: "resin", policy: undefined }] }).course, 12),
    last: atEnds((end) => withholding.loss(act, t, corners[end]).total!),
  };
};

describe("what makers counted by their seat make elsewhere", () => {
  it("is out of reach of the seat: how much is not known, and all of it may be made there or nothing", () => {
    expect(lost()).toEqual({ first: 1, last: [1, 1, 1] });
    const { first, last } = lost({ plant: abroad });
    expect([first, ...last]).toEqual([0.5, 0, 0.5, 1].map((value) => expect.closeTo(value, 9)));
  });

  it("is no more than what the makers with plants elsewhere sell, where that is known", () => {
    const firm = share("resin", "maker", 0.4, { holder_kind: "organisation", basis: "sales" });
    const { first, last } = lost({ plant: abroad, share: [...rows.share, firm] });
    expect([first, ...last]).toEqual([0.8, 0.6, 0.8, 1].map((value) => expect.closeTo(value, 9)));
  });

  it("is stopped by the maker itself, wherever it makes it", () => {
    const firm = share("resin", "maker", 1, { holder_kind: "organisation", basis: "sales" });
    expect(lost({ plant: abroad, share: [...rows.share, firm] }, ["maker"]).first).toBeCloseTo(1, 9);
  });

  it("is none where shares go by place, of tools, of plants that do not run yet, or of makers seated elsewhere", () => {
    const byPlace = [share("resin", "FF", 1, { basis: "production" })];
    expect(lost({ plant: abroad, share: byPlace }).first).toBe(1);
    expect(lost({ plant: abroad.map((each) => ({ ...each, status: "building" })) }).first).toBe(1);
    expect(lost({ plant: [plant("theirs", "other", "TT", "resin")] }).first).toBe(1);
    const tool = [technology("resin", { supply_mode: "capital" }), product("chips")];
    expect(lost({ technology: tool, plant: abroad }).last).toEqual(lost({ technology: tool }).last);
  });

  it("is reached by a rule of the seat on what its makers make elsewhere", () => {
    expect(lost({ plant: abroad, reach: [rule("resin", "FF", "*", { made_in: "*" })] }).last[0]).toBeCloseTo(1, 9);
  });
});
