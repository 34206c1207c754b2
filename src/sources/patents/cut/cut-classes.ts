import { LevermapError } from "../../../base/errors.ts";
import type { Row } from "../../../base/tables.ts";
import { SymbolIndex, symbolPattern } from "../../../link/technology-rule-symbols.ts";

/** The classes that make a corpus of chips, beside those that rules of the atlas name. */
export const chipClasses: readonly string[] = ["H01L", "H10", "G03F", "G11C", "C23C16/00", "C30B", "H01J37/00", "B24B37/00", "G01R31/00"];

/** Classes to which tables are cut: sections and classes (`H`, `H10`) and patterns as rules of technologies have them. */
export interface CutClasses {
  /** What is said of them. */
  readonly label: string;
  /** All of them in order, which tells one cut from another. */
  readonly patterns: readonly string[];
  /** Whether a compact symbol (`H01L21/762`) is in one of them. */
  covers(symbol: string): boolean;
}

/** Throws LM_USAGE for what is no class. */
export function cutClasses(patterns: readonly string[], label = patterns.join(" ")): CutClasses {
  const index = new SymbolIndex();
  const prefixes: string[] = [];
  for (const [at, text] of patterns.entries()) {
    const compact = text.toUpperCase().replaceAll(" ", "");
    if (/^[A-HY](\d{2})?$/.test(compact)) {
      prefixes.push(compact);
      continue;
    }
    const pattern = symbolPattern(compact);
    if (pattern === null) {
      throw new LevermapError("LM_USAGE", `"${text}" is not a class: write H10, H01L, C23C16, H01L21/762 or H01L27/108-115.`, {
        class: text,
      });
    }
    index.add([pattern], at);
  }
  return {
    label,
    patterns: [...patterns].sort(),
    covers: (symbol) => prefixes.some((prefix) => symbol.startsWith(prefix)) || index.rules(symbol).length > 0,
  };
}

/** The classes of chips, and all that rules of technologies name. */
export function atlasClasses(rules: readonly Pick<Row<"patent_rule">, "symbols">[]): CutClasses {
  const named = rules.flatMap(({ symbols }) => (symbols ?? "").split(";").map((each) => each.trim())).filter((each) => each !== "");
  const all = [...new Set([...chipClasses, ...named])];
  return cutClasses(all, `${chipClasses.join(" ")} and ${all.length - chipClasses.length} symbols of the atlas`);
}
