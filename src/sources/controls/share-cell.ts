import { fail } from "../format/records.ts";

/** A share as bounds, fractions of one; `null`: unknown. */
export interface ShareBounds {
  readonly low: number | null;
  readonly high: number | null;
}

/** Characters of a share. */
const longest = 40;

const figure = String.raw`(\d+(?:[.,]\d+)?)\s*%?`;
const one = new RegExp(`^${figure}$`);
const two = new RegExp(String.raw`^${figure}\s*(?:-|–|to)\s*${figure}$`);
const bound = new RegExp(`^(<=?|>=?|≤|≥)\\s*${figure}$`);

/**
 * `51`, `51.5 %`, `25-50`, `>25`, `≤ 10`; unknown where it is empty. `whole`: what stands for all of a firm, 100 or 1. Throws BadRow for other
 * texts, for more than all, and for bounds upside down.
 */
export function shareCell(text: string, whole: 1 | 100): ShareBounds {
  if (text.length > longest) return fail(`share is not a figure: ${text.slice(0, longest)}`);
  if (text === "") return { low: null, high: null };
  const part = (cell: string): number => partOf(cell, whole);
  const [, low, high] = two.exec(text) ?? [];
  if (low !== undefined && high !== undefined) return ordered(part(low), part(high));
  const [, single] = one.exec(text) ?? [];
  if (single !== undefined) return { low: part(single), high: part(single) };
  const [, sign = "", end] = bound.exec(text) ?? [];
  if (end === undefined) return fail(`share is not a figure: ${text}`);
  return /^[<≤]/.test(sign) ? { low: 0, high: part(end) } : { low: part(end), high: null };
}

/** Bounds in two cells. Throws BadRow. */
export function shareBounds(low: string, high: string, whole: 1 | 100): ShareBounds {
  const [least, most] = [shareCell(low, whole).low, shareCell(high, whole).high];
  return least !== null && most !== null ? ordered(least, most) : { low: least, high: most };
}

function partOf(cell: string, whole: 1 | 100): number {
  const part = Number((Number(cell.replace(",", ".")) / whole).toFixed(12));
  return part > 1 ? fail(`share is more than all: ${cell}`) : part;
}

const ordered = (low: number, high: number): ShareBounds => (low > high ? fail(`share is upside down: ${low} to ${high}`) : { low, high });
