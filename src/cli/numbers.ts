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
