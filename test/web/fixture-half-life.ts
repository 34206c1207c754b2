import type { MapView } from "../../src/answers/card/map-view.ts";
import type { HalfLifeReport } from "../../src/answers/half-life/half-life-report.ts";
import type { Evidence } from "../../src/answers/shared/evidence.ts";
import type { Answers } from "../../src/ask/ask.ts";
import { LevermapError } from "../../src/base/errors.ts";

const months = Array.from({ length: 81 }, (_, i) => 3 * i);
/** Falls over a time to what never goes. */
const falling = (never: number, time: number): readonly number[] =>
  months.map((month) => never + (1 - never) * Math.exp(-((month / time) ** 2)));

/** The technology of which nobody knows whether half is ever gone, and what it would cost. */
export const lasting = "technology-12";

function decaysOf(id: string): HalfLifeReport["decays"] {
  const unknown = (by: "entrants" | "lapse", reason: string) => ({
    by,
    state: "unknown" as const,
    reason,
    halfLife: null,
    never: null,
    left: [],
  });
  if (id === lasting) {
    const left = months.map(() => 1);
    const told = { state: "known" as const, reason: null, halfLife: { low: null, median: null, high: null }, never: 1, left };
    return [
      { by: "refill", ...told },
      unknown("entrants", "no data set is loaded in two editions"),
      unknown("lapse", "fewer than 10 families in force are loaded"),
      { by: "together", ...told },
    ];
  }
  return [
    { by: "refill", state: "known", reason: null, halfLife: { low: 10, median: 30, high: null }, never: 0.3, left: falling(0.3, 40) },
    { by: "entrants", state: "known", reason: null, halfLife: { low: 50, median: 70, high: 100 }, never: 0, left: falling(0, 90) },
    unknown("lapse", "fewer than 10 families in force are loaded"),
    { by: "together", state: "known", reason: null, halfLife: { low: 8, median: 24, high: 70 }, never: 0.05, left: falling(0.05, 30) },
  ];
}

/** A made-up answer on one technology of a made-up map. Throws LM_USAGE where nobody is known to hold it. */
export function fixtureHalfLife(
  node: MapView["nodes"][number],
  home: string | undefined,
  draws: number,
  evidence: Evidence,
  markup: string | null,
): HalfLifeReport {
  const holder = node.economies.find(({ economy }) => economy !== home)?.economy;
  if (holder === undefined)
    throw new LevermapError("LM_USAGE", `No known holder of ${node.name} over all others: no share of it is known.`);
  const known = node.id !== lasting;
  return {
    question: "How long would half of it last?",
    finding: `${markup ?? "Invented"}: half of the hold on ${node.name} is gone after 24 months (8 to 70 months).`,
    technology: { id: node.id, name: node.name, supplyMode: node.supplyMode },
    home: home ?? null,
    holder,
    asOf: "2026-11-25",
    unused: false,
    draws,
    seed: 1,
    horizon: 240,
    force: [0.5, 0.6, 0.7],
    forceIfHomes: null,
    withoutForce: 0,
    months,
    decays: decaysOf(node.id),
    trends: [
      {
        technology: node.id,
        name: node.id,
        source: "eto",
        from: "2022",
        to: "2026",
        before: { low: 0.9, high: 0.9 },
        after: { low: 0.8, high: 0.8 },
      },
    ],
    entrants: {
      forecast: "base rate",
      pairs: 200,
      technologies: 50,
      from: 2000,
      to: 2026,
      skill: 0.02,
      skill80: { low: -0.03, high: 0.05 },
      coverage: 0.8,
    },
    patents: null,
    loses: "output",
    withholding: [
      {
        month: 12,
        loss: [0.1, 0.25, 0.4],
        growth: [0.01, 0.02, 0.03],
        usdBn: known ? [1, 2.5, 4] : null,
        senderUsdBn: known ? [0.2, 0.3, 0.4] : null,
      },
      {
        month: 60,
        loss: [0.05, 0.15, 0.3],
        growth: [0.05, 0.1, 0.15],
        usdBn: known ? [0.5, 1.5, 3] : null,
        senderUsdBn: known ? [0.2, 0.3, 0.4] : null,
      },
    ],
    acted: [{ from: 0, to: 12, loss: [0.1, 0.2, 0.3] }],
    held: [{ years: 1, loss: [0.1, 0.2, 0.3], growth: [0, 0, 0], ofNow: [0.9, 0.95, 1] }],
    choice: `${markup ?? "Invented"}: held in reserve for five years it is worth less.`,
    evidence,
  };
}

/** Both questions on half-lives. */
export function fixtureHalfLives(
  nodeOf: (id: string) => MapView["nodes"][number],
  evidence: Evidence,
  markup: string | null,
): Answers<"halfLife" | "halfLifeScore"> {
  return {
    halfLife: async ({ technology, home, draws = 2000 }) => fixtureHalfLife(nodeOf(technology), home, draws, evidence, markup),
    halfLifeScore: async ({ source, draws = 2000, seed = 1 }) => {
      if (source !== "eto") throw new LevermapError("LM_USAGE", `Two dated editions of "${source}" are needed.`);
      const head = { finding: "Nothing to score.", source, from: "2022", to: "2026", months: 48, draws, seed, used: "base rate" as const };
      return { ...head, pairs: 0, technologies: 0, halved: 0, tests: [], base: [], effects: [], lines: [], misses: [], evidence };
    },
  };
}
