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

const ofAll = ["atlas", "link"];

/** Files and folders of `data/` that each rests on; mappings of other people's tables, and where they are fetched from, decide no answer. */
export const dataOf: Readonly<Record<SolvedKind, readonly string[]>> = {
  plans: [...ofAll, "plan", "plans", "scenarios"],
  dossiers: [...ofAll, "plan", "plans", "scenarios"],
  leverage: [...ofAll, "scenarios"],
  proof: [...ofAll, "plan", "plans", "scenarios", "events", "published-models.csv"],
  facts: ofAll,
};

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
