import { kept } from "../../base/collections.ts";
import { type Course, createCourse } from "../../leverage/course/course.ts";
import { targetParty } from "../../leverage/course/parties.ts";
import type { AddedMaking } from "../../leverage/course/question.ts";
import { type Steps, stepsEndingAt } from "../../leverage/course/steps.ts";
import type { Stop } from "../../leverage/course/stop.ts";
import type { Inputs } from "../../leverage/draw/inputs.ts";
import { createParts, overlap } from "../../leverage/game/banned-stops.ts";
import type { SupplyModel } from "../../leverage/model.ts";
import { reachAgainst } from "../../leverage/reach.ts";
import type { Traded } from "../../leverage/target.ts";
import type { WithheldNode } from "../joint/joint-problem.ts";
import type { DrawnAct } from "./draw-worlds.ts";
import { lagsToProducts } from "./product-lags.ts";

/** An economy whose final products the course of `leverage` follows, at one setting of all inputs. */
export interface CoursedHome {
  readonly model: SupplyModel;
  /** Code of the economy or group that things are withheld from. */
  readonly code: string;
  readonly imports: Traded;
  readonly inputs: Inputs;
}

/** What a coalition withholds together. */
export interface CoursedAct {
  readonly coalition: readonly string[];
  readonly technologies: readonly number[];
}

/** What is made anew of a technology, and whose use it serves: part of the home's need, by years from now. */
export interface CoursedSupply {
  readonly makes: number;
  readonly serves: number;
  readonly suppliedAt: (years: number) => number;
}

/** Drawn acts on a home, run through the course. Not shared between threads. */
export interface CourseWorlds {
  /** What is short at a moment, in years from now, as the final products of that moment feel it: nothing supplied anew. */
  lackingAt(acts: readonly DrawnAct[], moment: number, years: number): readonly WithheldNode[];
  /**
   * Sales lost over the horizon, present value in the unit of `sales` a year, by technology of a final product made at home.
   * O(steps · network).
   */
  lost(acts: readonly DrawnAct[], supplied: readonly CoursedSupply[], sales: ReadonlyMap<number, number>, horizon: Horizon): number;
}

export interface Horizon {
  readonly years: number;
  /** Discount rate a year, above 0. */
  readonly discount: number;
}

const monthsAYear = 12;
const monthsAStep = 6;
/** A shortfall that is smaller is none. */
const least = 1e-6;
/** Runs that are kept, each with what is short at one moment. */
const mostKept = 3000;

/** @param acts in the order in which they are drawn @param nameOf id of a technology's node */
export function createCourseWorlds(home: CoursedHome, acts: readonly CoursedAct[], nameOf: (t: number) => string): CourseWorlds {
  const { model, code, imports, inputs } = home;
  const senders = [...new Set(acts.flatMap(({ coalition }) => coalition))];
  const targets = [targetParty(model, code, imports)];
  const stopsOf = createStops(home, acts, senders);
  const run = (drawn: readonly DrawnAct[], years: number, supplied: readonly CoursedSupply[]): Course | null => {
    const stops = drawn.flatMap((each, act) => (each.begins < years && each.part > 0 ? stopsOf(act, each) : []));
    if (stops.length === 0) return null;
    const steps = halfYears(years);
    const added = supplied.map((each) => addedBy(each, steps));
    const course = createCourse({ model, targets, senders, stops, steps, parties: [code], backfill: true, added });
    course.run(inputs);
    return course;
  };
  const lackingKept = kept((key: string): readonly WithheldNode[] => {
    const { drawn, moment, years } = JSON.parse(key) as { drawn: readonly DrawnAct[]; moment: number; years: number };
    const course = run(drawn, years, []);
    return course === null ? [] : lackingIn(course, monthsAYear * moment, nameOf);
  }, mostKept);
  return {
    lackingAt: (drawn, moment, years) =>
      lackingKept(
        JSON.stringify({ drawn: drawn.map((each) => (each.begins < moment ? each : never)), moment, years: Math.min(years, upTo(moment)) }),
      ),
    lost(drawn, supplied, sales, { years, discount }) {
      const course = run(drawn, years, supplied);
      if (course === null) return 0;
      const { products, nodes } = course.network;
      const worth = course.question.steps.from.map((_, s) => presentValueOf(course.question.steps, s, discount));
      return products.reduce((sum, at, p) => {
        const usd = sales.get(nodes[at]!) ?? 0;
        return usd === 0 ? sum : sum + usd * worth.reduce((all, each, s) => all + each * course.madeLost[p * worth.length + s]!, 0);
      }, 0);
    },
  };
}

/** Years of whole steps within which a moment is: nothing that comes later changes what is short by then. */
const upTo = (moment: number): number => (Math.ceil((moment * monthsAYear) / monthsAStep) * monthsAStep) / monthsAYear;

const never: DrawnAct = { begins: Number.MAX_VALUE, part: 0 };

/** Steps of half a year, as exact as ones of a month to a part in 300: what begins within one counts from its middle on. */
const halfYears = kept((years: number): Steps => {
  const last = monthsAYear * years;
  return stepsEndingAt(Array.from({ length: Math.ceil(last / monthsAStep) }, (_, step) => Math.min(last, (step + 1) * monthsAStep)));
}, 1000);

/** What an act stops from its beginning on: of each supplier in its reach the part that is drawn, as contracts run out. */
function createStops({ model, code, imports }: CoursedHome, acts: readonly CoursedAct[], senders: readonly string[]) {
  const reach = reachAgainst(model, code);
  const parts = createParts(model, senders);
  const isApart = senders.map((sender) => !overlap(model, sender, code));
  const partsBy = kept((t: number) => parts(reach, t, imports));
  return (act: number, { begins, part }: DrawnAct): readonly Stop[] => {
    const { coalition, technologies } = acts[act]!;
    const own = new Set(coalition.map((member) => senders.indexOf(member)).filter((sender) => isApart[sender]));
    return technologies.map((technology) => ({
      technology,
      targets: [0],
      parts: partsBy(technology)
        .filter(({ sender }) => own.has(sender))
        .map((each) => ({ ...each, low: each.low * part, high: each.high * part })),
      class: "ban",
      start: monthsAYear * begins,
      notice: 0,
      easing: [],
      honoursContracts: true,
      service: false,
      repair: null,
    }));
  };
}

const addedBy = ({ makes, serves, suppliedAt }: CoursedSupply, { middle }: Steps): AddedMaking => ({
  makes,
  serves,
  part: middle.map((month) => suppliedAt(month / monthsAYear)),
});

/** What is short of each technology as long before a month as it takes to reach the final products. */
function lackingIn({ network, supply, question, shortfall, refilled, felt }: Course, month: number, nameOf: (t: number) => string) {
  const { from, width } = question.steps;
  const S = from.length;
  const lags = lagsToProducts(question.model, network);
  return Array.from(supply.nodes).flatMap((at, f): readonly WithheldNode[] => {
    const then = month - lags[at]!;
    const s = from.findIndex((begin, step) => begin <= then && then < begin + width[step]!);
    if (s < 0) return [];
    const slot = f * S + s;
    const isBase = question.model.map.technologies[network.nodes[at]!]!.mode === "capital";
    const short = shortfall[slot]! * (1 - refilled[slot]!) * felt[slot]!;
    return short > least ? [{ node: nameOf(network.nodes[at]!), shortfall: Math.min(1, short), felt: isBase ? 1 : felt[slot]! }] : [];
  });
}

/** Present value over a step of 1 a year. */
function presentValueOf({ from, width }: Steps, s: number, discount: number): number {
  const [begin, end] = [from[s]! / monthsAYear, (from[s]! + width[s]!) / monthsAYear];
  return (Math.exp(-discount * begin) - Math.exp(-discount * end)) / discount;
}
