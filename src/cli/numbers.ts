import { LevermapError } from "../base/errors.ts";

/** A reader of whole numbers for an option. It throws LM_USAGE for anything else or outside the range. */
export function wholeNumber(option: string, low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= low && value <= high) return value;
    throw new LevermapError("LM_USAGE", `${option} is a whole number from ${low} to ${high}, not "${text}".`, { option, value: text });
  };
}

/** Reads `0.1` or `10%` as a fraction of 0 to 1. The reader throws LM_USAGE for anything else. */
export function fraction(option: string): (text: string) => number {
  return (text) => {
    const match = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text);
    const value = match ? Number(match[1]) / (match[2] === "%" ? 100 : 1) : Number.NaN;
    if (value >= 0 && value <= 1) return value;
    throw new LevermapError("LM_USAGE", `${option} is a fraction such as 0.1 or 10%, not "${text}".`, { option, value: text });
  };
}

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Reads `90s`, `30m`, `6h` or `1d` as milliseconds, of a second to 24 days. The reader throws LM_USAGE for anything else. */
export function duration(option: string): (text: string) => number {
  return (text) => {
    const match = /^(\d{1,7})([smhd])$/.exec(text);
    const value = match === null ? 0 : Number(match[1]) * (seconds[match[2]!] ?? 0) * 1000;
    // A timer holds no more
    if (value >= 1000 && value <= 24 * 86_400_000) return value;
    throw new LevermapError("LM_USAGE", `${option} is a time such as 30m, 6h or 1d, not "${text}".`, { option, value: text });
  };
}
