import type { EconomicInput } from "../../../src/plan/economics.ts";
import { economicsOf, middle } from "../../../src/plan/economics.ts";
import type { BetChoices, BetFacts, ProblemFacts } from "../../../src/plan/programmes/bet-facts.ts";
import { bought, node } from "../joint/small.ts";

const usual: Readonly<Record<string, number>> = {
  "researcher-year": 0.3,
  "researcher-years": 10,
  family: 0.05,
  "research-years": 2,
  "pilot-years": 1,
  "pilot-money": 1,
  "pilot-people": 0.5,
  "works-ceiling": 0.8,
  "effort-scale": 100,
  steepness: 2,
  correlation: 0.3,
  decisiveness: 1,
  "rival-families": 2,
  "rival-firms": 5,
  "years-ahead": 0,
  reply: 0,
  "follow-up": 0.1,
  "ramp-years": 1,
  capital: 1,
  "earned-back": 0.5,
  "grant-delay": 2,
  "adoption-years": 0,
  "adopted-part": 1,
  "step-part": 0.05,
  lapse: 0.05,
  discount: 0.05,
  horizon: 15,
  royalty: 0.01,
  margin: 0.2,
  withheld: 0.1,
};

/** Economics in which every input is one number. */
export const economics = (given: Readonly<Record<string, number>> = {}, more: readonly EconomicInput[] = []) =>
  economicsOf(
    [...Object.entries({ ...usual, ...given }).map(([id, value]): EconomicInput => ({ id, scope: "", low: value, high: value })), ...more],
    middle,
  );

export const problem = (id: string, given: Partial<ProblemFacts> = {}): ProblemFacts => ({
  id,
  name: id,
  technology: "A",
  kind: "material",
  maturity: "production",
  isNext: false,
  clock: null,
  families: [100, 100, 100],
  isFamiliesFloor: false,
  part: 1,
  followUp: null,
  lead: [1, 1, 1],
  reachable: [0.8, 0.8, 0.8],
  serves: [{ makes: "A", serves: "A", from: null, part: [1, 1, 1] }],
  need: [10, 10, 10],
  adopters: [],
  market: null,
  ...given,
});

const same = (value: number): readonly [number, number, number] => [value, value, value];

/** A home that sells 100 of J, which needs A; A is bought, and what is withheld of it is felt at once. */
export const facts = (problems: readonly ProblemFacts[], given: Partial<BetFacts> = {}): BetFacts => ({
  firstYear: 2027,
  nodes: [bought("A"), node("J", { blocking: ["A"] })],
  sales: [{ node: "J", technology: "J", usd: same(100) }],
  acts: [
    {
      id: "B|consumable",
      coalition: ["B"],
      mode: "consumable",
      again: false,
      isReply: false,
      shortfalls: [
        {
          node: "A",
          technology: "A",
          shortfall: [0, 1],
          felt: { mode: "consumable", stock: 0, life: 0, renewal: 0, recovery: { chance: 0, ceiling: 0, lead: 1 } },
        },
      ],
    },
  ],
  course: null,
  balances: new Map(),
  supplyLoss: null,
  problems,
  rights: [],
  ...given,
});

export const choices = (given: Partial<BetChoices> = {}): BetChoices => ({
  years: 10,
  money: new Array<number>(10).fill(100),
  people: [],
  unspent: 1,
  weights: { resilience: 1, income: 1, clout: 0 },
  generation: "any",
  followUp: null,
  originality: null,
  diversification: null,
  required: [],
  ...given,
});
