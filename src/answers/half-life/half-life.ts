import { pick, present } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import { say } from "../../base/message.ts";
import { lowered } from "../../base/words.ts";
import { networkOf } from "../../leverage/course/network.ts";
import { usualDraws, usualSeed } from "../../leverage/draw/monte-carlo.ts";
import { overlap } from "../../leverage/game/banned-stops.ts";
import { fewestSteps } from "../../leverage/halflife/drift-model.ts";
import { decays, horizonMonths } from "../../leverage/halflife/half-life.ts";
import { type Holding, holdingOf } from "../../leverage/halflife/holding.ts";
import { type MeasuredHolding, measureHolding, survivalMonths } from "../../leverage/halflife/measure-holding.ts";
import { actedStretches, heldYears, reportedMonths } from "../../leverage/halflife/reserve.ts";
import { unusedBy } from "../../leverage/unused.ts";
import type { Bounds } from "../../measure/bootstrap.ts";
import type { Technology } from "../../measure/supply/supply-map.ts";
import type { PatentsLeft } from "../patents/patents-left.ts";
import { evidenceOf } from "../shared/evidence-of.ts";
import { gapWords, type MakingGap, makingGap } from "../shared/making-gap.ts";
import { economyName, technologyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { requirePlace } from "../shared/require-place.ts";
import { requireTechnology } from "../shared/require-technology.ts";
import { supplyEvidence } from "../shared/supply-evidence.ts";
import { tradedIn, tradeEvidence } from "../supply/imports.ts";
import type { Ranking } from "../supply/ranking.ts";
import type { HalfLifeQuestion } from "./half-life-questions.ts";
import type { DecayLine, HalfLifeReport } from "./half-life-report.ts";
import { choiceWords, halfLifeFinding, halfLifeLimits } from "./half-life-words.ts";
import { holdWalks } from "./hold-walks.ts";
import { type EditionTrends, type FoundTrend, trendOf } from "./holding-trends.ts";
import type { ShareRecord } from "./share-history.ts";

/** What is known beside the map: shares at two dates, and the holder's patents or why these are unknown. */
export interface HalfLifeFacts {
  readonly trends: readonly EditionTrends[];
  readonly shares: ShareRecord;
  readonly patents: ReadonlyMap<string, PatentsLeft> | { readonly reason: string };
}

/**
 * How long half the force of a chokepoint lasts, by what takes it away, and what withholding it would do now or later. Throws
 * LM_TECHNOLOGY_UNKNOWN, LM_ECONOMY_UNKNOWN, and LM_USAGE where no holder is known or the holder is the home itself.
 * @param readFacts asked where there is an answer
 */
export async function answerHalfLife(
  read: ReadModel,
  ranking: Ranking,
  question: HalfLifeQuestion,
  readFacts: () => Promise<HalfLifeFacts>,
  run: { readonly signal?: AbortSignal | undefined; readonly onProgress?: ((done: number) => void) | undefined } = {},
): Promise<HalfLifeReport> {
  const technology = requireTechnology(read, question.technology);
  const { draws = usualDraws, seed = usualSeed } = question;
  const holder = question.holder === undefined ? mainHolder(ranking, technology) : requirePlace(read, question.holder);
  const holding = requireHolding(read, ranking, technology, holder);
  const { trends, shares, patents } = await readFacts();
  const found = trendsOf(read, holding, trends);
  const left = enoughPatents(patents, holder);
  const walks = holdWalks(read, holding, shares);
  const measured = await measureHolding(holding, { walks, lapse: left?.left ?? null }, { draws, seed, ...run });
  const reasons = { entrants: whyNoWalk(read, holder, shares), lapse: whyNoLapse(read, holder, patents) };
  const home = present(ranking.home);
  const withheld = holding.stops.map((stop) => stop.technology);
  const unused = ranking.home === null ? null : unusedBy(read.model, ranking.home);
  const gap = ranking.home === null || measured.of === "use" ? null : makingGap(read, ranking.home);
  const report = {
    technology: { id: technology.id, name: technology.name, supplyMode: technology.mode },
    home: ranking.home,
    holder,
    asOf: read.map.asOf,
    draws,
    seed,
    horizon: horizonMonths,
    unused: unused !== null && withheld.some((t) => unused[t] === 1),
    ...pick(measured, "force", "forceIfHomes", "withoutForce"),
    months: survivalMonths,
    decays: decays.map((by) => decayLine(measured, by, reasons)),
    trends: found.map(({ technology: id, source, from, to, before, after }) => {
      return { technology: id, name: technologyName(read, id), source, from, to, before: boundsOf(before), after: boundsOf(after) };
    }),
    entrants: walks.size > 0 ? entrantsOf(shares) : null,
    patents: left,
    loses: measured.of,
    ...effectsOf(measured, gap),
  };
  const names = { holder: economyName(read, holder), home: ranking.home && economyName(read, ranking.home) };
  const touched = [...networkOf(read.model, withheld).nodes, ...read.map.products];
  const trade = tradeEvidence(read, home, withheld);
  const inputs = measured.inputs.map(({ source }) => source);
  const namesOf = (technologies: readonly number[]): readonly string[] => technologies.map((t) => read.map.technologies[t]!.name);
  return {
    question: say("half-life.how-long-would-half", { holder: names.holder, name: technology.name, home: names.home ?? "all others" }),
    finding: halfLifeFinding(report, names),
    ...report,
    choice: choiceWords(report, names),
    evidence: evidenceOf(read, {
      grade: "assumed",
      sources: [...supplyEvidence(read, touched, holding.parties).sources, ...inputs, ...trade.sources],
      rules: ["method:half-life", "method:denial", "method:change"],
      limits: [
        ...halfLifeLimits(report, {
          gap: gap === "making-unknown" ? "" : gapWords(names.home ?? "", gap),
          unvalued: namesOf(measured.unvalued),
          unpriced: namesOf(measured.unpriced),
          seeds: holding.stops.length,
          walked: walks.size,
          unnamed: namesOf(holding.homeUnnamed).map(lowered),
          home: names.home,
        }),
        ...(home.length > 0 ? trade.limits : []),
      ],
    }),
  };
}

/** Who could cost the home most by withholding it. Throws LM_USAGE where there is none. */
function mainHolder(ranking: Ranking, { index, name }: Technology): string {
  const { home, ranked, uses, unplaced, structural, notApplicable, unknown, setting } = ranking;
  const hasNoOther = setting.holders(index).length === 0;
  const holder = [...ranked, ...uses, ...unplaced].find((entry) => entry.technology === index)?.holder ?? structural.get(index)?.holder;
  if (holder) return holder;
  const isIn = (list: readonly Technology[]): boolean => list.some((other) => other.index === index);
  const reason = isIn(unknown)
    ? "no share of it is known"
    : isIn(notApplicable) && !hasNoOther
      ? "it makes nothing that needs it"
      : "no other holder of it is named";
  const over = home === null ? "all others" : home;
  throw new LevermapError("LM_USAGE", `No known holder of ${name} over ${over}: ${reason}.`, { technology: name, home });
}

/** Throws LM_USAGE where the holder has nothing that it could withhold from the home. */
export function requireHolding(read: ReadModel, { home }: Ranking, technology: Technology, holder: string): Holding {
  const { model, withholding } = read;
  if (home !== null && overlap(model, home, holder))
    throw new LevermapError("LM_USAGE", `${holder} cannot withhold from ${home}, to which it belongs.`, { holder, home });
  const holding = holdingOf(withholding, technology.index, holder, home, tradedIn(read));
  if (holding.stops.length > 0) return holding;
  throw new LevermapError("LM_USAGE", `${holder} is not known to hold any of ${technology.name}.`, { holder, technology: technology.id });
}

const boundsOf = ({ low, high }: Bounds): Bounds => ({ low, high });

function trendsOf({ map }: ReadModel, { stops, holder }: Holding, trends: readonly EditionTrends[]): readonly FoundTrend[] {
  return stops.flatMap(({ technology: t }) => {
    const { id, supply } = map.technologies[t]!;
    return trendOf(trends, id, holder, supply?.basis ?? null) ?? [];
  });
}

type Reasons = Readonly<Partial<Record<DecayLine["by"], string>>>;

function decayLine({ survival, known }: MeasuredHolding, by: DecayLine["by"], reasons: Reasons): DecayLine {
  const found = survival[by];
  const none = { by, halfLife: null, never: null, left: [] };
  if (found === null && known.includes(by)) return { ...none, state: "nothing lost", reason: null };
  if (found === null) return { ...none, state: "unknown", reason: reasons[by] ?? "there are no data" };
  return { by, state: "known", reason: null, halfLife: found.spread, never: found.never, left: found.left };
}

const whyNoWalk = (read: ReadModel, holder: string, { learnt }: ShareRecord): string =>
  learnt === null
    ? say("half-life.fewer-than-changes-of", { fewestSteps: String(fewestSteps) })
    : say("half-life.is-not-the-greatest", { read: economyName(read, holder) });

function entrantsOf({ history: { all }, used, model, own }: ShareRecord): HalfLifeReport["entrants"] {
  const years = all.flatMap(({ before, after }) => [before.year, after.year]);
  return {
    forecast: used,
    pairs: all.length,
    technologies: new Set(all.map(({ technology }) => technology)).size,
    from: Math.floor(Math.min(...years)),
    to: Math.floor(Math.max(...years)),
    skill: model?.skill ?? null,
    skill80: model?.skill80 ?? null,
    coverage: own?.coverage ?? null,
  };
}

/** Families in force that must be loaded before their lapse counts: fewer are a few patents, not a portfolio. */
const leastPatents = 10;

function enoughPatents(patents: HalfLifeFacts["patents"], holder: string): PatentsLeft | null {
  const found = "reason" in patents ? undefined : patents.get(holder);
  return found && found.inForce >= leastPatents ? found : null;
}

const whyNoLapse = (read: ReadModel, holder: string, patents: HalfLifeFacts["patents"]): string =>
  "reason" in patents
    ? patents.reason.replace(/\.$/, "")
    : say("half-life.fewer-than-families-in", { leastPatents: String(leastPatents), read: economyName(read, holder) });

/** What withholding it does; no loss is told of a home of which no source says what it makes, and in USD only where its value is known. */
function effectsOf(measured: MeasuredHolding, gap: MakingGap): Pick<HalfLifeReport, "withholding" | "acted" | "held"> {
  if (gap === "making-unknown") return { withholding: [], acted: [], held: [] };
  const number = (name: string) => measured.number(name)!;
  const worn = measured.known.some((by) => by === "entrants" || by === "lapse");
  return {
    withholding: reportedMonths.map((month) => ({
      month,
      loss: number(`loss ${month}`),
      growth: number(`growth ${month}`),
      usdBn: gap === null ? measured.number(`usd ${month}`) : null,
      senderUsdBn: measured.number(`cost ${month}`),
    })),
    acted: actedStretches.map(([from, to]) => ({ from, to, loss: number(`acted ${from}-${to}`) })),
    held: (worn ? heldYears : []).map((years) => ({
      years,
      loss: number(`held ${years}`),
      growth: number(`growth held ${years}`),
      ofNow: measured.ratio(`held ${years}`, "acted 0-12"),
    })),
  };
}
