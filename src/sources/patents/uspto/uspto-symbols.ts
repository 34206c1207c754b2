/** Symbols of classes as the USPTO printed them in fifty years, in the compact form of the workspace. `null` where they are none. */

/** IPC until 2005: `H01L 21762` and `B60R  900` (three places of the group, then the subgroup), `G06F017/60`, `H01L 21/762`. */
export function ipcSymbol(printed: string): string | null {
  const text = printed.trim().toUpperCase();
  const [, subclass, group, subgroup] =
    /^([A-H]\d\d[A-Z])\s*0*(\d{1,4})\s*\/\s*(\d{2,6})$/.exec(text) ?? /^([A-H]\d\d[A-Z])([ \d]{2}\d)(\d{2,6})$/.exec(text) ?? [];
  const short = /^([A-H]\d\d[A-Z])\s*(\d{1,2})(\d{2})$/.exec(text);
  if (subclass !== undefined && group !== undefined) return `${subclass}${Number(group)}/${subgroup}`;
  return short === null ? null : `${short[1]}${Number(short[2])}/${short[3]}`;
}

/** CPC, and IPC since 2006, from their parts; the group may have four digits and is written without leading zeros. */
export function partsSymbol(
  section: string | null,
  klass: string | null,
  subclass: string | null,
  group: string | null,
  subgroup: string | null,
): string | null {
  const head = `${section ?? ""}${klass ?? ""}${subclass ?? ""}`.toUpperCase();
  if (!/^[A-HY]\d\d[A-Z]$/.test(head)) return null;
  if (group === null || subgroup === null || !/^\d{1,4}$/.test(group) || !/^\d{1,6}$/.test(subgroup)) return head;
  return `${head}${Number(group)}/${subgroup}`;
}

/**
 * US classes: three places of the class, then three of the subclass with its decimals (`224 4207` is 224/42.07, `179 90K` is 179/90K,
 * `705026000` is 705/26). Blanks at the beginning count; digits alone that are too few have lost theirs.
 */
export function uspcSymbol(printed: string): string | null {
  const bare = printed.trimEnd().toUpperCase();
  const text = /^\d+$/.test(bare) ? bare.padStart(6, " ") : bare;
  const klass = text
    .slice(0, 3)
    .replace(/\s/g, "")
    .replace(/^(D?)0+(?=\d)/, "$1");
  const subclass = subclassOf(text.slice(3));
  return /^(\d{1,3}|D\d{1,2}|PLT|G9B)$/.test(klass) && subclass !== null ? `${klass}/${subclass}` : null;
}

function subclassOf(printed: string): string | null {
  const [, whole, decimals] = /^([ \d]{2}\d)(\d{1,3})$/.exec(printed) ?? [];
  if (whole === undefined || decimals === undefined) {
    const joined = printed.replace(/\s/g, "").replace(/^0+(?=\d)/, "");
    return /^[A-Z0-9.]{1,12}$/.test(joined) ? joined : null;
  }
  const part = decimals.length === 3 ? decimals.replace(/0+$/, "") : decimals;
  return part === "" ? String(Number(whole)) : `${Number(whole)}.${part}`;
}

/** The same where class and subclass stand in elements of their own (`705`, `026000`). */
export const uspcOfParts = (klass: string | null, subclass: string | null): string | null =>
  klass === null || subclass === null ? null : uspcSymbol(klass.padStart(3, " ") + subclass);

/** Locarno: `0201` is 02-01. */
export function locarnoSymbol(printed: string): string | null {
  const [, klass, subclass] = /^D?\s*(\d\d)\s*-?\s*(\d\d)$/i.exec(printed.trim()) ?? [];
  return klass === undefined ? null : `${klass}-${subclass}`;
}
