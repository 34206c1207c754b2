import { percent } from "../../answers/shared/words.ts";

interface Range {
  readonly low: number | null;
  readonly high: number | null;
}

/** `54 %`, `50 to 60 %`, or `unknown`. */
export function shareRange({ low, high }: Range): string {
  if (low === null || high === null) return "unknown";
  return percent(low) === percent(high) ? percent(low) : `${percent(low).replace(" %", "")} to ${percent(high)}`;
}

/** `6 to 12 months`, `0.2 fraction`, `1997 to 1999` where the unit is a year, or `unknown`. */
export function amountRange({ low, high }: Range, unit: string): string {
  if (low === null && high === null) return "unknown";
  if (unit === "year")
    return low !== null && high !== null ? yearRange({ low, high }) : low === null ? `${high} or before` : `${low} or later`;
  const [from, to] = [figure(low), figure(high)];
  if (low === null || high === null) return low === null ? `at most ${to} ${unit}` : `at least ${from} ${unit}`;
  return `${from === to ? from : `${from} to ${to}`} ${unit}`;
}

/** Years have no separators and no decimals. */
export function yearRange({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? `${low}` : `${low} to ${high}`;
}

export const count = (value: number): string => value.toLocaleString("en-US");

/** `1 load`, `3 loads`. */
export const counted = (value: number, noun: string): string => `${count(value)} ${noun}${value === 1 ? "" : "s"}`;

function figure(value: number | null): string {
  return value === null ? "" : Number(value.toPrecision(4)).toLocaleString("en-US", { maximumFractionDigits: 6 });
}
