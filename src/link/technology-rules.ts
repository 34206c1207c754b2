import { LevermapError } from "../base/errors.ts";
import type { Row } from "../base/tables.ts";
import { SymbolIndex, symbolPattern } from "./technology-rule-symbols.ts";

/** Input of a rule: compact class symbols, title and abstract. */
export interface ClassifiedText {
  readonly symbols: readonly { readonly scheme: string; readonly symbol: string }[];
  readonly text: string;
}

export interface Assignment {
  readonly technology: string;
  readonly rule: string;
}

export type TechnologyMatch = (document: ClassifiedText) => readonly Assignment[];

interface Rule extends Assignment {
  readonly words: ((text: string) => boolean) | null;
  readonly withoutWords: (text: string) => boolean;
}

/**
 * Compiles the rows of `patent_rule`. A rule holds if a symbol covers one of the document's classes (or it has none), a word occurs (or it
 * has none), and no `without_*` does. CPC symbols, else IPC. Answers in row order. Throws LM_ATLAS_INVALID for an invalid symbol pattern or
 * an empty rule.
 */
export function compileRules(rows: readonly Row<"patent_rule">[]): TechnologyMatch {
  const index = new SymbolIndex();
  const without = new SymbolIndex();
  const rules = rows.map((row, at): Rule => {
    const symbols = patterns(row, row.symbols);
    const words = items(row.words);
    if (symbols.length + words.length === 0) throw invalid(row, "has neither symbols nor words");
    index.add(symbols, at);
    without.add(patterns(row, row.without_symbols), at);
    return {
      technology: row.technology,
      rule: row.id,
      words: words.length > 0 ? wordTest(words) : null,
      withoutWords: wordTest(items(row.without_words)),
    };
  });
  const always = rows.flatMap((row, at) => (items(row.symbols).length === 0 ? [at] : []));
  return (document) => {
    const scheme = document.symbols.some((each) => each.scheme === "cpc") ? "cpc" : "ipc";
    const candidates = covering(index, document, scheme, always);
    if (candidates.length === 0) return [];
    const excluded = covering(without, document, scheme, []);
    const text = plainWords(document.text);
    return candidates.flatMap((at) => {
      const { technology, rule, words, withoutWords } = rules[at] as Rule;
      const holds = !excluded.includes(at) && (words === null || words(text)) && !withoutWords(text);
      return holds ? [{ technology, rule }] : [];
    });
  };
}

/** Rules covering a symbol of this scheme, and those of `always`, ascending. */
function covering(index: SymbolIndex, { symbols }: ClassifiedText, scheme: string, always: readonly number[]): readonly number[] {
  let found: Set<number> | undefined;
  for (const each of symbols) {
    if (each.scheme !== scheme) continue;
    for (const at of index.rules(each.symbol)) {
      found ??= new Set(always);
      found.add(at);
    }
  }
  return found ? [...found].sort((a, b) => a - b) : always;
}

const items = (cell: string | null): readonly string[] =>
  (cell ?? "")
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "");

const patterns = (row: Row<"patent_rule">, cell: string | null) => items(cell).map((item) => symbolPattern(item) ?? fail(row, item));

function fail(row: Row<"patent_rule">, item: string): never {
  throw invalid(row, `has ${item}, which is not a valid symbol, main group, subclass or range`);
}

const invalid = (row: Row<"patent_rule">, reason: string): LevermapError =>
  new LevermapError("LM_ATLAS_INVALID", `Patent rule ${row.id} ${reason}`, { rule: row.id });

/** Scripts without spaces or with attached particles: terms may occur anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Lower case, single spaces between and around words in place of punctuation. */
export const plainWords = (text: string): string =>
  ` ${text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

interface Term {
  readonly begins: string;
  readonly ends: readonly string[] | null;
}

/** Tests for terms at word boundaries, plural `s` or `es` allowed; a final `*` matches any ending. Literal search is fastest. */
export function wordTest(terms: readonly string[]): (words: string) => boolean {
  const read = terms.map(readTerm);
  return (words) => read.some((term) => occursIn(term, words));
}

function readTerm(term: string): Term {
  const words = plainWords(term);
  if (unspaced.test(words)) return { begins: words.trim(), ends: null };
  return { begins: words.trimEnd(), ends: term.endsWith("*") ? null : [" ", "s ", "es "] };
}

function occursIn({ begins, ends }: Term, words: string): boolean {
  for (let at = words.indexOf(begins); at >= 0; at = words.indexOf(begins, at + 1)) {
    if (ends === null || ends.some((end) => words.startsWith(end, at + begins.length))) return true;
  }
  return false;
}
