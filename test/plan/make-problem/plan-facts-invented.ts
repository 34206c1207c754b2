import type { Interval } from "../../../src/base/numbers.ts";
import type { Cell } from "../../../src/plan/cells/cell.ts";
import type { Weights } from "../../../src/plan/cells/home.ts";
import type { EconomicInput } from "../../../src/plan/economics.ts";
import type { PlanCell, PlanChoices, PlanFacts, TechnologyFacts, TechnologyMarket } from "../../../src/plan/make-problem/plan-facts.ts";

const input = (id: string, low: number, high = low, scope = ""): EconomicInput => ({ id, scope, low, high });

/** Round figures, without any doubt but where a test asks for it. */
export const inputs: readonly EconomicInput[] = [
  input("researcher-year", 0.2),
  input("researcher-years", 4),
  input("family", 0.1),
  input("families", 20),
  input("programme-years", 2),
  input("yield", 1),
  input("grant-delay", 2),
  input("lead", 3, 5),
  input("lapse", 0.05),
  input("top-tenth", 0.1, 0.1, "middle"),
  input("top-tenth", 0.2, 0.2, "high"),
  input("top-part", 0.5),
  input("own-record", 40),
  input("growth-kept", 0.3),
  input("family-weight", 1),
  input("others-weight", 200, 1800),
  input("own-part", 0),
  input("discount", 0.05),
  input("horizon", 20),
  input("withheld", 0.1),
  input("supply", 0.02, 0.06),
  input("family-effort", 0.9),
  input("research-part", 0.1),
  input("matched-years", 10),
  input("freedom", 0.5),
  input("asserted", 0.02),
  input("option", 10),
  input("least", 0.25),
  input("partner-part", 0.6),
  input("others-follow", 0.4),
  input("royalty", 0.02),
];

export const cell = (technology: string, group: string, more: Partial<Cell> = {}): Cell => ({
  id: `${technology}/${group.replace(" ", "")}`,
  technology,
  group,
  families: null,
  byYear: [],
  holders: [],
  concentration: null,
  weight: null,
  cited: { mean: null, of: 0 },
  originality: { mean: null, of: 0 },
  mix: [],
  followUp: { followUp: 0, judged: 0 },
  topTenth: { top: 0, judged: 0 },
  thickets: null,
  lapsing: { lapsing: 0, judged: 0 },
  inventors: null,
  examples: [],
  ...more,
});

export const planCell = (of: Cell, more: Partial<PlanCell> = {}): PlanCell => ({
  cell: of,
  partners: [],
  cited: of.cited,
  growth: [0, 0, 0],
  ...more,
});

export const market = (jurisdiction: string, usd: Interval, weights: Weights = { own: 0, others: null }): TechnologyMarket => ({
  jurisdiction,
  usd,
  weights,
});

export const technology = (id: string, more: Partial<TechnologyFacts> = {}): TechnologyFacts => ({
  id,
  kind: "tool",
  exposure: null,
  market: null,
  leadYears: [2, 2, 2],
  clock: null,
  markets: [],
  blocked: [],
  needs: [],
  ...more,
});

/** An oven that stands on a lamp, and resin; two approaches to each but resin. */
export const facts: PlanFacts = {
  firstYear: 2027,
  technologies: [
    technology("oven", {
      needs: ["lamp"],
      exposure: {
        withheldNow: false,
        points: [
          { share: 0, usd: [800, 1000, 1200] },
          { share: 0.05, usd: [700, 900, 1100] },
          { share: 0.2, usd: [0, 100, 200] },
          { share: 0.5, usd: [0, 0, 0] },
        ],
      },
      markets: [market("XB", [500, 600, 700])],
    }),
    technology("lamp", {
      market: [900, 1000, 1100],
      markets: [market("XB", [90, 100, 110])],
      clock: [2030, 2032, 2034],
      blocked: [{ jurisdiction: "XB", usd: [0, 50, 100], byGroup: new Map([["F21V 1", [0, 20, 40] as const]]) }],
    }),
    technology("resin", { kind: "material" }),
  ],
  cells: [
    planCell(cell("oven", "F27B 1")),
    planCell(cell("oven", "F27B 3", { families: 40, followUp: { followUp: 30, judged: 40 } })),
    planCell(cell("lamp", "F21V 1", { families: 9, mix: [{ tercile: 2, team: null, families: 10 }] }), { partners: ["XC"] }),
    planCell(cell("lamp", "F21V 9", { families: 12, followUp: { followUp: 2, judged: 12 } })),
    planCell(cell("resin", "C08L 1")),
  ],
};

export const choices: PlanChoices = {
  years: 5,
  money: [20, 20, 20, 20, 20],
  people: [{ field: "tool", byYear: [90, 90, 90, 90, 90] }],
  weights: { exposure: 1, freedom: 1, bargaining: 1, option: 1 },
  followUpCap: null,
  diversification: null,
  dependencies: false,
  required: [],
  unspent: 0,
  risk: null,
};
