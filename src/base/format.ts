import type { Interval } from "./numbers.ts";

/** What is told where a figure is not known. */
const unknown = "unknown";

/** A fraction as per cent: `12%`, `0.12%`, `0%`; what is not 0 is never told as 0 but as `<0.01%`. `unknown` for null. */
export const percent = (fraction: number | null): string => (fraction === null ? unknown : `${percentFigure(fraction)}%`);

/** `30 to 60%` of fractions; one figure where both ends read the same, `at least 30%` where one is not known. */
export const percentRange = (low: number | null, high: number | null): string => rangeOf(low, high, percentFigure, "%");

/** `46% (30 to 60%)` of fractions; one figure where all three read the same. */
export const percentInterval = (ends: Interval): string => intervalOf(ends, percent, percentRange);

/** Shares of owners to a hundredth of a per cent, `51.5%`, `30 to 49.67%`: a share below a half is never told as one. */
export const shareRange = (low: number, high: number): string => rangeOf(low, high, shareFigure, "%");

/** A share to a hundredth of a per cent, `6.82%`: for figures that are near one another. */
export const sharePercent = (fraction: number): string => `${shareFigure(fraction)}%`;

/** A difference of two fractions with its ends, in hundredths: `+5 points (+1 to +9)`. */
export function percentPoints(ends: Interval): string {
  const [low, mid, high] = ends.map((end) => (end > 0 ? "+" : "") + percentFigure(end)) as [string, string, string];
  return low === high ? `${mid} points` : `${mid} points (${low} to ${high})`;
}

/** Money in USD: `USD 4.2 B`, `USD 230 M`, `USD 4,700`; `unknown` for null. */
export const usd = (value: number | null): string => (value === null ? unknown : `USD ${joined(moneyFigure(value))}`);

/** `USD 3 to 5.1 B`, `USD 8.2 M to 1.2 B`: the unit once where both ends have it. USD. */
export const usdRange = (low: number | null, high: number | null): string =>
  low === null || high === null ? rangeOf(low, high, usd) : `USD ${moneyRange(low, high)}`;

/** `USD 4.2 B (3 to 5.1 B)`; one figure where all three read the same, `unknown` for null. USD. */
export const usdInterval = (ends: Interval | null): string => (ends === null ? unknown : intervalOf(ends, usd, moneyRange));

/** Money held in billions of USD, as `usd`. */
export const usdBn = (billions: number | null): string => usd(scaled(billions, 1e9));

/** Money held in millions of USD, as `usd`. */
export const usdM = (millions: number | null): string => usd(scaled(millions, 1e6));

/** An interval held in billions of USD, as `usdInterval`. */
export const usdBnInterval = (ends: Interval | null): string =>
  usdInterval(ends === null ? null : (ends.map((end) => end * 1e9) as unknown as Interval));

/** A range held in billions of USD, as `usdRange`. */
export const usdBnRange = (low: number | null, high: number | null): string => usdRange(scaled(low, 1e9), scaled(high, 1e9));

/** Made once, and where it is needed: the first takes 15 milliseconds, each 46 microseconds (Node 20, one core). */
let formatter: Intl.NumberFormat | undefined;

/** Every digit, with separators of thousands. */
function inFull(value: number): string {
  const [, whole = "", part = ""] = /^(-?\d+)(\.\d+)?$/.exec(String(value)) ?? [];
  if (whole !== "" && !Object.is(value, -0)) return whole.replace(/\B(?=(?:\d{3})+$)/g, ",") + part;
  formatter ??= new Intl.NumberFormat("en-US", { maximumFractionDigits: 20 });
  return formatter.format(value);
}

/** Any other number: three significant digits, separators of thousands. `unknown` for null. */
export function number(value: number | null): string {
  if (value === null) return unknown;
  if (Math.abs(value) < leastNumber) return "0";
  const told = Number(value.toPrecision(3));
  return Math.abs(told) < mostDigits ? inFull(told) : told.toPrecision(1);
}

/** `6 to 12 months`, `at least 0.2`; years (unit `year`) have no separators. `unknown` where neither end is known. */
export function numberRange(low: number | null, high: number | null, unit = ""): string {
  if (unit !== "year") return rangeOf(low, high, number, unit === "" ? "" : ` ${unit}`);
  if (low === null && high === null) return unknown;
  if (low === null || high === null) return low === null ? `${high} or before` : `${low} or later`;
  return low === high ? `${low}` : `${low} to ${high}`;
}

/** `95 (60 to 120)`; one figure where all three read the same. */
export const numberInterval = (ends: Interval): string => intervalOf(ends, number, numberRange);

/** A count, exact, with separators of thousands. */
export const count = (value: number): string => (Number.isSafeInteger(value) ? inFull(value) : value.toLocaleString("en-US"));

/** A count that is expected within two ends, in whole ones that hold both: `15 to 21` of 15.4 and 20.01. */
export function expectedCount(low: number, high: number): string {
  const [from, to] = [Math.floor(low + countError), Math.max(0, Math.ceil(high - countError))];
  return from >= to ? count(to) : `${count(from)} to ${count(to)}`;
}

/** `1 load`, `3 loads`, `2 technologies`. */
export const counted = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`;

/** What sums of chances miss a whole number by. */
const countError = 1e-9;
/** Below this a fraction is 0 but for the error of sums. */
const leastFraction = 1e-12;
/** Below this any other number is. */
const leastNumber = 5e-7;
const leastPercent = 0.01;
/** From here on a number is told by its power of ten: `1e+308`. */
const mostDigits = 1e15;

function percentFigure(fraction: number): string {
  const value = Math.abs(fraction) * 100;
  if (value < leastFraction) return "0";
  const below = fraction < 0;
  if (value < leastPercent) return below ? `>-${leastPercent}` : `<${leastPercent}`;
  const told = value < 0.995 ? Number(value.toPrecision(2)) : Math.round(value);
  return `${below ? "-" : ""}${inFull(told)}`;
}

function shareFigure(fraction: number): string {
  const told = Math.round(fraction * 1e4) / 100;
  return inFull(told >= 50 && fraction < 0.5 - 1e-9 ? 49.99 : told);
}

interface MoneyFigure {
  readonly figure: string;
  readonly unit: string;
}

const moneyUnits = [
  { size: 1e12, name: "T" },
  { size: 1e9, name: "B" },
  { size: 1e6, name: "M" },
] as const;

/** Three digits in the greatest unit of which there is one, below a million in whole dollars; below half a dollar it is 0. */
function moneyFigure(value: number): MoneyFigure {
  if (Math.abs(value) < 0.5) return { figure: "0", unit: "" };
  const digits = Number(value.toPrecision(3));
  const told = Math.abs(digits) < 1000 ? Math.round(digits) : digits;
  const unit = moneyUnits.find(({ size }) => Math.abs(told) >= size);
  return { figure: number(told / (unit?.size ?? 1)), unit: unit?.name ?? "" };
}

const joined = ({ figure, unit }: MoneyFigure): string => (unit === "" ? figure : `${figure} ${unit}`);

function moneyRange(low: number, high: number): string {
  const [from, to] = [moneyFigure(low), moneyFigure(high)];
  if (joined(from) === joined(to)) return joined(to);
  return `${from.unit === to.unit ? from.figure : joined(from)} to ${joined(to)}`;
}

function rangeOf(low: number | null, high: number | null, tell: (value: number) => string, after = ""): string {
  if (low === null && high === null) return unknown;
  if (low === null || high === null) return low === null ? `at most ${tell(high!)}${after}` : `at least ${tell(low)}${after}`;
  const [from, to] = [tell(low), tell(high)];
  return from === to ? from + after : `${from} to ${to}${after}`;
}

function intervalOf([low, mid, high]: Interval, tell: (value: number) => string, range: (low: number, high: number) => string): string {
  const [words, ends] = [tell(mid), range(low, high)];
  return tell(low) === words && tell(high) === words ? words : `${words} (${ends})`;
}

const scaled = (value: number | null, factor: number): number | null => (value === null ? null : value * factor);
