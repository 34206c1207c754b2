import { dateOf, dayOf, endOf, fullDay, yearOf } from "../../base/days.ts";
import type { Traits } from "../../leverage/halflife/drift-model.ts";
import { halfPercentagePoint, logOdds } from "../../leverage/halflife/odds-walk.ts";
import { betterForecast, type ForecastTotals, hidings, pairTotals, testPairs } from "../../leverage/halflife/pair-score.ts";
import { learnForecasts, type ObservedPair, type ShareForecasts } from "../../leverage/halflife/share-forecast.ts";
import type { ShareRange } from "../../measure/supply/share-change.ts";
import { type DatedFigure, type DatedPair, middleShare, sharePairs, yearsOf } from "../../measure/supply/share-pairs.ts";
import type { Technology } from "../../measure/supply/supply-map.ts";
import type { OpenDay } from "../day/open-day.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { remembered } from "../shared/remembered.ts";
import { allTrends, dayOfEdition, type EditionTrends } from "./holding-trends.ts";

/** Shares of top holders at two dates, as far as they were known on the day of the map. */
export interface ShareHistory {
  /** Pairs of the atlas's own rows. */
  readonly atlas: readonly ObservedPair[];
  /** Pairs of the atlas, and those of loaded editions that it does not tell. */
  readonly all: readonly ObservedPair[];
}

export function shareHistory(read: ReadModel, trends: readonly EditionTrends[]): ShareHistory {
  const { share } = read.map.rows;
  const dated = sharePairs(
    share.filter(({ dataset }) => dataset === "atlas"),
    read.knownSince,
  ).filter(({ technology }) => read.map.indexOf.has(technology));
  const atlas = dated.map((pair) => observed(read, pair, dated));
  const others = trends.flatMap((edition) => editionPairs(read, edition, dated)).filter((pair) => !atlas.some((own) => isSame(own, pair)));
  return { atlas, all: [...atlas, ...others] };
}

/** Top holders of the older of two editions. Their figures count as of the day of the edition. */
export function editionPairs(
  read: ReadModel,
  { source, from, to, tops }: EditionTrends,
  dated: readonly DatedPair[],
): readonly ObservedPair[] {
  const figure = ({ low, high }: ShareRange, edition: string): DatedFigure => {
    const day = dayOfEdition({ edition })!;
    return { low, high, year: yearOf(day) + (day - dayOf(`${yearOf(day)}-01-01`)!) / 365.25, known: dateOf(day), source };
  };
  return tops
    .filter(({ technology }) => read.map.indexOf.has(technology))
    .map(({ technology, holder, basis, before, after }) =>
      observed(read, { technology, holder, basis, before: figure(before, from), after: figure(after, to), isStep: true }, dated),
    );
}

const isSame = (one: DatedPair, other: DatedPair): boolean =>
  one.technology === other.technology &&
  one.holder === other.holder &&
  [one.before, one.after].every(
    (figure, i) => Math.abs(middleShare(figure) - middleShare([other.before, other.after][i]!)) <= halfPercentagePoint,
  );

function observed(read: ReadModel, pair: DatedPair, dated: readonly DatedPair[]): ObservedPair {
  const { technology: id, holder, before } = pair;
  const technology = read.map.technologies[read.map.indexOf.get(id)!]!;
  const at = { year: before.year, day: before.known ?? endOf(String(Math.floor(before.year))) };
  return { ...pair, traits: traitsAt(read, technology, holder, middleShare(before), at, dated) };
}

/** A date in years, and the day by which things had to be known. */
export interface TraitDate {
  readonly year: number;
  readonly day: string;
}

/** What was known at a date of a holding. */
export function traitsAt(
  read: ReadModel,
  technology: Technology,
  holder: string,
  share: number,
  at: TraitDate,
  dated: readonly DatedPair[],
): Traits {
  const { id, mode } = technology;
  return [
    ownTrend(
      dated.filter((pair) => pair.technology === id && pair.holder === holder),
      at,
    ),
    logOdds(share),
    Number(hasWithheld(read, id, holder, endOf(String(Math.floor(at.year))))),
    logLeadTime(read, technology, at.day),
    Number(mode === "capital"),
    Number(mode === "service"),
  ];
}

/** Change of the log odds a year over the last step that was over and known. */
function ownTrend(own: readonly DatedPair[], { year, day }: TraitDate): number | null {
  const steps = own.filter(({ isStep, after }) => isStep && after.year <= year && after.known !== null && after.known <= day);
  const last = steps.sort((a, b) => a.after.year - b.after.year).at(-1);
  return last === undefined ? null : (logOdds(middleShare(last.after)) - logOdds(middleShare(last.before))) / yearsOf(last);
}

/** Whether a control of the holder on it had begun by a day; one without a date had. */
export const hasWithheld = ({ map }: ReadModel, technology: string, holder: string, until: string, from = ""): boolean =>
  map.rows.withheld.some((row) => {
    const begun = fullDay(row.effective ?? row.published ?? until);
    return row.technology === technology && row.issuer === holder && begun <= until && begun >= from;
  });

function logLeadTime(read: ReadModel, { id, mode }: Technology, day: string): number | null {
  const { parameter, default_parameter } = read.map.rows;
  const wasKnown = (since: string | null): boolean => since !== null && since <= day;
  const own = parameter.filter(
    (row) => row.technology === id && row.parameter === "lead-time" && row.scope === "world" && wasKnown(read.knownSince(row)),
  );
  const row = own.at(-1) ?? default_parameter.find((each) => each.supply_mode === mode && each.parameter === "lead-time");
  const middle = ((row?.low ?? 0) + (row?.high ?? 0)) / 2;
  return middle > 0 ? Math.log(middle) : null;
}

/** What shares did between dates, what is learnt from it, and how well it would have told the shares of others. */
export interface ShareRecord {
  readonly history: ShareHistory;
  /** `null`: too few pairs. */
  readonly learnt: ShareForecasts | null;
  readonly used: "base rate" | "hazard model";
  /** Of the hazard model, with all other technologies known; `null`: not scored. */
  readonly model: ForecastTotals | null;
  /** Of the forecast used, in the same test. */
  readonly own: ForecastTotals | null;
}

export function shareRecord(read: ReadModel, trends: readonly EditionTrends[]): ShareRecord {
  const history = shareHistory(read, trends);
  const { all } = history;
  // The seed of the bootstrap that decides which forecast is used is the same for every question
  const totals = hidings.map((hiding) => pairTotals(testPairs(all, all, hiding), 1));
  const used = betterForecast(totals);
  const of = (name: string): ForecastTotals | null => totals[0]!.find(({ forecast }) => forecast === name) ?? null;
  return { history, learnt: learnForecasts(all), used, model: of("hazard model"), own: of(used) };
}

/** What shares did before one day, each read once. */
export interface SharesRead {
  readonly trends: () => Promise<readonly EditionTrends[]>;
  readonly shares: () => Promise<ShareRecord>;
}

export function openShares({ workspace, read }: OpenDay): SharesRead {
  const [all, record] = [remembered<readonly EditionTrends[]>(), remembered<ShareRecord>()];
  const trends = () => all([], async () => allTrends(workspace, (await read()).map.asOf));
  return { trends, shares: () => record([], async () => shareRecord(await read(), await trends())) };
}
