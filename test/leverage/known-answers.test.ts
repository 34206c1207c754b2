import { describe, expect, it } from "vitest";
import { actPolicy } from "../../src/leverage/acts/act-policy.ts";
import type { Stop } from "../../src/leverage/course/stop.ts";
import { givenRepair } from "../../src/leverage/repair.ts";
import type { SupplyRows } from "../../src/measure/supply/supply-map.ts";
import { defaults, parameter, place, product, requirement, rigid, share, technology } from "../measure/rows.ts";
import { type Asked, modelOf, numbersOf, still } from "./course/by-hand.ts";

/**
 * Questions whose answer is known before any model: what is nothing, what is all, and what is more than what. AA makes 0.6 of a resin, BB 0.3 and
 * the home HH 0.1; AA makes all tools; DD designs. HH makes half of the chips of the world, which need both.
 */
interface World {
  /** Parameters of the resin, of the tools, and what is otherwise different. */
  readonly resin?: Readonly<Record<string, number>>;
  readonly tools?: Readonly<Record<string, number>>;
  readonly mode?: "consumable" | "service";
  readonly criticality?: "blocking" | "degrading" | "marginal";
  readonly delta?: number;
  readonly own?: number;
  readonly sold?: number;
  readonly lag?: number;
  readonly substitution?: number;
}

const rowsOf = (id: string, of: Readonly<Record<string, number>> = {}) =>
  Object.entries(of).map(([name, value]) => parameter(id, name, value));

function world(of: World = {}) {
  const { mode = "consumable", criticality = "blocking", own = 0.1, delta } = of;
  const step = requirement("chips", "resin", criticality);
  const rows: Partial<SupplyRows> = {
    technology: [
      technology("resin", { supply_mode: mode }),
      technology("tools", { kind: "tool", supply_mode: "capital" }),
      product("chips"),
    ],
    requirement: [delta === undefined ? step : { ...step, delta_low: delta, delta_high: delta }, requirement("chips", "tools", "blocking")],
    share: [share("resin", "AA", 0.7 - own), share("resin", "BB", 0.3), share("resin", "HH", own), share("tools", "AA", 1)],
    product_place: [
      place("chips", "HH", "make", 0.5),
      place("chips", "HH", "use", 0.5),
      place("chips", "BB", "make", 0.5),
      place("chips", "BB", "use", 0.5),
      place("chips", "CC", "make", 0),
      ...(of.sold === undefined ? [] : [place("chips", "HH", "sell", of.sold)]),
    ],
    parameter: [
      parameter("chips", "market-size", 100),
      ...rowsOf("resin", of.resin),
      ...rowsOf("tools", { additions: 0.06, "service-life": 10, ...of.tools }),
    ],
    default_parameter: [
      ...rigid,
      ...defaults({ ...still, ...(of.substitution === undefined ? {} : { substitution: [of.substitution, of.substitution] }) }),
    ],
  };
  return modelOf(rows);
}

type Act = Partial<Omit<Stop, "technology">> & { readonly by?: readonly string[] };

/** Mean loss of running output over a year, or another number at twelve months. */
function loss(of: World, act: Act = {}, more: Partial<Asked> & { readonly kind?: "average" | "growth" | "usdAverage" } = {}): number {
  const { kind = "average", ...asked } = more;
  return numbersOf(world(of), {
    targets: ["HH"],
    senders: ["AA", "BB"],
    withhold: [{ id: "resin", by: ["AA"], ...act }],
    ...asked,
  })(kind, { target: 0 })[3]!;
}

const tools = (act: Act = {}): Partial<Asked> => ({ withhold: [{ id: "tools", by: ["AA"], ...act }] });
const over = (month: number): Act => ({ easing: [{ month, left: 0 }] });
const outage = (months: number | null): Act => ({
  class: null,
  repair: months === null ? null : { months: givenRepair([months, months]), key: 7 },
});
const ban = (leakage: number): Act => ({ policy: actPolicy(world().acts, "act", "ban", 0, leakage) });
/** How licences were granted in part, granted or refused: `granted`, `partial`, `refused`. */
const licence = (postures: readonly [number, number, number]): Act => ({
  class: "licence",
  policy: { ...actPolicy(world().acts, "act", "licence", 0), postures },
});
const [mild, stern] = [licence([0.31, 0.38, 0.31]), licence([0.25, 0.34, 0.41])];

describe("nothing and all", () => {
  const nothing: readonly (readonly [string, () => number])[] = [
    ["who holds none of it takes nothing", () => loss({}, { by: ["DD"] }, { senders: ["AA", "BB", "DD"] })],
    ["who withholds from nobody takes nothing", () => loss({}, { by: [] })],
    ["one that makes what it needs loses nothing by the others", () => loss({ own: 0.6 })],
    ["an act that is over before it begins takes nothing", () => loss({}, over(0))],
    ["a lack that stock covers to its known end costs nothing", () => loss({ resin: { stock: 6 } }, { ...over(3), endAnnounced: true })],
    [
      "an open ban costs nothing in its first months where stock is used first",
      () =>
        numbersOf(world({ resin: { stock: 2 } }), { targets: ["HH"], senders: ["AA"], withhold: ["resin"] })("average", { target: 0 })[0]!,
    ],
    ["what only costs more stops nothing", () => loss({ criticality: "marginal" })],
    ["who makes no chips loses none", () => loss({}, {}, { targets: ["CC"] })],
    ["a ban that all leaks through takes nothing", () => loss({}, ban(1))],
    ["a lack felt after more than a year is not felt within it", () => loss({}, { start: 13 })],
  ];
  it.each(nothing)("%s", (_, answer) => expect(answer()).toBeCloseTo(0, 9));

  const all: readonly (readonly [string, number, () => number])[] = [
    ["who holds 0.6 of 1 of what half of the world needs, none else to turn to", (0.6 / 0.9) * 0.8, () => loss({})],
    ["all foreign holders together leave what is made at home", 0.8, () => loss({}, { by: ["AA", "BB"] })],
    [
      "half of the plants of the sole maker of tools, for ever: half of what is newly built",
      0.03,
      () => loss({}, {}, { ...tools({ easing: [{ month: 0, left: 0.5 }] }), kind: "growth" }),
    ],
  ];
  it.each(all)("%s: %d", (_, value, answer) => expect(answer()).toBeCloseTo(value, 9));
});

describe("less and more", () => {
  const order: readonly (readonly [string, () => number, () => number])[] = [
    ["the smaller holder takes less than the greater", () => loss({}, { by: ["BB"] }), () => loss({})],
    ["one takes less than two", () => loss({}), () => loss({}, { by: ["AA", "BB"] })],
    ["six months take less than twelve", () => loss({}, over(6)), () => loss({})],
    ["later begun takes less in the year", () => loss({}, { start: 6 }), () => loss({})],
    ["half of an act takes less than all", () => loss({}, { easing: [{ month: 0, left: 0.5 }] }), () => loss({})],
    [
      "earlier notice costs less",
      () => loss({ resin: { "notice-purchases": 1 } }, { notice: 6 }),
      () => loss({ resin: { "notice-purchases": 1 } }, { notice: 1 }),
    ],
    ["more stock costs less", () => loss({ resin: { stock: 6 } }), () => loss({ resin: { stock: 1 } })],
    [
      "a known end costs less than an unknown one",
      () => loss({ resin: { stock: 3 } }, { ...over(9), endAnnounced: true }),
      () => loss({ resin: { stock: 2 } }, over(9)),
    ],
    ["where others can be turned to it costs less", () => loss({ resin: { fungibility: 0.5, spare: 1 } }), () => loss({})],
    [
      "sooner qualified costs less",
      () => loss({ resin: { fungibility: 1, spare: 1, qualification: 2 } }),
      () => loss({ resin: { fungibility: 1, spare: 1, qualification: 12 } }),
    ],
    [
      "idle capacity elsewhere costs less",
      () => loss({ resin: { fungibility: 1, spare: 1 } }, { class: null }),
      () => loss({ resin: { fungibility: 1, spare: 0.1 } }, { class: null }),
    ],
    [
      "sooner rebuilt costs less",
      () => loss({ resin: { "recovery-chance": 1, "recovery-ceiling": 1, "lead-time": 6 } }),
      () => loss({ resin: { "recovery-chance": 1, "recovery-ceiling": 1, "lead-time": 30 } }),
    ],
    [
      "likelier rebuilt costs less",
      () => loss({ resin: { "recovery-chance": 1, "recovery-ceiling": 1, "lead-time": 12 } }),
      () => loss({ resin: { "recovery-chance": 0, "recovery-ceiling": 1, "lead-time": 12 } }),
    ],
    ["a leaking ban takes less than one that holds", () => loss({}, ban(0.3)), () => loss({}, ban(0))],
    ["a class of licences that is refused less often takes less", () => loss({}, mild), () => loss({}, stern)],
    ["licences that are often refused take less than a ban", () => loss({}, stern), () => loss({}, ban(0))],
    ["a shorter repair costs less", () => loss({}, outage(2)), () => loss({}, outage(9))],
    ["a repair costs less than a plant given up", () => loss({}, outage(24)), () => loss({}, outage(null))],
    [
      "an outage that others fill costs no less than an act, after which its goods are sold elsewhere",
      () => loss({ resin: { fungibility: 1 } }, { class: "ban" }),
      () => loss({ resin: { fungibility: 1 } }, { class: null }),
    ],
    ["what degrades costs less than what blocks", () => loss({ criticality: "degrading", delta: 0.3 }), () => loss({})],
    [
      "less degraded costs less",
      () => loss({ criticality: "degrading", delta: 0.1 }),
      () => loss({ criticality: "degrading", delta: 0.5 }),
    ],
    ["more of one's own costs less", () => loss({ own: 0.3 }), () => loss({ own: 0.05 })],
    ["tools cost less than materials in the first year", () => loss({}, {}, tools()), () => loss({}, { by: ["AA", "BB"] })],
    [
      "tools that last cost less",
      () => loss({ tools: { "service-life": 20 } }, {}, tools()),
      () => loss({ tools: { "service-life": 5 } }, {}, tools()),
    ],
    [
      "tools alone cost less than tools and their service",
      () => loss({ tools: { "service-factor": 4 } }, {}, tools()),
      () => loss({ tools: { "service-factor": 4 } }, {}, tools({ service: true })),
    ],
    ["of tools growth is lost before output", () => loss({}, {}, tools()), () => loss({}, {}, { ...tools(), kind: "growth" }) / 0.06],
    [
      "a service whose contracts run out costs less than one that ends at once",
      () => loss({ mode: "service", resin: { renewal: 12 } }, { honoursContracts: true }),
      () => loss({ mode: "service", resin: { renewal: 12 } }, { honoursContracts: false }),
    ],
    [
      "longer contracts cost less where they are honoured",
      () => loss({ mode: "service", resin: { renewal: 24 } }, { honoursContracts: true }),
      () => loss({ mode: "service", resin: { renewal: 6 } }, { honoursContracts: true }),
    ],
    [
      "output alone costs less than with what designers sell beside it",
      () => loss({ mode: "service" }, {}, { kind: "usdAverage" }),
      () => loss({ mode: "service", sold: 0.9 }, {}, { kind: "usdAverage" }),
    ],
  ];
  it.each(order)("%s", (_, less, more) => {
    const [small, great] = [less(), more()];
    expect(small).toBeLessThan(great);
    expect(small).toBeGreaterThanOrEqual(0);
  });

  it("two that are both needed cost less together than one after the other added up, and no less than the worse", () => {
    const both = loss(
      {},
      {},
      {
        withhold: [
          { id: "resin", by: ["AA"] },
          { id: "tools", by: ["AA"] },
        ],
      },
    );
    const each = [loss({}), loss({}, {}, tools())];
    expect(both).toBeGreaterThanOrEqual(Math.max(...each));
    expect(both).toBeLessThanOrEqual(each[0]! + each[1]!);
  });
});
