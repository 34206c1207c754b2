import { describe, expect, it } from "vitest";
import { createCosts } from "../../../src/leverage/course/costs.ts";
import { type Course, createCourse } from "../../../src/leverage/course/course.ts";
import { createOutcome, type MetricKind } from "../../../src/leverage/course/outcome.ts";
import { type CourseTarget, targetParty, worldParty } from "../../../src/leverage/course/parties.ts";
import { courseSteps, horizons } from "../../../src/leverage/course/steps.ts";
import type { Stop } from "../../../src/leverage/course/stop.ts";
import { ownParts } from "../../../src/leverage/course/stopped-parts.ts";
import { createInputSpace } from "../../../src/leverage/draw/input-space.ts";
import { compileModel, type SupplyModel } from "../../../src/leverage/model.ts";
import type { SupplyRows } from "../../../src/measure/supply-map.ts";
import { buildSupplyMap } from "../../../src/measure/supply-map.ts";
import {
  day,
  defaults,
  member,
  organisation,
  parameter,
  place,
  product,
  requirement,
  rigid,
  share,
  supplyRows,
  technology,
} from "../../measure/rows.ts";

/** Values that can be worked out by hand. Nothing is spare, nobody can be turned to and nothing comes back unless a row says so. */

const still = { stock: [0, 0], renewal: [0, 0], "recovery-chance": [0, 0], "notice-purchases": [0, 0] } as const;

function modelOf(rows: Partial<SupplyRows>): SupplyModel {
  const made = rows.default_parameter ?? [...rigid, ...defaults(still)];
  return compileModel(buildSupplyMap(supplyRows({ ...rows, default_parameter: made }), { asOf: day }));
}

interface Asked {
  readonly targets: readonly (string | CourseTarget)[];
  readonly senders: readonly string[];
  readonly withhold: readonly (string | (Partial<Omit<Stop, "technology">> & { readonly id: string; readonly by?: readonly string[] }))[];
  readonly ends?: readonly number[];
}

function ask(model: SupplyModel, { targets, senders, withhold, ends = [] }: Asked) {
  const stops = withhold.map((each): Stop => {
    const { id, by = senders, ...more } = typeof each === "string" ? { id: each } : each;
    const t = model.map.indexOf.get(id)!;
    const parts = ownParts(model, senders, t).filter(({ sender }) => by.includes(senders[sender]!));
    const plain = { class: "ban", start: 0, notice: 0, easing: [], service: false, repair: null } as const;
    return { technology: t, targets: targets.map((_, k) => k), parts, ...plain, ...more };
  });
  const victims = targets.map((target) => (typeof target === "string" ? targetParty(model, target) : target));
  const parties = [...new Set([...victims.map(({ code }) => code), ...senders])].filter((code) => code !== "world");
  const course = createCourse({ model, targets: victims, senders, stops, steps: courseSteps(ends), parties, backfill: true });
  const space = createInputSpace(model, { technologies: course.network.nodes, parties });
  course.run(space.middle);
  return { course, inputs: space.middle };
}

/** A step so short that its middle is its beginning, in months. */
const instant = 1e-9;

const stepAt = (course: Course, month: number): number =>
  [...course.question.steps.from].findIndex((from, s) => from <= month && month < from + course.question.steps.width[s]!);

/** Part of the running output of the only product that the target loses in a month. */
const lostAt = (course: Course, month: number, k = 0): number => {
  const S = course.question.steps.middle.length;
  return course.lost[k * course.network.products.length * S + stepAt(course, month)]!;
};

/** One good of one foreign maker, and chips from it that a home makes. */
const oneInput = (mode: string, more: readonly ReturnType<typeof parameter>[] = []): SupplyModel =>
  modelOf({
    technology: [technology("input", { supply_mode: mode as "capital" }), product("chips")],
    requirement: [requirement("chips", "input", "blocking")],
    share: [share("input", "FF", 1)],
    product_place: [place("chips", "HH", "make", 1), place("chips", "HH", "use", 1)],
    parameter: more,
  });

const close = (numbers: readonly number[]) => numbers.map((each): unknown => expect.closeTo(each, 9));

describe("a lack over time", () => {
  it("is felt when a stock of 2 months is used up", () => {
    const { course } = ask(oneInput("consumable", [parameter("input", "stock", 2)]), {
      targets: ["HH"],
      senders: ["FF"],
      withhold: ["input"],
    });
    expect([0, 1, 2, 3].map((month) => lostAt(course, month))).toEqual([0, 0, 1, 1]);
  });

  it("is felt later by what was bought in the months of notice", () => {
    const model = oneInput("consumable", [parameter("input", "stock", 1), parameter("input", "notice-purchases", 0.5)]);
    const { course } = ask(model, { targets: ["HH"], senders: ["FF"], withhold: [{ id: "input", notice: 4 }] });
    expect([0, 2, 3, 4].map((month) => lostAt(course, month))).toEqual([0, 0, 1, 1]);
  });

  it("wears out a base of tools with a half-life of ten years by 1 - 2^(-60.5/120) in month 60", () => {
    const { course } = ask(oneInput("capital", [parameter("input", "service-life", 10)]), {
      targets: ["HH"],
      senders: ["FF"],
      withhold: ["input"],
    });
    const whole = (month: number): number => 1 - 2 ** (-month / 120);
    expect(lostAt(course, 60)).toBeCloseTo((whole(60) + whole(61)) / 2, 12);
    expect(lostAt(course, 60)).toBeCloseTo(0.295, 3);
  });

  it("wears out six times as fast without service", () => {
    const rows = [parameter("input", "service-life", 12), parameter("input", "service-factor", 6)];
    const { course } = ask(oneInput("capital", rows), { targets: ["HH"], senders: ["FF"], withhold: [{ id: "input", service: true }] });
    expect(lostAt(course, 24)).toBeCloseTo(1 - (2 ** -1 + 2 ** (-25 / 24)) / 2, 12);
  });

  it("has come to half of a service in month 6 of 12 to renewal", () => {
    const { course } = ask(oneInput("service", [parameter("input", "renewal", 12)]), {
      targets: ["HH"],
      senders: ["FF"],
      withhold: ["input"],
      ends: [6 + instant],
    });
    expect(lostAt(course, 6)).toBeCloseTo(0.5, 9);
    expect(lostAt(course, 13)).toBe(1);
  });

  it("is not put off by any contract where the maker has an outage", () => {
    const { course } = ask(oneInput("service", [parameter("input", "renewal", 12)]), {
      targets: ["HH"],
      senders: ["FF"],
      withhold: [{ id: "input", class: null }],
    });
    expect(lostAt(course, 0)).toBe(1);
  });

  it("is filled by half of what new makers can do at half the lead time, by nearly all at all of it", () => {
    const rows = [
      ["recovery-chance", 0.5],
      ["recovery-ceiling", 0.8],
      ["lead-time", 24],
    ].map(([name, value]) => parameter("input", name as string, value as number));
    const model = oneInput("consumable", rows);
    const { course } = ask(model, { targets: ["HH"], senders: ["FF"], withhold: ["input"], ends: [12 + instant, 24 + instant] });
    const [first, half, all] = [1 / (1 + Math.exp(6)), 0.5, 1 / (1 + Math.exp(-6))];
    expect(lostAt(course, 12)).toBeCloseTo(1 - (0.4 * (half - first)) / (1 - first), 9);
    expect(lostAt(course, 24)).toBeCloseTo(1 - (0.4 * (all - first)) / (1 - first), 9);
    expect(lostAt(course, 24)).toBeCloseTo(0.601, 3);
  });

  it("counts its months from the effect: sources, contracts, wear and new makers", () => {
    const cases = [
      [
        "consumable",
        [parameter("input", "recovery-chance", 1), parameter("input", "lead-time", 12), parameter("input", "recovery-ceiling", 1)],
      ],
      ["service", [parameter("input", "renewal", 12)]],
      ["capital", [parameter("input", "service-life", 5)]],
      [
        "consumable",
        [
          parameter("input", "spare", 2),
          parameter("input", "fungibility", 1),
          parameter("input", "qualification", 6),
          share("input", "GG", 0.5),
        ],
      ],
    ] as const;
    for (const [mode, rows] of cases) {
      const shares = rows.filter((row) => "holder" in row) as ReturnType<typeof share>[];
      const parameters = rows.filter((row) => "parameter" in row) as ReturnType<typeof parameter>[];
      const base = oneInput(mode, parameters).map.rows;
      const model = modelOf({ ...base, share: shares.length > 0 ? [share("input", "FF", 0.5), ...shares] : base.share });
      const months = [0, 3, 6, 12, 24];
      const at = (start: number) => {
        const ends = months.map((month) => start + month).flatMap((month) => [month, month + 1]);
        const { course } = ask(model, {
          targets: ["HH"],
          senders: ["FF"],
          withhold: [{ id: "input", start }],
          ends: [...ends, ...[1, 2, 3, 4, 6, 7, 9, 13, 18, 25].map((m) => m + start)],
        });
        return months.map((month) => lostAt(course, start + month));
      };
      expect(at(20)).toEqual(at(0).map((lost) => expect.closeTo(lost, 2)));
    }
  });

  it("is nothing before the effect, even where stock is rationed", () => {
    const model = oneInput("consumable", [parameter("input", "stock", 3)]);
    const { course, inputs } = ask(model, { targets: ["HH"], senders: ["FF"], withhold: [{ id: "input", start: 12 }], ends: [12] });
    inputs.rationing.fill(1);
    course.run(inputs);
    expect(lostAt(course, 9)).toBe(0);
    expect(lostAt(course, 12)).toBeCloseTo(1 - 3 / 49, 12);
  });
});

describe("tools that a home makes itself", () => {
  /** Parts for tools from abroad, tools of the home's own, chips from these. */
  const model = modelOf({
    technology: [technology("parts"), technology("tools", { kind: "tool", supply_mode: "capital" }), product("chips")],
    requirement: [requirement("tools", "parts", "blocking"), requirement("chips", "tools", "blocking")],
    share: [share("parts", "FF", 1), share("tools", "HH", 1)],
    product_place: [place("chips", "HH", "make", 1)],
    parameter: [parameter("tools", "service-life", 10)],
  });

  it("go on running when no more can be made, and no capacity is added", () => {
    const { course } = ask(model, { targets: ["HH"], senders: ["FF"], withhold: ["parts"] });
    const S = course.question.steps.middle.length;
    expect(lostAt(course, 0)).toBeCloseTo((1 - 2 ** (-1 / 120)) / 2, 12);
    expect(course.growthLost[stepAt(course, 0)]).toBe(1);
    expect(course.lost[S - 1]).toBeCloseTo(1 - (2 ** (-60 / 120) + 2 ** (-61 / 120)) / 2, 12);
  });
});

describe("targets beside one another", () => {
  /** FF 0.5, GG 0.5 of an input; AA and BB make half of the chips each; GG has a fifth more than it sells. */
  const rows = {
    technology: [technology("input"), product("chips")],
    requirement: [requirement("chips", "input", "blocking")],
    share: [share("input", "FF", 0.5), share("input", "GG", 0.5)],
    product_place: [place("chips", "AA", "make", 0.5), place("chips", "BB", "make", 0.5)],
    parameter: [parameter("input", "spare", 0.2), parameter("input", "fungibility", 1)],
  };

  it("share one pool: half of their need is gone, a tenth of the world's is to be had", () => {
    const { course } = ask(modelOf(rows), { targets: ["AA", "BB"], senders: ["FF"], withhold: [{ id: "input", class: null }] });
    expect(lostAt(course, 0, 0)).toBeCloseTo((0.25 - 0.05) / 0.5, 12);
    expect(lostAt(course, 0, 1)).toBeCloseTo((0.25 - 0.05) / 0.5, 12);
  });

  it("can turn to whoever is a target of another act only", () => {
    const two = modelOf({
      ...rows,
      technology: [...rows.technology, technology("other")],
      requirement: [...rows.requirement, requirement("chips", "other", "marginal")],
      share: [...rows.share, share("other", "FF", 1)],
      parameter: [...rows.parameter, parameter("input", "spare", 1)],
    });
    const alone = ask(two, { targets: ["AA"], senders: ["FF"], withhold: ["input"] });
    const beside = ask(two, {
      targets: ["AA", "GG"],
      senders: ["FF"],
      withhold: [
        { id: "input", targets: [0] },
        { id: "other", targets: [1] },
      ],
    });
    expect(lostAt(beside.course, 0)).toBeCloseTo(lostAt(alone.course, 0), 12);
  });

  it("leave third parties free of what they get from one another", () => {
    // BB makes 0.4 of the input and needs 0.2; AA needs 0.4, FF makes 0.3, GG 0.3. AA had 0.12 from GG, so GG can give 0.18, not 0.02.
    const model = modelOf({
      ...rows,
      share: [share("input", "FF", 0.3), share("input", "GG", 0.3), share("input", "BB", 0.4)],
      product_place: [place("chips", "AA", "make", 0.4), place("chips", "BB", "make", 0.2)],
      parameter: [parameter("input", "fungibility", 1)],
    });
    const { course } = ask(model, { targets: ["AA", "BB"], senders: ["FF"], withhold: ["input"] });
    expect(lostAt(course, 0)).toBe(0);
  });

  it("get nothing from third parties' customers for what another target no longer makes", () => {
    // FF keeps tools from AA, which makes half of the input; what AA no longer makes nobody sells elsewhere.
    const model = modelOf({
      technology: [technology("tools"), technology("input"), product("chips")],
      requirement: [requirement("input", "tools", "blocking"), requirement("chips", "input", "blocking")],
      share: [share("tools", "FF", 1), share("input", "AA", 0.5), share("input", "GG", 0.5)],
      product_place: [place("chips", "BB", "make", 0.5), place("chips", "GG", "make", 0.5)],
      parameter: [parameter("input", "fungibility", 1), parameter("input", "spare", 0)],
    });
    const { course } = ask(model, { targets: ["AA", "BB"], senders: ["FF"], withhold: [{ id: "tools", targets: [0] }] });
    expect(lostAt(course, 0, 1)).toBeCloseTo(0.5, 12);
  });
});

describe("who is hit", () => {
  const rows = {
    technology: [technology("foundry", { supply_mode: "service" }), product("chips"), product("memory")],
    requirement: [requirement("chips", "foundry", "blocking")],
    share: [share("foundry", "FF", 0.6), share("foundry", "XX", null, { flag: "blank" })],
    product_place: [place("chips", "FF", "make", 0.5), place("chips", "HH", "make", 0.5), place("memory", "HH", "make", 1)],
    parameter: [parameter("chips", "market-size", 10), parameter("memory", "market-size", 30)],
    organisation: [organisation("designer", "HH")],
    group_member: [member("UU", "HH"), member("UU", "FF")],
  };
  const model = modelOf(rows);

  it("a designer without plants loses what it cannot have made", () => {
    const { course } = ask(model, { targets: ["designer"], senders: ["FF"], withhold: ["foundry"] });
    expect(lostAt(course, 0)).toBeCloseTo(0.6, 9);
  });

  it("all the world but the sender has what nobody named holds", () => {
    const { course } = ask(model, { targets: [worldParty(model, ["FF"])], senders: ["FF"], withhold: ["foundry"] });
    // It makes 0.5 of the chips and holds 0.4 of the foundries: a fifth of its need came from FF, and nothing of the rest can be short.
    expect(lostAt(course, 0)).toBeCloseTo(0.1 / 0.5, 9);
  });

  it("a member of a sending group is kept from what the others hold, not from its own", () => {
    const own = modelOf({ ...rows, share: [share("foundry", "FF", 0.6), share("foundry", "HH", 0.4)] });
    const { course } = ask(own, { targets: ["HH"], senders: ["UU"], withhold: ["foundry"] });
    expect(lostAt(course, 0)).toBeCloseTo(0.1 / 0.5, 9);
  });

  it("imports by origin take the place of shares, and a sender's goods that no row names stop too", () => {
    const t = model.map.indexOf.get("foundry")!;
    const imports = new Map([
      [
        t,
        new Map([
          ["FF", 0.1],
          ["YY", 0.9],
        ]),
      ],
    ]);
    const { course } = ask(model, { targets: [targetParty(model, "HH", imports)], senders: ["FF"], withhold: ["foundry"] });
    expect(lostAt(course, 0)).toBeCloseTo(0.1, 9);
  });
});

describe("an outcome", () => {
  const rows = {
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
  const model = modelOf(rows);
  const numbers = (asked: Asked, of = model) => {
    const { course, inputs } = ask(of, asked);
    const outcome = createOutcome(course, inputs);
    const into = new Float64Array(outcome.metrics.length);
    outcome.read(inputs, into);
    return (kind: MetricKind, of: { target?: number; sender?: number; product?: number | null } = {}) =>
      horizons.map(
        (_, h) =>
          into[
            outcome.metrics.findIndex(
              (m) =>
                m.kind === kind &&
                m.horizon === h &&
                m.product === (of.product ?? null) &&
                m.target === (of.target ?? null) &&
                m.sender === (of.sender ?? null),
            )
          ]!,
      );
  };

  it("means a loss over the months since the last horizon, however the steps are cut", () => {
    const stocked = modelOf({ ...rows, parameter: [...rows.parameter, parameter("input", "stock", 2.5)] });
    const plain = numbers({ targets: ["HH"], senders: ["AA", "BB"], withhold: ["input"] }, stocked);
    const cut = numbers({ targets: ["HH"], senders: ["AA", "BB"], withhold: ["input"], ends: [0.5, 2.2, 5, 20, 61] }, stocked);
    expect(plain("mean", { target: 0 })).toEqual([0, expect.closeTo(0.5 / 3, 9), 1, 1, 1, 1]);
    expect(cut("mean", { target: 0 })).toEqual(close(plain("mean", { target: 0 })));
    // HH makes half of the world's chips of 100 bn a year.
    expect(cut("usdMean", { target: 0 })).toEqual(close(plain("mean", { target: 0 }).map((part) => part * 50)));
  });

  it("adds growth up, as part of present output, and does not change it for a target that is hit by nothing", () => {
    const alone = numbers({ targets: ["HH"], senders: ["AA"], withhold: ["tools"] });
    expect(alone("growth", { target: 0 })).toEqual(close(horizons.map((month) => (month / 12) * 0.06)));
    const more = modelOf({
      ...rows,
      technology: [...rows.technology, technology("unhit", { kind: "tool", supply_mode: "capital" })],
      requirement: [...rows.requirement, requirement("unhit", "tools", "degrading")],
      share: [...rows.share, share("unhit", "AA", 1)],
      parameter: [...rows.parameter, parameter("unhit", "additions", 0.2)],
    });
    const beside = numbers({ targets: ["HH", "ZZ"], senders: ["AA"], withhold: [{ id: "tools", targets: [0] }] }, more);
    expect(beside("growth", { target: 0 })).toEqual(close(alone("growth", { target: 0 })));
  });

  it("takes a sender's lost sales at the time it acts, whatever joins later", () => {
    const told = numbers({
      targets: ["HH"],
      senders: ["AA", "BB"],
      withhold: [
        { id: "input", by: ["AA"] },
        { id: "input", by: ["BB"], start: 12 },
      ],
      ends: [12],
    });
    // HH uses half of the world's input of 10 bn a year: 3 of it from AA, 2 from BB.
    expect(told("sales", { sender: 0 })).toEqual(close(horizons.map(() => 3)));
    expect(told("sales", { sender: 1 })).toEqual(close(horizons.map((month) => (month >= 12 ? 2 : 0))));
    expect(told("salesMean", { sender: 0 })).toEqual(close(horizons.map((month) => (month > 0 ? 3 : 0))));
    expect(told("salesMean", { sender: 1 })).toEqual(close(horizons.map((month) => (month > 12 ? 2 : 0))));
    expect(told("otherSales")).toEqual(close(horizons.map(() => 0)));
  });

  it("counts no sale of what another target no longer makes as a sender's", () => {
    const starved = modelOf({
      technology: [technology("parts"), technology("input"), product("chips")],
      requirement: [requirement("input", "parts", "blocking"), requirement("chips", "input", "blocking")],
      share: [share("parts", "AA", 1), share("input", "AA", 0.2), share("input", "CC", 0.8)],
      product_place: [place("chips", "HH", "make", 1)],
      parameter: [parameter("input", "market-size", 10)],
    });
    const told = numbers(
      {
        targets: ["HH", "CC"],
        senders: ["AA"],
        withhold: [
          { id: "parts", targets: [1] },
          { id: "input", targets: [0] },
        ],
      },
      starved,
    );
    expect(told("sales", { sender: 0 })).toEqual(close(horizons.map(() => 2)));
  });

  it("counts what two senders own once between them", () => {
    const grouped = modelOf({ ...rows, group_member: [member("UU", "AA"), member("UU", "BB")] });
    const told = numbers({ targets: ["HH"], senders: ["UU", "AA"], withhold: ["input"] }, grouped);
    expect(told("sales", { sender: 0 })[0]).toBeCloseTo(3 / 2 + 2, 9);
    expect(told("sales", { sender: 1 })[0]).toBeCloseTo(3 / 2, 9);
    expect(told("otherSales")[0]).toBeCloseTo(0, 9);
  });

  it("does not count what a sender no longer makes itself as something it cannot buy", () => {
    const mutual = ask(model, { targets: ["HH", "AA"], senders: ["AA", "BB"], withhold: [{ id: "input", by: ["BB"], targets: [1] }] });
    const costs = createCosts(mutual.course, mutual.inputs);
    expect(costs.downstream(0, 0, mutual.inputs)).toBe(0);
  });
});
