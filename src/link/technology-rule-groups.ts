import type { Row } from "../base/tables.ts";
import { symbolPattern } from "./technology-rule-symbols.ts";

/** From this number on main groups are indexing codes, under which nothing is claimed. */
const firstIndexingGroup = 2000;

/** Main groups that the rules of each technology name ("H01L21"), each once, in order; a technology whose rules name none has an empty list. */
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
