import type { Row } from "../base/tables.ts";
import { symbolPattern } from "./technology-rule-symbols.ts";

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
