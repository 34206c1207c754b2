/** Depth of a symbol: section 0, class 1, subclass 2, main group 3, subgroups 3 and their dots. */
export const depthOf = (symbol: string, dots: number): number =>
  symbol.includes("/") ? 3 + Math.max(0, dots) : symbol.length === 1 ? 0 : symbol.length === 3 ? 1 : 2;

/** What a symbol above the groups, or a main group, stands in: `H01L` in `H01`, `H01` in `H`; `null` for sections and subgroups. */
export function upperSymbol(symbol: string): string | null {
  if (symbol.includes("/")) return /\/00$/.test(symbol) ? symbol.slice(0, 4) : null;
  return symbol.length === 4 ? symbol.slice(0, 3) : symbol.length === 3 ? symbol.slice(0, 1) : null;
}

/** A symbol of CPC or IPC without blanks; `null` for anything else. A main group may stand without `/00`, as in older lists. */
export function titleSymbol(printed: string): string | null {
  const compact = printed.replace(/\s/g, "").toUpperCase();
  if (/^[A-HY](?:\d{2}(?:[A-Z](?:\d{1,4}\/\d{2,6})?)?)?$/.test(compact)) return compact;
  return /^[A-HY]\d{2}[A-Z]\d{1,4}$/.test(compact) ? `${compact}/00` : null;
}

/** Gives each symbol of a list in the order of the scheme its parent: the last symbol of fewer dots in the same main group. */
export class ParentFinder {
  readonly #open: (string | undefined)[] = [];

  parent(symbol: string, depth: number): string | null {
    const group = symbol.slice(0, symbol.indexOf("/") + 1);
    const above = depth > 3 ? this.#open.slice(3, depth).findLast((each) => each?.startsWith(group)) : undefined;
    this.#open.length = depth;
    this.#open[depth] = symbol;
    return upperSymbol(symbol) ?? above ?? null;
  }
}
