import type { Interval } from "../../base/interval.ts";

/** What the kernels cannot tell from 0, in per cent; of GDP, of which a great loss may be a small part, what nobody would see. */
const leastOfOutput = 0.01;
export const leastOfGdp = 1e-4;

/** Per cent without decimals unless below 1, as pages and messages show it. What is below `least` per cent is 0. */
export function percent(fraction: number, least = leastOfOutput): string {
  const value = fraction * 100;
  if (value < least) return "0 %";
  return value < 0.95 ? `${Number(value.toPrecision(1))} %` : `${Math.round(value)} %`;
}

/** `60 to 100 %`; one figure where the ends are the same. */
export function percentRange(low: number, high: number): string {
  return percent(low) === percent(high) ? percent(low) : `${percent(low).replace(" %", "")} to ${percent(high)}`;
}

/** `46 % (30 to 60 %)`; one figure where the interval has no width. */
export function percentInterval(ends: Interval, least = leastOfOutput): string {
  const [low, mid, high] = ends.map((end) => percent(end, least)) as [string, string, string];
  return low === high ? mid : `${mid} (${low.replace(" %", "")} to ${high})`;
}

/** `A, B and C`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** A name inside a sentence. `dRAM` and `arF` are no words: only a first word with one capital is one of its own. */
export const lowered = (name: string): string =>
  /^[A-Z][a-z]+(?![A-Za-z\d])/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** A class of control as it is told: `presumption of denial`. */
export const classWords = (name: string): string => name.replaceAll("-", " ");

const usdUnits = [
  { size: 1e9, name: "bn" },
  { size: 1e6, name: "m" },
  { size: 1e3, name: "k" },
] as const;

type Ends = { readonly low: number; readonly high: number };

/** `USD 0 to 12.3 bn`, `USD 51.1 bn to 1,230 bn`: three digits. Amounts in USD. */
export const usdRange = (ends: Ends): string =>
  usdBetween(ends, (value) => Number(value.toPrecision(3)).toLocaleString("en-US", { maximumFractionDigits: 2 }));

/** `USD 4.7 to 13 k`, `USD 82 k to 8.8 bn`: two digits. Amounts in USD. */
export const usdEnds = (ends: Ends): string => usdBetween(ends, amount);

/** Each end in a unit of its own, since the two may lie far apart; the unit once where they are of one magnitude. One figure where they are the same. */
function usdBetween({ low, high }: Ends, shown: (value: number) => string): string {
  const told = (usd: number): { readonly figure: string; readonly unit: string } => {
    const unit = usdUnits.find(({ size }) => usd >= size * 0.995);
    return { figure: usd < 0.5 ? "0" : shown(usd / (unit?.size ?? 1)), unit: usd < 0.5 || unit === undefined ? "" : ` ${unit.name}` };
  };
  const [from, to] = [told(low), told(high)];
  if (from.figure === to.figure && from.unit === to.unit) return `USD ${to.figure}${to.unit}`;
  const once = from.unit === to.unit && high < magnitude * low;
  return `USD ${from.figure}${once ? "" : from.unit} to ${to.figure}${to.unit}`;
}

/** Ends further apart than this are not of one magnitude: `1 to 113 bn` might be read as one dollar. */
const magnitude = 10;

/** `95`, `0.4`, `1,234`: two digits, and none behind the point from ten on. What nobody would see is 0. */
export function amount(value: number): string {
  if (Math.abs(value) < 5e-4) return "0";
  return Math.abs(value) >= 10 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(2)));
}

/** `95 (60 to 120)`; one figure where the ends are the same. */
export function amountInterval([low, mid, high]: Interval): string {
  return amount(low) === amount(high) ? amount(mid) : `${amount(mid)} (${amount(low)} to ${amount(high)})`;
}

/** `USD 95 bn (60 to 120)`; one figure where the ends are the same. USD bn. */
export const usdBn = (ends: Interval): string => `USD ${amountInterval(ends).replace(/^\S+/, "$& bn")}`;

/** What is left out of a sum makes it a lower bound. */
export const atLeast = (leavesOut: boolean): string => (leavesOut ? "at least " : "");

/** How a difference of two sums is told: what is left out of the first makes it a lower bound, what is left out of the second an upper one. */
export function boundOf(first: boolean, second: boolean): string {
  if (first && second) return "by what is known ";
  return second ? "at most " : atLeast(first);
}

/** `1 technology`, `3 technologies`. */
export const technologyCount = (count: number): string => `${count.toLocaleString("en-US")} ${count === 1 ? "technology" : "technologies"}`;

/** `+5 points (1 to 9)`: a difference of two parts in hundredths, with its ends. */
export function percentPoints([low, mid, high]: Interval): string {
  const points = (value: number): string => {
    const hundredths = value * 100;
    const rounded = Math.abs(hundredths) < 0.95 ? Number(hundredths.toPrecision(1)) : Math.round(hundredths);
    return `${Math.abs(hundredths) < 0.01 ? 0 : rounded > 0 ? `+${rounded}` : rounded}`;
  };
  return points(low) === points(high) ? `${points(mid)} points` : `${points(mid)} points (${points(low)} to ${points(high)})`;
}
