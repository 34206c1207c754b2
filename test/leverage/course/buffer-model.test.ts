import { describe, expect, it } from "vitest";
import { parameter, place, product, requirement, share, technology } from "../../measure/rows.ts";
import { ask, instant, lostAt, modelOf, oneInput, stepAt } from "./by-hand.ts";

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
