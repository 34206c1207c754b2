import { kept } from "../base/collections.ts";

/** Made once a language, as `inFull` of `format.ts`. */
const formatsOf = kept((tag: string) => ({
  number: new Intl.NumberFormat(tag, { maximumFractionDigits: 20 }),
  amount: new Intl.NumberFormat(tag, { notation: "compact", maximumSignificantDigits: 3 }),
  day: new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" }),
}));

/** Whether a text is a number, or a part in per cent, and nothing else. */
export const isNumber = (text: string): boolean => /^[<>+−-]*\d{1,3}(?:,\d{3})+(?:\.\d+)?%?$/.test(text);

/** A number as pages tell it in English, with the separators of a language; years and other digits without separators stay as they are. */
export function numberIn(text: string, tag: string): string {
  const [, before = "", digits = "", after = ""] = /^([<>+−-]*)(\d[\d,]*(?:\.\d+)?)(.*)$/.exec(text) ?? [];
  if (!digits.includes(",")) return text;
  return before + formatsOf(tag).number.format(Number(digits.replaceAll(",", ""))) + after;
}

const sizes: Readonly<Record<string, number>> = { T: 1e12, B: 1e9, M: 1e6 };

/** An amount of money such as `4.2 B` in the units of a language. @param unit of an amount that has none itself: `T`, `B`, `M`, or "" */
export function amountIn(text: string, unit: string, tag: string): string {
  const [, before = "", digits = "", own = unit] = /^([<>+−-]*)(\d[\d,.]*)(?: ([TBM]))?$/.exec(text) ?? [];
  if (digits === "") return text;
  const value = Number(digits.replaceAll(",", "")) * (sizes[own] ?? 1);
  return before + formatsOf(tag).amount.format(value);
}

/** A day `YYYY-MM-DD` as a language writes it; `null`: the text is no day. */
export function dateIn(text: string, tag: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return null;
  return formatsOf(tag).day.format(day);
}
