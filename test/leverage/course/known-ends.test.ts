import { expect, it } from "vitest";
import { compileFlows } from "../../../src/leverage/course/flows.ts";
import { createKnownEnds } from "../../../src/leverage/course/known-ends.ts";
import { networkOf } from "../../../src/leverage/course/network.ts";
import { targetParty } from "../../../src/leverage/course/parties.ts";
import { courseSteps } from "../../../src/leverage/course/steps.ts";
import type { Stop } from "../../../src/leverage/course/stop.ts";
import { uniform } from "../../../src/leverage/draw/random.ts";
import { givenRepair } from "../../../src/leverage/repair.ts";
import { oneInput } from "./by-hand.ts";

const model = oneInput("service");
const technology = model.map.indexOf.get("input")!;
const outage: Stop = {
  technology,
  targets: [0],
  parts: [],
  class: null,
  start: 0,
  notice: 0,
  easing: [],
  service: false,
  repair: { months: givenRepair([1, 50]), key: 7 },
};
const steps = courseSteps();
const targets = [targetParty(model, "HH")];
const network = networkOf(model, [technology]);
const endsOf = () => createKnownEnds(1, compileFlows(model, network, targets, [], [outage]), [outage], steps);

it("of one draw tell nothing of another's, so that a short repair after a long one is as by itself", () => {
  const inOrder = Array.from({ length: 50 }, (_, draw) => draw).sort((a, b) => uniform(1, b, 7) - uniform(1, a, 7));
  const used = endsOf();
  for (const draw of inOrder) {
    const fresh = endsOf();
    used.read({ seed: 1, draw });
    fresh.read({ seed: 1, draw });
    expect(used.left).toEqual(fresh.left);
    expect(used.length).toEqual(fresh.length);
  }
  // Months until the shortest of these repairs are over, and nothing is known of what lacks after it
  const [months] = [1 + 49 * uniform(1, inOrder.at(-1)!, 7)];
  const after = steps.from.findIndex((from) => from >= months);
  expect([used.left[after], used.length[after]]).toEqual([Number.POSITIVE_INFINITY, Number.NaN]);
  expect(used.length[0]).toBeCloseTo(months, 12);
});
