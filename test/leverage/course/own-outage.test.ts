import { describe, expect, it } from "vitest";
import { createCourse } from "../../../src/leverage/course/course.ts";
import { targetParty, worldParty } from "../../../src/leverage/course/parties.ts";
import { courseSteps } from "../../../src/leverage/course/steps.ts";
import { createInputSpace } from "../../../src/leverage/draw/input-space.ts";
import { compileModel } from "../../../src/leverage/model.ts";
import { buildSupplyMap } from "../../../src/measure/supply/supply-map.ts";
import { day, defaults, place, product, requirement, rigid, share, supplyRows, technology } from "../../measure/rows.ts";

/** Two economies make a service and chips from it: HH half of both, FF the other half. No stock, no spare, nobody can be turned to. */
const model = compileModel(
  buildSupplyMap(
    supplyRows({
      technology: [technology("foundry", { supply_mode: "service" }), product("logic")],
      requirement: [requirement("logic", "foundry", "blocking")],
      share: [share("foundry", "HH", 0.5), share("foundry", "FF", 0.5)],
      product_place: [place("logic", "HH", "make", 0.5), place("logic", "FF", "make", 0.5)],
      default_parameter: [...rigid, ...defaults({ stock: [0, 0], renewal: [0, 0], "recovery-chance": [0, 0] })],
    }),
    { asOf: day },
  ),
);
const t = model.map.indexOf.get("foundry")!;
const at = model.economyIndex.get("HH")!;
const slot = [model.shareStart[t]!, model.shareStart[t]! + 1].find((each) => model.shareEconomy[each] === at)!;

function courseOf(targets: ReturnType<typeof targetParty>[], lost: number) {
  const parties = ["HH", "FF"];
  const part = { slot, sender: -1, low: lost, high: lost, key: 0 };
  const stop = {
    technology: t,
    targets: targets.map((_, k) => k),
    parts: [part],
    class: null,
    start: 0,
    notice: 0,
    easing: [],
    service: false,
    repair: null,
  };
  const course = createCourse({ model, targets, senders: [], stops: [stop], steps: courseSteps(), parties, backfill: true });
  course.run(createInputSpace(model, { technologies: course.network.nodes, parties }).middle);
  const S = course.question.steps.middle.length;
  return targets.map((_, k) => course.lost[k * S + S - 1]!);
}

describe("an outage", () => {
  it("takes the holder's own output as well", () => {
    expect(courseOf([targetParty(model, "HH")], 0.4)[0]).toBeCloseTo(0.4);
  });

  it("leaves those alone that have their own", () => {
    expect(courseOf([targetParty(model, "FF")], 0.4)[0]).toBeCloseTo(0);
  });

  it("counts once where the holder is a target beside the rest of the world", () => {
    const [home, rest] = courseOf([targetParty(model, "HH"), worldParty(model, ["HH"])], 0.4);
    expect([home, rest].map((each) => Number(each!.toFixed(9)))).toEqual([0.4, 0]);
    const one = courseOf([worldParty(model, [])], 0.4)[0]!;
    expect(one).toBeCloseTo(0.2);
  });
});
