/** The dearest questions, each by what answers it: module whose imports decide the answer, beside the data. */
export const entries = {
  plans: ["src/answers/plan/open-plans.ts", "src/answers/day/open-day.ts"],
  dossiers: [
    "src/answers/dossier/open-dossier.ts",
    "src/answers/plan/open-plans.ts",
    "src/answers/half-life/open-half-life.ts",
    "src/answers/day/open-day.ts",
  ],
  leverage: ["src/answers/leverage/open-leverage.ts", "src/answers/day/open-day.ts"],
  proof: ["src/proof/answers/open-proof.ts", "src/answers/day/open-day.ts"],
  facts: ["src/answers/facts/open-facts.ts", "src/answers/day/open-day.ts"],
} as const;

export type SolvedKind = keyof typeof entries;

export const kindOf = {
  plan: "plans",
  planVariants: "plans",
  planCompare: "plans",
  planExplain: "plans",
  dossier: "dossiers",
  leverage: "leverage",
  backtest: "proof",
  planBacktest: "proof",
  halfLifeScore: "proof",
  published: "proof",
  gaps: "facts",
  facts: "facts",
} as const satisfies Record<string, SolvedKind>;

export type SolvedQuestion = keyof typeof kindOf;
