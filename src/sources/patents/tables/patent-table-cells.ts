import { fail } from "../../format/records.ts";

const shapes: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [/^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:T.*)?$/, [1, 2, 3]],
  [/^(\d{4})(\d{2})(\d{2})$/, [1, 2, 3]],
  [/^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/, [3, 1, 2]],
  [/^(\d{4})[-./](\d{2})$/, [1, 2, 0]],
  [/^(\d{4})$/, [1, 0, 0]],
];

/**
 * A date of a text as YYYY-MM-DD (YYYY-MM or YYYY if that is all there is): year first with any sign between, without one, or
 * as in the US with the month first. Empty and zero are unknown (`null`). Throws BadRow for anything else.
 */
export function parseDate(text: string, name: string): string | null {
  if (text === "" || /^0+$/.test(text)) return null;
  for (const [shape, [year, month, day]] of shapes) {
    const match = shape.exec(text);
    if (match) return checked(match[year] ?? "", match[month] ?? "", match[day] ?? "", month, day) ?? fail(`${name} is not a date`);
  }
  return fail(`${name} is not a date`);
}

function checked(year: string, month: string, day: string, hasMonth: number, hasDay: number): string | null {
  if (Number(year) < 1700 || Number(year) > 2100) return null;
  if (!hasMonth || (hasDay > 0 && Number(day) === 0 && Number(month) === 0)) return year;
  const shown = `${year}-${month.padStart(2, "0")}`;
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (!hasDay || Number(day) === 0) return shown;
  const full = `${shown}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${full}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(full) ? full : null;
}

/**
 * A symbol of CPC or IPC in compact form: without blanks and leading zeros of the group (`H01L 0021/762` is `H01L21/762`);
 * a subclass alone stays one. `null` where it is neither.
 */
export function classSymbol(text: string): string | null {
  const compact = text.toUpperCase().replace(/\s+/g, "");
  const [, subclass, group, subgroup] = /^([A-HY]\d{2}[A-Z])0*(\d{1,4})\/(\d{2,6})(?:\(.*\))?$/.exec(compact) ?? [];
  if (subclass !== undefined) return `${subclass}${group}/${subgroup}`;
  return /^[A-HY]\d{2}[A-Z]$/.test(compact) ? compact : null;
}
