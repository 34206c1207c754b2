import { present } from "../../../base/collections.ts";
import { say } from "../../../base/message.ts";
import type { Interval } from "../../../base/numbers.ts";
import type { MetricKind } from "../../../leverage/course/metric.ts";
import { monthsOfStretches } from "../../../leverage/course/steps.ts";
import { spreadOf } from "../../../leverage/draw/monte-carlo.ts";
import { metricsAt } from "../../../leverage/scenario/run-scenario.ts";
import { worldCode } from "../../../leverage/scenario/scenario.ts";
import type { Evidence } from "../../shared/evidence.ts";
import { gapWords, isRun } from "../../shared/making-gap.ts";
import { gdpOf } from "../../shared/names.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import { type PlannedScenario, partyName } from "../planned-scenario.ts";
import type { RunScenario } from "../scenario-run.ts";
import { isUseValued, type ResultContext, salesTold, targetGap } from "../scenario-told.ts";
import type { OurNumber, PublishedFigure, PublishedRow, TheirUnit } from "./published-models.ts";

/** What others published, each beside the number of a scenario that was run. */
export const besideOurs = (rows: readonly PublishedRow[], run: RunScenario): readonly PublishedFigure[] =>
  rows.map((row) => ({ ...theirPart(row), ...ourPart(row, run) }));

const theirPart = ({ low, high, unit, note, title, publisher, year, url, ours: _, ...row }: PublishedRow) => ({
  ...row,
  theirs: { low, high, unit, note, grade: "published" as const },
  source: { title, publisher, year, url },
});

type OurPart = Pick<PublishedFigure, "ours" | "reason" | "stands">;
const none = (reason: string): OurPart => ({ ours: null, reason, stands: null });

function ourPart({ ours, months, target, unit, low, high }: PublishedRow, { planned, context }: RunScenario): OurPart {
  if (ours === null || months === null) return none("The model has no such number.");
  if (context === null) return none("Nothing in the scenario acts on supply.");
  const rate = ourRate(context, ours, target, months);
  if (typeof rate === "string") return none(rate);
  const { of, span } = inUnit(unit, months);
  const interval = spreadOf(rate.values.map((value) => value * of));
  return {
    ours: { number: ours, interval, unit, what: `${rate.what}, ${span}${withoutUnknown(planned)}`, grade: "assumed" },
    reason: null,
    stands: standingOf({ low, high }, interval),
  };
}

/** What of the question no number holds. */
function withoutUnknown({ measures }: PlannedScenario): string {
  const technologies = measures.flatMap((measure) => measure.technologies);
  const unknown = new Set(technologies.flatMap(({ technology, state }) => (state === "shares unknown" ? [technology] : [])));
  return unknown.size > 0 ? say("published-beside.without-technologies-of-which", { technologies: unknown.size }) : "";
}

/** What turns a mean rate into the unit of theirs, and the time it is then of. */
function inUnit(unit: TheirUnit, months: number): { readonly of: number; readonly span: string } {
  const mean = say("published-beside.on-average-over-the", { months: String(months) });
  const sum = say("published-beside.in-the-first-months", { months: String(months) });
  if (unit === "USD bn a year") return { of: 1, span: mean };
  if (unit === "USD bn") return { of: months / 12, span: sum };
  return unit === "pct of GDP, summed" ? { of: (100 * months) / 12, span: sum } : { of: 100, span: mean };
}

/** How an interval lies to a figure with its ends; an end that is not given is no end. */
export function standingOf(
  { low, high }: Pick<PublishedRow, "low" | "high">,
  [ourLow, , ourHigh]: Interval,
): NonNullable<PublishedFigure["stands"]> {
  if (high !== null && ourLow > high) return "above";
  return low !== null && ourHigh < low ? "below" : "overlaps";
}

/** What the figures rest on: their documents, by the map's own id where it knows one at that address. */
export function publishedEvidence(read: ReadModel, rows: readonly PublishedRow[]): Evidence {
  const known = new Map(
    [...read.documents.values()].flatMap(({ url, ...document }) => (url === null ? [] : [[url, { ...document, url }]])),
  );
  const documents = rows.map(({ id, title, publisher, year, url }) => {
    const of = known.get(url);
    return {
      id: of?.id ?? `published:${id}`,
      title,
      publisher,
      year,
      published: of?.published ?? String(year),
      url,
      locator: of?.locator ?? null,
      class: of?.class ?? null,
      access: of?.access ?? null,
    };
  });
  const first = documents.filter(({ url }, i) => documents.findIndex((each) => each.url === url) === i);
  return {
    grade: rows.some(({ ours }) => ours !== null) ? "assumed" : "published",
    documents: first,
    rules: rows.length > 0 ? ["method:published-models"] : [],
    loads: [...read.loads].map(({ id, source, edition }) => ({ id, source, edition })),
    limits: present(
      rows.length > 0 &&
        "Published figures are mostly of other quantities, such as losses of whole economies; ours are of chips and what goes into them. An overlap does not show agreement, and a gap does not show an error.",
    ),
  };
}

interface NumberKind {
  readonly kind: MetricKind;
  readonly party: "target" | "sender";
  readonly ofGdp: boolean;
  readonly what: string;
}

const kinds: Readonly<Record<OurNumber, NumberKind>> = {
  "gdp-share": { kind: "usdMean", party: "target", ofGdp: true, what: "running output of chips lost" },
  "use-gdp-share": { kind: "useUsdMean", party: "target", ofGdp: true, what: "chips withheld that it cannot have, at their price" },
  "sales-gdp-share": { kind: "salesMean", party: "sender", ofGdp: true, what: "sales lost" },
  usd: { kind: "usdMean", party: "target", ofGdp: false, what: "running output of chips lost" },
  sales: { kind: "salesMean", party: "sender", ofGdp: false, what: "sales lost" },
  loss: { kind: "mean", party: "target", ofGdp: false, what: "part of running output of chips lost" },
};

/** A rate of ours, one a draw: USD bn a year, or a part. */
interface OurRate {
  readonly values: Float64Array;
  readonly what: string;
}

/**
 * The mean of a number over the first months, in each draw; between two horizons it counts as even. In words why there is none where it is
 * not told. `code`: an economy, group or organisation of the scenario, or `world`: all its targets together.
 */
function ourRate(context: ResultContext, number: OurNumber, code: string, months: number): OurRate | string {
  const { kind, party, ofGdp, what } = kinds[number];
  const name = code === worldCode ? "the world" : partyName(context.read, code);
  const places = party === "sender" ? sendersOf(context, code, name) : targetsOf(context, kind, code, name);
  if (typeof places === "string") return places;
  const gap = places.map((place) => untold(context, kind, place, name)).find((reason) => reason !== null);
  if (gap) return asKnown(context, gap);
  const gdp = ofGdp ? gdpOf(context.read, code) : null;
  if (ofGdp && gdp === null) return say("published-beside.the-atlas-has-no", { name });
  const values = summedMeans(
    context,
    places.map((place) => ({ kind, [party]: place })),
    months,
  );
  const over = gdp
    ? say("published-beside.over-gdp", { year: gdp.year === null ? "" : say("published-beside.of", { year: String(gdp.year) }) })
    : "";
  return { values: gdp ? values.map((value) => value / gdp.usdBn) : values, what: `${what}${over}${leftOut(context, kind)}` };
}

/** A reason that may be gone on another day: what became known later does not count. */
const asKnown = ({ read }: ResultContext, reason: string): string => say("published-beside.as-known-on", { reason, asOf: read.map.asOf });

function sendersOf({ compiled }: ResultContext, code: string, name: string): readonly number[] | string {
  const place = compiled.senders.indexOf(code);
  return place < 0 ? say("published-beside.withholds-nothing-in-the", { name }) : [place];
}

/**
 * All targets together are the world where no sender is outside. A part that is lost does not add up over targets: the world's is that of
 * everybody but those who are hit or act.
 */
function targetsOf({ compiled }: ResultContext, kind: MetricKind, code: string, name: string): readonly number[] | string {
  if (code !== worldCode) {
    const place = compiled.targets.findIndex((target) => target.code === code);
    return place < 0 ? say("published-beside.the-scenario-does-not", { name }) : [place];
  }
  if (kind === "mean" && compiled.targets.length === 1 && compiled.targets[0]!.ownsRest) return [0];
  const whole =
    kind !== "mean" && compiled.targets.some(({ ownsRest }) => ownsRest) && compiled.senders.length === 0 && compiled.untold.length === 0;
  return whole ? [...compiled.targets.keys()] : "The scenario does not tell what the whole world loses.";
}

/** Why a number of a party is unknown; `null` where it is known. */
function untold(context: ResultContext, kind: MetricKind, place: number, name: string): string | null {
  if (kind === "salesMean") return salesUntold(context, place, name);
  const { read, compiled, unknown } = context;
  if (unknown.targets.has(place)) return say("published-beside.what-loses-is-unknown", { name });
  const gap = targetGap(read, compiled.targets[place]!);
  if (kind === "mean") return isRun(gap) ? null : gapWords(name, gap);
  if (kind === "useUsdMean" && !withholdsProduct(context)) return "No final product is withheld itself.";
  if (!isUseValued(context, place)) return "No source gives the value of a final product that is touched.";
  if (kind === "useUsdMean" || gap === null) return null;
  return gap === "firm" ? say("published-beside.what-has-made-has", { name }) : gapWords(name, gap);
}

function salesUntold(context: ResultContext, place: number, name: string): string | null {
  if (context.unknown.senders.has(place)) return say("published-beside.what-loses-in-sales", { name });
  return salesTold(context, place) ? null : say("published-beside.no-source-gives-the", { name });
}

const withholdsProduct = ({ read, compiled }: ResultContext): boolean =>
  compiled.question.stops.some(({ technology }) => read.model.productRank[technology]! >= 0);

/** What of the question the number does not hold. */
function leftOut({ read, run }: ResultContext, kind: MetricKind): string {
  const missing = kind === "salesMean" ? run.unpriced : kind === "mean" ? [] : run.unvalued;
  if (missing.length === 0) return "";
  return say("published-beside.without-of-which-no", { missing: missing.map((t) => read.map.technologies[t]!.id).join(", ") });
}

/** Sum over parties of the mean over the first months, by draw. */
function summedMeans({ numbers }: ResultContext, wanted: readonly Parameters<typeof metricsAt>[1][], months: number): Float64Array {
  const stretches = monthsOfStretches(0, months);
  const parts = wanted.flatMap((each) =>
    metricsAt(numbers.metrics, each).map((at, h) => ({ values: numbers.draws.values[at]!, part: stretches[h]! / months })),
  );
  const draws = numbers.draws.values[0]!.length;
  return Float64Array.from({ length: draws }, (_, draw) => parts.reduce((sum, { values, part }) => sum + values[draw]! * part, 0));
}
