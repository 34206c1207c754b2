import { expect } from "vitest";
import { type Course, createCourse } from "../../../src/leverage/course/course.ts";
import type { Metric, MetricKind } from "../../../src/leverage/course/metric.ts";
import { createOutcome } from "../../../src/leverage/course/outcome.ts";
import { type CourseTarget, targetParty } from "../../../src/leverage/course/parties.ts";
import { courseSteps, horizons } from "../../../src/leverage/course/steps.ts";
import type { Stop } from "../../../src/leverage/course/stop.ts";
import { ownParts } from "../../../src/leverage/course/stopped-parts.ts";
import { createInputSpace } from "../../../src/leverage/draw/input-space.ts";
import { compileModel, type SupplyModel } from "../../../src/leverage/model.ts";
import { placedEconomies } from "../../../src/leverage/product-places.ts";
import type { SupplyRows } from "../../../src/measure/supply/supply-map.ts";
import { buildSupplyMap } from "../../../src/measure/supply/supply-map.ts";
import { day, defaults, parameter, place, product, requirement, rigid, share, supplyRows, technology } from "../../measure/rows.ts";

/** Nothing is spare, nobody can be turned to and nothing comes back unless a row says so, so that values can be worked out by hand. */
export const still = { stock: [0, 0], renewal: [0, 0], "recovery-chance": [0, 0], "notice-purchases": [0, 0] } as const;

export function modelOf(rows: Partial<SupplyRows>): SupplyModel {
  const made = rows.default_parameter ?? [...rigid, ...defaults(still)];
  return compileModel(buildSupplyMap(supplyRows({ ...rows, default_parameter: made }), { asOf: day }));
}

export interface Asked {
  readonly targets: readonly (string | CourseTarget)[];
  readonly senders: readonly string[];
  readonly withhold: readonly (string | (Partial<Omit<Stop, "technology">> & { readonly id: string; readonly by?: readonly string[] }))[];
  readonly ends?: readonly number[];
}

export function ask(model: SupplyModel, { targets, senders, withhold, ends = [] }: Asked) {
  const stops = withhold.map((each): Stop => {
    const { id, by = senders, ...more } = typeof each === "string" ? { id: each } : each;
    const t = model.map.indexOf.get(id)!;
    const parts = ownParts(model, senders, t).filter(({ sender }) => by.includes(senders[sender]!));
    const plain = { class: "ban", start: 0, notice: 0, easing: [], service: false, repair: null } as const;
    return { technology: t, targets: targets.map((_, k) => k), parts, ...plain, ...more };
  });
  const victims = targets.map((target) => (typeof target === "string" ? targetParty(model, target) : target));
  const ofWorld = victims.some(({ ownsRest }) => ownsRest) ? placedEconomies(model) : [];
  const parties = [...new Set([...victims.map(({ code }) => code), ...senders, ...ofWorld])].filter((code) => code !== "world");
  const course = createCourse({ model, targets: victims, senders, stops, steps: courseSteps(ends), parties, backfill: true });
  const space = createInputSpace(model, { technologies: course.network.nodes, parties });
  course.run(space.middle);
  return { course, inputs: space.middle };
}

/** A step so short that its middle is its beginning, in months. */
export const instant = 1e-9;

/** The step that holds a month. */
export const stepAt = (course: Course, month: number): number =>
  [...course.question.steps.from].findIndex((from, s) => from <= month && month < from + course.question.steps.width[s]!);

/** Part of the running output of the only product that the target loses in a month. */
export const lostAt = (course: Course, month: number, k = 0): number => {
  const S = course.question.steps.middle.length;
  return course.lost[k * course.network.products.length * S + stepAt(course, month)]!;
};

/** One good of one foreign maker, and chips from it that a home makes. */
/** @param held part of the input that `FF` holds; the rest is of `GG` */
export const oneInput = (mode: string, more: readonly ReturnType<typeof parameter>[] = [], held = 1): SupplyModel =>
  modelOf({
    technology: [technology("input", { supply_mode: mode as "capital" }), product("chips")],
    requirement: [requirement("chips", "input", "blocking")],
    share: [share("input", "FF", held), ...(held < 1 ? [share("input", "GG", 1 - held)] : [])],
    product_place: [place("chips", "HH", "make", 1), place("chips", "HH", "use", 1)],
    parameter: more,
  });

export const close = (numbers: readonly number[]) => numbers.map((each): unknown => expect.closeTo(each, 9));

/** The numbers of an outcome at the horizons, by kind and of whom. */
export const numbersOf = (model: SupplyModel, asked: Asked) => {
  const { course, inputs } = ask(model, asked);
  const outcome = createOutcome(course, inputs);
  const into = new Float64Array(outcome.metrics.length);
  outcome.read(inputs, into);
  return (kind: MetricKind, { target = null, sender = null }: Partial<Pick<Metric, "target" | "sender">> = {}) =>
    horizons.map((_, h) => {
      const of = outcome.metrics.findIndex(
        (m) => m.kind === kind && m.horizon === h && m.product === null && m.target === target && m.sender === sender,
      );
      return into[of]!;
    });
};

/** AA makes most of an input and all tools, BB the rest of the input; HH and AA make chips of both. */
export const twoInputs: Partial<SupplyRows> = {
  technology: [technology("input"), technology("tools", { kind: "tool", supply_mode: "capital" }), product("chips")],
  requirement: [requirement("chips", "input", "blocking"), requirement("chips", "tools", "blocking")],
  share: [share("input", "AA", 0.6), share("input", "BB", 0.4), share("tools", "AA", 1)],
  product_place: [
    place("chips", "HH", "make", 0.5),
    place("chips", "HH", "use", 0.5),
    place("chips", "AA", "make", 0.3),
    place("chips", "AA", "use", 0.5),
  ],
  parameter: [parameter("input", "market-size", 10), parameter("chips", "market-size", 100), parameter("tools", "additions", 0.06)],
};
