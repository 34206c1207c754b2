import { counted } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import { type FactCheck, type FactDoubt, factChecks } from "../../measure/supply/fact-checks.ts";
import { evidenceOf } from "../shared/evidence-of.ts";
import { economyName, homesOf, technologyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { Ranking } from "../supply/chokepoints.ts";
import type { FactReport } from "./fact-report.ts";

/** How far down a ranking supply that rests on one row is looked for. */
const first = 20;

/**
 * Doubts about the loaded facts. Supply that rests on one row is a doubt only where it stands among the first chokepoints of a home.
 * @param rankingOf the chokepoints of a home
 */
export async function answerFacts(read: ReadModel, rankingOf: (home: string) => Promise<Ranking>): Promise<FactReport> {
  const homes = await homesTouched(read, rankingOf);
  const doubts = [...read.doubts.values()].flat().flatMap((doubt): FactReport["doubts"] => {
    const touched = doubt.check === "thin" ? (homes.get(doubt.about) ?? []) : [];
    return doubt.check === "thin" && touched.length === 0 ? [] : [{ ...doubt, name: nameOf(read, doubt), homes: touched }];
  });
  const checks = (Object.keys(factChecks) as FactCheck[]).map((check) => ({
    check,
    what: factChecks[check],
    found: doubts.filter((doubt) => doubt.check === check).length,
  }));
  return {
    finding: findingOf(doubts, checks),
    asOf: read.map.asOf,
    checks,
    doubts,
    evidence: evidenceOf(read, {
      grade: "derived",
      sources: doubts.flatMap(({ sources }) => sources),
      rules: ["method:shares"],
      limits: ["A check finds facts that contradict one another; a figure that is wrong alone it cannot find."],
    }),
  };
}

const nameOf = (read: ReadModel, { check, about }: FactDoubt): string =>
  check === "making" ? economyName(read, about) : technologyName(read, about);

/** By technology, the homes among whose first chokepoints it is. */
async function homesTouched(
  read: ReadModel,
  rankingOf: (home: string) => Promise<Ranking>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const homes = new Map<string, string[]>();
  for (const { id } of homesOf(read)) {
    const { ranked } = await rankingOf(id);
    for (const { technology } of ranked.slice(0, first)) {
      const about = read.map.technologies[technology]!.id;
      homes.get(about)?.push(id) ?? homes.set(about, [id]);
    }
  }
  return homes;
}

function findingOf(doubts: FactReport["doubts"], checks: FactReport["checks"]): string {
  if (doubts.length === 0) return "No check finds a fault in the loaded facts.";
  const found = checks.filter((check) => check.found > 0).map((check) => `${check.found} ${words[check.check]}`);
  return `${counted(doubts.length, "doubt")} about the loaded facts: ${listed(found)}.`;
}

const words: Readonly<Record<FactCheck, string>> = {
  overfull: "overfull",
  stale: "stale",
  contradicted: "contradicted by newer figures",
  market: "of market sizes",
  family: "of families",
  thin: "resting on one row",
  making: "of economies with plants and no figure of making",
};
