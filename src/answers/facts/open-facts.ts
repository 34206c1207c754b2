import { say } from "../../base/message.ts";
import { listed } from "../../base/words.ts";
import { type FactCheck, type FactDoubt, factChecks } from "../../measure/supply/fact-doubt.ts";
import type { OpenDay } from "../day/open-day.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { evidenceOf } from "../shared/evidence-of.ts";
import { economyName, homesOf, technologyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { type Scoring, scoreChokepoints } from "../supply/ranking.ts";
import type { FactReport, factQuestions } from "./fact-questions.ts";
import { answerGaps } from "./gaps.ts";

/** What is known and what is missing on one day. */
export const openFacts = ({ read }: OpenDay): AnswersTo<typeof factQuestions> => ({
  facts: async () => {
    const map = await read();
    return answerFacts(map, (home) => scoreChokepoints(map, home));
  },
  gaps: async ({ top = 100 }) => {
    const map = await read();
    return answerGaps(map, (home) => scoreChokepoints(map, home), top);
  },
});

/** How many of a home's greatest possible losses supply that rests on one document is looked for among. */
const first = 20;

/**
 * Doubts about the loaded facts.
 * @param scoringOf what withholding could cost a home
 */
function answerFacts(read: ReadModel, scoringOf: (home: string) => Scoring): FactReport {
  const homes = homesTouched(read, scoringOf);
  const doubts = [...read.doubts.values()].flat().map((doubt) => ({
    ...doubt,
    name: nameOf(read, doubt),
    homes: doubt.check === "thin" ? (homes.get(doubt.about) ?? []) : [],
  }));
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
  read.map.indexOf.has(about) ? technologyName(read, about) : check === "rules" ? about : economyName(read, about);

/** By technology, the homes among whose greatest possible losses it is; equals of the last of them count. */
function homesTouched(read: ReadModel, scoringOf: (home: string) => Scoring): ReadonlyMap<string, readonly string[]> {
  const homes = new Map<string, string[]>();
  for (const { id } of homesOf(read)) {
    const greatest = [...scoringOf(id).structural.values()].filter(({ score }) => score[2] > 0).sort((a, b) => b.score[2] - a.score[2]);
    const least = greatest[first - 1]?.score[2] ?? 0;
    for (const { technology, score } of greatest) {
      if (score[2] < least) break;
      const about = read.map.technologies[technology]!.id;
      homes.get(about)?.push(id) ?? homes.set(about, [id]);
    }
  }
  return homes;
}

function findingOf(doubts: FactReport["doubts"], checks: FactReport["checks"]): string {
  if (doubts.length === 0) return "No check finds a fault in the loaded facts.";
  const found = checks.filter((check) => check.found > 0).map((check) => `${check.found} ${words[check.check]}`);
  return say("open-facts.doubts-about-the-loaded", { doubts: doubts.length, found: listed(found) });
}

const words: Readonly<Record<FactCheck, string>> = {
  overfull: "overfull",
  stale: "stale",
  contradicted: "contradicted by newer figures",
  market: "of market sizes",
  family: "of families",
  thin: "resting on one document",
  making: "of economies with plants and no figure of making",
  jump: "of shares that jump",
  parts: "of parts greater than the whole",
  dates: "of days",
  rules: "of rules",
};
