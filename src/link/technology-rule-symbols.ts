import type { Row } from "../base/tables.ts";

/** A subclass, main group, subgroup with its descendants, or range of subgroups. */
interface Pattern {
  readonly subclass: string;
  readonly group: string | null;
  readonly low: string | null;
  readonly high: string | null;
}

const written = /^([A-HY]\d{2}[A-Z])(?:(\d{1,4})(?:\/(\d{2,6})(?:-(\d{2,6}))?)?)?$/;

/**
 * Parses a pattern: `H10B` (subclass), `C09G1` or `C09G1/00` (main group), `H01L21/762` (subgroup by digit prefix), `H01L27/108-115` (range,
 * as decimals), `H10P50/00-00` (the main group's own symbol); `null` if invalid.
 */
export function symbolPattern(text: string): Pattern | null {
  const [, subclass, group, low, high] = written.exec(text) ?? [];
  if (subclass === undefined) return null;
  if (low === undefined || (low === "00" && high === undefined)) return { subclass, group: group ?? null, low: null, high: null };
  if (high !== undefined && high < low) return null;
  return { subclass, group: group ?? null, low, high: high ?? null };
}

interface Place {
  readonly whole: number[];
  readonly begins: Map<string, number[]>;
  readonly ranges: { readonly low: string; readonly high: string; readonly rule: number }[];
}

/** Cache size; CPC has about 260,000 symbols. */
const remembered = 1 << 19;

const none: readonly number[] = [];

/** Index of patterns by subclass, main group and subgroup prefixes. */
export class SymbolIndex {
  private readonly places = new Map<string, Place>();
  private readonly found = new Map<string, readonly number[]>();

  add(patterns: readonly Pattern[], rule: number): void {
    for (const { subclass, group, low, high } of patterns) {
      const place = this.place(subclass + (group ?? ""));
      if (low === null) place.whole.push(rule);
      else if (high !== null) place.ranges.push({ low, high, rule });
      else place.begins.set(low, [...(place.begins.get(low) ?? []), rule]);
    }
  }

  /** Distinct rule numbers covering a compact symbol such as `H01L21/76254`, ascending. */
  rules(symbol: string): readonly number[] {
    const known = this.found.get(symbol);
    if (known) return known;
    const rules = this.lookUp(symbol);
    if (this.found.size >= remembered) this.found.clear();
    this.found.set(symbol, rules);
    return rules;
  }

  private place(key: string): Place {
    const place = this.places.get(key) ?? { whole: [], begins: new Map(), ranges: [] };
    this.places.set(key, place);
    return place;
  }

  private lookUp(symbol: string): readonly number[] {
    const slash = symbol.indexOf("/");
    const subclass = this.places.get(symbol.slice(0, 4));
    const group = symbol.length > 4 ? this.places.get(slash < 0 ? symbol : symbol.slice(0, slash)) : undefined;
    if (!subclass && !group) return none;
    const hits = [
      ...(subclass?.whole ?? []),
      ...(group?.whole ?? []),
      ...(group && slash > 0 ? under(group, symbol.slice(slash + 1)) : []),
    ];
    return [...new Set(hits)].sort((a, b) => a - b);
  }
}

function under({ begins, ranges }: Place, digits: string): number[] {
  const hits = ranges.filter(({ low, high }) => digits >= low && (digits <= high || digits.startsWith(high))).map(({ rule }) => rule);
  for (let length = 1; length <= digits.length; length++) hits.push(...(begins.get(digits.slice(0, length)) ?? []));
  return hits;
}

/** Main groups from this number are indexing codes. */
const firstIndexingGroup = 2000;

/** Main groups in each technology's rules ("H01L21"), distinct and ordered. */
export function ruleGroups(rows: readonly Pick<Row<"patent_rule">, "technology" | "symbols">[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, Set<string>>();
  for (const { technology, symbols } of rows) {
    const own = groups.get(technology) ?? new Set();
    for (const group of (symbols ?? "").split(";").flatMap(groupOf)) own.add(group);
    groups.set(technology, own);
  }
  return new Map([...groups].map(([technology, own]) => [technology, [...own].sort()]));
}

function groupOf(item: string): readonly string[] {
  const pattern = symbolPattern(item.trim());
  return pattern === null || pattern.group === null || Number(pattern.group) >= firstIndexingGroup
    ? []
    : [pattern.subclass + pattern.group];
}
