import { describe, expect, it } from "vitest";
import type { Stop } from "../../../src/leverage/course/stop.ts";
import { createInputSpace } from "../../../src/leverage/draw/input-space.ts";
import { givenRepair } from "../../../src/leverage/repair.ts";
import { parameter, place, product, requirement, share, technology } from "../../measure/rows.ts";
import { ask, close, instant, lostAt, modelOf, oneInput, stepAt } from "./by-hand.ts";

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

  it("is smaller by what users save, which they learn to over months, and stock lasts longer", () => {
    const saving = [parameter("input", "thrift", 0.2), parameter("input", "thrift-time", 10)];
    const withheld = { targets: ["HH"], senders: ["FF"], withhold: ["input"] };
    const { course } = ask(oneInput("consumable", saving, 0.5), { ...withheld, ends: [6 + instant] });
    expect(lostAt(course, 0)).toBeCloseTo((0.5 - 0.01) / 0.99, 12);
    expect(lostAt(course, 6)).toBeCloseTo((0.5 - 0.12) / 0.88, 8);
    expect(lostAt(course, 12)).toBeCloseTo(0.3 / 0.8, 12);
    const stocked = oneInput("consumable", [...saving, parameter("input", "stock", 0.49)], 0.5);
    expect([0, 1].map((month) => lostAt(ask(stocked, withheld).course, month))).toEqual(close([0, (0.5 - 0.03) / 0.97]));
    const most = oneInput("consumable", [parameter("input", "thrift", 0.6)], 0.5);
    expect(lostAt(ask(most, withheld).course, 0)).toBe(0);
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
      withhold: [{ id: "input", honoursContracts: true }],
      ends: [6 + instant],
    });
    expect(lostAt(course, 6)).toBeCloseTo(0.5, 9);
    expect(lostAt(course, 13)).toBe(1);
  });

  it("is put off by contracts where a licence is refused, not by a ban, unless that serves contracts in force", () => {
    const model = oneInput("service", [parameter("input", "renewal", 12)]);
    const first = (stop: Pick<Stop, "class" | "honoursContracts">) =>
      lostAt(ask(model, { targets: ["HH"], senders: ["FF"], withhold: [{ id: "input", ...stop }] }).course, 0);
    expect(first({ class: "ban" })).toBe(1);
    expect(first({ class: "ban", honoursContracts: true })).toBeCloseTo(0.5 / 12, 12);
    expect(first({ class: "licence" })).toBeCloseTo(0.5 / 12, 12);
    expect(first({ class: "licence", honoursContracts: false })).toBe(1);
    const stocked = oneInput("service", [parameter("input", "stock", 2)]);
    const { course } = ask(stocked, { targets: ["HH"], senders: ["FF"], withhold: ["input"] });
    expect([0, 1, 2].map((month) => lostAt(course, month))).toEqual([0, 0, 1]);
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
          withhold: [{ id: "input", start, honoursContracts: true }],
          ends: [...ends, ...[1, 2, 3, 4, 6, 7, 9, 13, 18, 25].map((m) => m + start)],
        });
        return months.map((month) => lostAt(course, start + month));
      };
      expect(at(20)).toEqual(at(0).map((lost) => expect.closeTo(lost, 2)));
    }
  });

  it("is nothing before the effect, even where stock is rationed", () => {
    const model = oneInput("consumable", [parameter("input", "stock", 3), parameter("input", "expected-length", 12)]);
    const { course, inputs } = ask(model, { targets: ["HH"], senders: ["FF"], withhold: [{ id: "input", start: 12 }], ends: [12] });
    inputs.rationing.fill(1);
    course.run(inputs);
    expect(lostAt(course, 9)).toBe(0);
    expect(lostAt(course, 12)).toBeCloseTo(0.46801170544628734, 9);
  });
});

describe("a stock that users ration", () => {
  /** Rationed stock of an input that FF alone makes, all of it withheld until a month. */
  const rationed = (stock: number, care: number, stop: Partial<Stop> = {}, more: readonly ReturnType<typeof parameter>[] = []) => {
    const rows = [parameter("input", "stock", stock), parameter("input", "expected-length", 12), ...more];
    const month = stop.easing?.at(-1)?.month;
    const asked = { targets: ["HH"], senders: ["FF"], withhold: [{ id: "input", ...stop }], ends: month === undefined ? [] : [month] };
    const { course, inputs } = ask(oneInput("consumable", rows), asked);
    inputs.rationing.fill(care);
    course.run(inputs);
    const { width } = course.question.steps;
    return { course, total: course.lost.reduce((sum, lost, s) => sum + lost * width[s]!, 0) };
  };
  const until = (month: number, endAnnounced = true): Partial<Stop> => ({ easing: [{ month, left: 0 }], endAnnounced });
  const cares = [0, 0.2, 0.5, 1];

  it("covers all of a lack whose end is known and that it outlasts", () => {
    for (const care of cares) expect(rationed(6, care, until(6)).total).toBe(0);
  });

  it("covers, with the end known, as much as there is, and leaves nothing over", () => {
    for (const care of cares) expect(rationed(4, care, until(6)).total).toBeCloseTo(2, 9);
    for (const care of cares) expect(rationed(4, care, until(100)).total).toBeCloseTo(61 - 4, care > 0.5 ? -1 : 9);
  });

  it("may last beyond the end where that is not known", () => {
    expect(rationed(6, 1, until(6, false)).total).toBeCloseTo(
      12 * (Math.exp(-8.379485247787967 / 12) - Math.exp(-14.379485247787967 / 12)),
      9,
    );
    expect(rationed(6, 0, until(6, false)).total).toBe(0);
  });

  it("covers half of the months of a repair, which comes gradually, and no less than the lack of what hits it", () => {
    const outage = { class: null, repair: { months: givenRepair([6, 6]), key: 1 } } as const;
    expect(rationed(3.2, 1, outage).total).toBe(0);
    for (const care of cares) expect(rationed(1, care, outage).total).toBeCloseTo(rationed(0, 0, outage).total - 1, 9);
  });

  it("is never used beyond what there is, whatever the lack does", () => {
    const more = [
      parameter("input", "recovery-chance", 1),
      parameter("input", "recovery-ceiling", 0.7),
      parameter("input", "lead-time", 24),
    ];
    for (const care of cares) expect(rationed(0, care, {}, more).total - rationed(9, care, {}, more).total).toBeLessThan(9 + 1e-9);
  });

  it("costs no less when the act is longer, or announced later", () => {
    for (const care of cares)
      for (const announced of [true, false]) {
        const byLength = [2, 4, 8, 16, 40].map((month) => rationed(3, care, until(month, announced)).total);
        expect(byLength).toEqual([...byLength].sort((a, b) => a - b));
        const bought = [parameter("input", "notice-purchases", 0.5)];
        const byNotice = [0, 1, 3, 6].map((notice) => rationed(3, care, { ...until(16, announced), notice }, bought).total);
        expect(byNotice).toEqual([...byNotice].sort((a, b) => b - a));
      }
  });

  it("costs nothing in month 0 of the middle run", () => {
    expect(lostAt(rationed(1, 0).course, 0)).toBe(0);
  });

  it.each([
    [1, 0.5, 0.462],
    [3, 0.3, 0.274],
    [6, 0.2, 0.167],
    [12, 0.1, 0.085],
  ])("of %i months costs at first, over draws, under %f of doing without", (stock, most, mean) => {
    const expected = parameter("input", "expected-length", [12 / Math.exp(0.8 * 1.2816), 12 * Math.exp(0.8 * 1.2816)]);
    const model = oneInput("consumable", [parameter("input", "stock", stock), expected]);
    const { course } = ask(model, { targets: ["HH"], senders: ["FF"], withhold: ["input"], ends: [instant] });
    const space = createInputSpace(model, { technologies: course.network.nodes, parties: ["HH", "FF"] });
    let sum = 0;
    for (let draw = 0; draw < 4000; draw++) {
      course.run(space.draw(3, draw), { seed: 3, draw });
      sum += course.lost[0]!;
    }
    expect(sum / 4000).toBeLessThan(most);
    expect(Math.abs(sum / 4000 - mean)).toBeLessThan(0.02);
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
