import { LevermapError } from "../base/errors.ts";

export const mostParts = 100_000;

/** A reader of `3/8` for an option: one of several parts, from 1. It throws LM_USAGE for anything else. */
export function oneOfSeveral(option: string): (text: string) => { readonly one: number; readonly of: number } {
  return (text) => {
    const [, one = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
    if (one >= 1 && one <= of && of <= mostParts) return { one, of };
    throw new LevermapError("LM_USAGE", `${option} is one of several, such as 3/8, not "${text}".`, { option, value: text });
  };
}
