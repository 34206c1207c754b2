import fc from "fast-check";
import { actPolicy } from "../../../src/leverage/acts/act-policy.ts";
import { type Course, createCourse } from "../../../src/leverage/course/course.ts";
import { type CourseTarget, targetParty, worldParty } from "../../../src/leverage/course/parties.ts";
import { courseSteps } from "../../../src/leverage/course/steps.ts";
import { offRow, type Stop } from "../../../src/leverage/course/stop.ts";
import { createInputSpace, type InputSpace } from "../../../src/leverage/draw/input-space.ts";
import { compileModel, type SupplyModel } from "../../../src/leverage/model.ts";
import { placedEconomies } from "../../../src/leverage/product-places.ts";
import { givenRepair } from "../../../src/leverage/repair.ts";
import { buildSupplyMap, type SupplyRows } from "../../../src/measure/supply/supply-map.ts";
import { day, organisation, parameter, rigid, technology } from "../../measure/rows.ts";
import { middleOf } from "../draws.ts";
import { type Draw, edgeKey, type World } from "../oracle.ts";
import { economies, group, rowsOf, runs, worlds } from "../worlds.ts";
import type { Measure, Party, Story, Timing, Victim } from "./story.ts";

/** Random acts and outages on random small worlds, once as a story for the oracle, once as a course. */

/** Cases of a property of courses: a long run has 100,000 at most, since each case is a whole course. */
export const courseRuns = (usual: number): { numRuns: number } => ({ numRuns: Math.min(100_000, runs(usual).numRuns) });

/** Everything about an act but the map; parts of supply by technology are given by place, so that they fit any world. */
export interface Plan {
  readonly world: World;
  readonly timing: readonly Timing[];
  readonly targets: readonly string[];
  readonly senders: readonly string[];
  readonly measures: readonly PlannedMeasure[];
  readonly backfill: boolean;
  /** Months in process by edge of the world, over and over. */
  readonly lags?: readonly number[];
  /** Target, technology, parts by origin. */
  readonly imports: readonly { readonly target: number; readonly technology: number; readonly parts: ReadonlyMap<string, number> }[];
}

export interface PlannedMeasure {
  readonly technology: number;
  readonly targets: readonly number[];
  /** What a sender reaches of others' supply; its own stops wholly. */
  readonly reach: readonly { readonly sender: number; readonly economy: string; readonly part: number }[];
  readonly kind: "leaky" | "ban" | "outage";
  readonly start: number;
  readonly notice: number;
  readonly easing: readonly { readonly month: number; readonly left: number }[];
  readonly endAnnounced: boolean;
  readonly service: boolean;
  readonly repair: number | null;
}

const oneOf = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const timings: fc.Arbitrary<Timing> = fc.record({
  mode: oneOf<Timing["mode"]>("consumable", "capital", "service"),
  stock: oneOf(0, 0.5, 2, 7),
  bought: oneOf(0, 0.5, 1),
  qualification: oneOf(0, 1.5, 12),
  lead: oneOf(0, 6, 48),
  ceiling: oneOf(0.3, 1),
  chance: oneOf(0, 0.5, 1),
  life: oneOf(0, 2, 10),
  factor: oneOf(1, 4),
  additions: oneOf(0.05, 0.2),
  renewal: oneOf(0, 6, 12, 30),
  thrift: oneOf(0, 0, 0.2, 0.6),
  thriftTime: oneOf(0, 6, 18),
  rationing: oneOf(0, 0, 0.5, 1),
  expected: oneOf(4, 12),
});

/** Who is hit by whom: no economy is on both sides unless a group is. */
const sides: fc.Arbitrary<readonly [readonly string[], readonly string[]]> = oneOf(
  [["AA"], ["DD"]],
  [["AA"], ["CC", "DD"]],
  [["AA"], []],
  [["AA", "BB"], ["DD"]],
  [["AA", "CC"], ["DD"]],
  [["GG"], ["CC", "DD"]],
  [["GG", "CC"], ["DD"]],
  [["AA", "firm"], ["DD"]],
  [["firm"], ["CC", "DD"]],
  [["world"], ["DD"]],
  [["AA", "world"], ["DD"]],
  [["CC"], ["GG", "DD"]],
  [["CC"], ["GG", "AA"]],
  [["AA", "CC"], ["GG"]],
  [["world"], ["GG", "AA"]],
);

const measureOf = (targets: number, senders: number): fc.Arbitrary<PlannedMeasure> =>
  fc.record({
    technology: fc.nat(5),
    targets: fc.subarray([...Array(targets).keys()], { minLength: 1 }),
    reach: fc.array(
      fc.record({
        sender: senders > 0 ? fc.nat(senders - 1) : fc.constant(-1),
        economy: oneOf(...economies, "rest"),
        part: fc.integer({ min: 1, max: 10 }).map((n) => n / 10),
      }),
      { maxLength: 2 },
    ),
    kind: oneOf<PlannedMeasure["kind"]>("leaky", "ban", "outage"),
    start: oneOf(0, 0, 0, 5, 14),
    notice: oneOf(0, 0, 3),
    easing: oneOf<PlannedMeasure["easing"]>(
      [],
      [],
      [{ month: 20, left: 0.5 }],
      [
        { month: 10, left: 0.3 },
        { month: 30, left: 0 },
      ],
    ),
    endAnnounced: fc.boolean(),
    service: fc.boolean(),
    repair: oneOf(null, 6, 24),
  });

const importsOf = (targets: number): fc.Arbitrary<Plan["imports"]> =>
  fc.array(
    fc.record({
      target: fc.nat(targets - 1),
      technology: fc.nat(5),
      parts: fc.uniqueArray(oneOf(...economies, "ZZ"), { maxLength: 4 }).map((list) => new Map(list.map((code) => [code, 0.24] as const))),
    }),
    { maxLength: 1 },
  );

export const plans: fc.Arbitrary<Plan> = fc
  .tuple(worlds, fc.array(timings, { minLength: 6, maxLength: 6 }), sides)
  .chain(([world, timing, [targets, senders]]) =>
    fc.record({
      world: fc.constant(world),
      timing: fc.constant(timing),
      targets: fc.constant(targets),
      senders: fc.constant(senders),
      measures: fc.array(measureOf(targets.length, senders.length), { minLength: 1, maxLength: 3 }),
      backfill: oneOf(true, true, true, false),
      lags: fc.array(oneOf(0, 0.25, 2.5, 18), { minLength: 1, maxLength: 3 }),
      imports: oneOf(false, false, true).chain((with_) => (with_ ? importsOf(targets.length) : fc.constant([]))),
    }),
  );

/** Part that a measure withholds: a ban that leaks stands for a licence policy, whose part is drawn. */
export const withheldBy = { leaky: 0.4, ban: 1 } as const;

const names = {
  stock: "stock",
  bought: "notice-purchases",
  qualification: "qualification",
  lead: "lead-time",
  ceiling: "recovery-ceiling",
  chance: "recovery-chance",
  life: "service-life",
  factor: "service-factor",
  additions: "additions",
  renewal: "renewal",
  thrift: "thrift",
  thriftTime: "thrift-time",
  expected: "expected-length",
} as const;

const membersOf = (code: string): readonly string[] => (code === group.id ? group.members : [code]);

/** The model of a plan: its world, how long everything takes, and a firm that owns no plants. */
export function modelOf({ world, timing, lags }: Pick<Plan, "world" | "timing" | "lags">, more: Partial<SupplyRows> = {}): SupplyModel {
  const rows = rowsOf(world);
  const timed = world.nodes.flatMap(({ id }, i) =>
    Object.entries(names).map(([key, name]) => parameter(id, name, timing[i]![key as keyof typeof names])),
  );
  const sold = world.nodes.filter(({ id }) => !world.value.has(id)).map(({ id }) => parameter(id, "market-size", 4));
  return compileModel(
    buildSupplyMap(
      {
        ...rows,
        technology: world.nodes.map(({ id, kind }, i) =>
          technology(id, { kind, stage: kind === "product" ? "products" : null, supply_mode: timing[i]!.mode }),
        ),
        parameter: [...rows.parameter, ...timed, ...sold],
        organisation: [organisation("firm", "BB")],
        default_parameter: rigid,
        process_time: [...lagsOf(world, lags)].map(([key, months]) => {
          const [user, input] = key.split("<");
          return { input: input!, user: user!, months, reason: "invented" };
        }),
        ...more,
      },
      { asOf: day },
    ),
  );
}

/** Months in process by edge. */
const lagsOf = ({ edges }: World, lags: readonly number[] = [0]): ReadonlyMap<string, number> =>
  new Map(edges.map(({ user, input }, i) => [edgeKey(user, input), lags[i % lags.length]!] as const));

/** Stands for what a target buys from a sender whom the row of shares does not name. */
const off = "off";

/** Measures that a plan makes: those of technologies with shares. */
function measuresOf({ world, measures, senders }: Plan): readonly Measure[] {
  return measures.flatMap((planned): readonly Measure[] => {
    const node = world.nodes[planned.technology];
    if (!node?.holders) return [];
    const own = senders.flatMap((code, sender) => [...membersOf(code), off].map((economy) => ({ sender, economy, part: 1 })));
    const isOutage = planned.kind === "outage";
    const reach = planned.reach.map((each) => (isOutage ? { ...each, sender: -1 } : each)).filter(({ sender }) => isOutage || sender >= 0);
    const { technology: _, reach: __, kind, ...rest } = planned;
    const all = isOutage ? reach : [...own, ...reach.filter(({ sender, economy }) => !membersOf(senders[sender]!).includes(economy))];
    const named = new Set(["rest", off, ...node.holders.map(({ economy }) => economy)]);
    return [
      {
        ...rest,
        technology: node.id,
        parts: all.filter(({ economy }) => named.has(economy)),
        withheld: kind === "outage" ? null : withheldBy[kind],
        repair: isOutage ? planned.repair : null,
      },
    ];
  });
}

function victimOf(plan: Plan, k: number): Victim {
  const code = plan.targets[k]!;
  const left = [...plan.senders, ...plan.targets.filter((other) => other !== code)].flatMap(membersOf);
  const imports = new Map(
    plan.imports
      .filter(({ target, technology: t }) => target === k && plan.world.nodes[t])
      .map(({ technology: t, parts }) => [plan.world.nodes[t]!.id, parts]),
  );
  const products = [...plan.world.make.keys()];
  const flat = (value: number) => new Map(products.map((id) => [id, value] as const));
  if (code === "firm") return { code, members: new Set(), rest: false, designer: true, make: flat(0), use: flat(0), imports, parts: [] };
  if (code !== "world") {
    const { make, use } = middleOf(plan.world, membersOf(code));
    return { code, members: new Set(membersOf(code)), rest: false, designer: false, make, use, imports, parts: [] };
  }
  const groups = plan.senders.includes(group.id) ? plan.senders.filter((each) => !group.members.includes(each as "AA")) : plan.senders;
  const apart = [...groups, ...plan.targets.filter((other) => other !== code)].map((each) => middleOf(plan.world, membersOf(each)));
  const leave = (of: (draw: Draw) => ReadonlyMap<string, number>) =>
    new Map(products.map((id) => [id, Math.max(0, 1 - apart.reduce((sum, draw) => sum + of(draw).get(id)!, 0))] as const));
  return {
    code,
    members: new Set(economies.filter((economy) => !left.includes(economy))),
    rest: true,
    designer: false,
    make: leave(({ make }) => make),
    use: leave(({ use }) => use),
    imports: new Map(),
    parts: placedIn(plan.world)
      .filter((economy) => !left.includes(economy))
      .map((economy) => ({ economy, ...middleOf(plan.world, [economy]) })),
  };
}

/** Economies that are known to make or use something. */
const placedIn = ({ make, use }: World): readonly string[] => [
  ...new Set([...make.values(), ...use.values()].flatMap((parts) => [...parts].flatMap(([code, { high }]) => (high > 0 ? [code] : [])))),
];

export const stepEnds = (measures: readonly { start: number; easing: readonly { month: number }[] }[]): readonly number[] =>
  [
    ...new Set([
      0,
      1,
      2,
      3,
      4,
      6,
      7,
      9,
      12,
      13,
      18,
      24,
      25,
      36,
      48,
      60,
      61,
      ...measures.flatMap(({ start, easing }) => [start, ...easing.map(({ month }) => month)]),
    ]),
  ].sort((a, b) => a - b);

/** A plan as the oracle reads it; `null`: nothing that it names has known holders. */
export function storyOf(plan: Plan): Story | null {
  const measures = measuresOf(plan);
  if (measures.length === 0) return null;
  return {
    world: plan.world,
    draw: middleOf(plan.world, ["AA"]),
    timing: new Map(plan.world.nodes.map(({ id }, i) => [id, plan.timing[i]!] as const)),
    targets: plan.targets.map((_, k) => victimOf(plan, k)),
    senders: plan.senders.map((code): Party => ({ code, members: new Set(membersOf(code)) })),
    measures,
    backfill: plan.backfill,
    lags: lagsOf(plan.world, plan.lags),
    months: stepEnds(measures),
  };
}

export interface Compiled {
  readonly model: SupplyModel;
  readonly course: Course;
  readonly space: InputSpace;
}

/** The same plan as a course; `null` as for the story. */
export function courseOf(plan: Plan, model = modelOf(plan)): Compiled | null {
  const measures = measuresOf(plan);
  if (measures.length === 0) return null;
  const t = (id: string): number => model.map.indexOf.get(id)!;
  const slotsOf = (id: string, economy: string): readonly number[] => {
    if (economy === "rest") return [-1];
    if (economy === off) return [offRow];
    const all = Array.from({ length: model.shareStart[t(id) + 1]! - model.shareStart[t(id)]! }, (_, i) => model.shareStart[t(id)]! + i);
    return all.filter((slot) => model.economies[model.shareEconomy[slot]!] === economy);
  };
  const stops = measures.map(
    ({ technology: id, parts, withheld, repair, ...rest }): Stop => ({
      ...rest,
      technology: t(id),
      parts: parts.flatMap(({ sender, economy, part }) =>
        slotsOf(id, economy).map((slot) => ({ slot, sender, low: part, high: part, key: 0 })),
      ),
      class: withheld === null ? null : "ban",
      // A part that is withheld stands for a licence that runs out with contracts
      honoursContracts: withheld === null ? undefined : withheld !== 1,
      policy: withheld === null ? undefined : actPolicy(model.acts, "act", "ban", t(id), 1 - withheld),
      repair: repair === null ? null : { months: givenRepair([repair, repair]), key: 1 },
    }),
  );
  const targets = plan.targets.map((code, k): CourseTarget => {
    const imports = new Map([...victimOf(plan, k).imports].map(([id, parts]) => [t(id), parts] as const));
    if (code === "world")
      return worldParty(model, [...plan.senders, ...plan.targets.filter((other) => other !== code && other !== "firm")]);
    return { ...targetParty(model, code, imports) };
  });
  const parties = [...new Set([...plan.targets, ...plan.senders, ...placedEconomies(model)])].filter((code) => code !== "world");
  const course = createCourse({
    model,
    targets,
    senders: plan.senders,
    stops,
    steps: courseSteps(stepEnds(measures)),
    parties,
    backfill: plan.backfill,
  });
  const space = createInputSpace(model, { technologies: course.network.nodes, parties });
  plan.world.nodes.forEach(({ id }, i) => {
    space.middle.rationing[t(id)] = plan.timing[i]!.rationing;
  });
  return { model, course, space };
}
