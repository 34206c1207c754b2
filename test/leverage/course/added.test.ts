import { expect, it } from "vitest";
import { createCourse } from "../../../src/leverage/course/course.ts";
import { defaults, parameter, place, product, requirement, rigid, share, technology } from "../../measure/rows.ts";
import { ask, close, lostAt, modelOf, oneInput, still } from "./by-hand.ts";

/** What HH loses in months 0, 12 and 60 when FF withholds all of these, and it makes a part of some anew from a month on. */
function lost(
  model: ReturnType<typeof oneInput>,
  withhold: readonly string[],
  added: readonly (readonly [serves: string, part: number, from: number, makes?: string])[],
) {
  const { course: plain, inputs } = ask(model, { targets: ["HH"], senders: ["FF"], withhold });
  const at = (id: string): number => model.map.indexOf.get(id)!;
  const course = createCourse({
    ...plain.question,
    added: added.map(([serves, part, from, makes = serves]) => ({
      serves: at(serves),
      makes: at(makes),
      part: plain.question.steps.from.map((month) => (month >= from ? part : 0)),
    })),
  });
  course.run(inputs);
  return [0.5, 12.5, 60.5].map((month) => lostAt(course, month));
}

it("is there in place of what is withheld, from its month on", () => {
  const model = oneInput("consumable");
  expect(lost(model, ["input"], [])).toEqual(close([1, 1, 1]));
  expect(lost(model, ["input"], [["input", 0.4, 12]])).toEqual(close([1, 0.6, 0.6]));
});

it("adds up, and never makes more than all", () => {
  const model = oneInput("consumable");
  expect(
    lost(
      model,
      ["input"],
      [
        ["input", 0.4, 0],
        ["input", 0.9, 12],
      ],
    ),
  ).toEqual(close([0.6, 0, 0]));
});

it("lets stock last longer", () => {
  const model = oneInput("consumable", [parameter("input", "stock", 10)]);
  expect(lost(model, ["input"], [])).toEqual(close([0, 1, 1]));
  expect(lost(model, ["input"], [["input", 0.5, 0]])).toEqual(close([0, 0, 0.5]));
});

it("replaces what wears out, but brings back nothing that was lost before", () => {
  const model = oneInput("capital", [parameter("input", "service-life", 5)]);
  const [, , all] = lost(model, ["input"], []);
  const [, , half] = lost(model, ["input"], [["input", 0.5, 0]]);
  const [, year, late] = lost(model, ["input"], [["input", 1, 12]]);
  expect(half).toBeCloseTo(all! / 2, 6);
  expect(late).toBeCloseTo(year!, 2);
});

it("makes what its own inputs allow, of whatever takes its place", () => {
  const model = modelOf({
    technology: [technology("gas"), technology("new-gas"), technology("part"), product("chips")],
    requirement: [
      requirement("chips", "gas", "blocking"),
      requirement("gas", "part", "blocking"),
      requirement("new-gas", "part", "degrading", { delta_low: 0.5, delta_high: 0.5 }),
    ],
    share: ["gas", "new-gas", "part"].map((id) => share(id, "FF", 1)),
    product_place: [place("chips", "HH", "make", 1), place("chips", "HH", "use", 1)],
    default_parameter: [...rigid, ...defaults(still)],
  });
  expect(lost(model, ["gas"], [["gas", 0.8, 0]])).toEqual(close([0.2, 0.2, 0.2]));
  expect(lost(model, ["gas", "part"], [["gas", 0.8, 0]])).toEqual(close([1, 1, 1]));
  expect(
    lost(
      model,
      ["gas", "part"],
      [
        ["gas", 0.8, 0],
        ["part", 0.5, 0],
      ],
    ),
  ).toEqual(close([0.6, 0.6, 0.6]));
  expect(lost(model, ["gas", "part"], [["gas", 0.8, 0, "new-gas"]])).toEqual(close([0.6, 0.6, 0.6]));
});
