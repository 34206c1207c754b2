import type { Row } from "../base/tables.ts";
import { listItems } from "./research-problems.ts";
import { SymbolIndex, symbolPattern } from "./technology-rule-symbols.ts";
import { type Assignment, type ClassifiedText, plainWords, wordTest } from "./technology-rules.ts";

/** Begins the rule of an assignment that is for a problem of the technology. */
export const problemRule = "problem:";

export type ProblemMatch = (document: ClassifiedText, technologies: ReadonlySet<string>) => readonly Assignment[];

/**
 * Compiles the rows of `problem`: a document of the problem's technology counts for it if one of its classes (of either scheme) covers one of
 * the document's and one of its words is in the text. The rule is `problem:` and the id. A class that is not valid covers nothing.
 */
export function compileProblems(rows: readonly Pick<Row<"problem">, "id" | "technology" | "classes" | "words">[]): ProblemMatch {
  const index = new SymbolIndex();
  const problems = rows.map(({ id, technology, classes, words }, at) => {
    index.add(
      listItems(classes).flatMap((each) => symbolPattern(each) ?? []),
      at,
    );
    return { assignment: { technology, rule: problemRule + id }, holds: wordTest(listItems(words).filter((each) => each !== "")) };
  });
  const of = new Set(rows.map(({ technology }) => technology));
  return ({ symbols, text }, technologies) => {
    if (![...technologies].some((each) => of.has(each))) return [];
    const covered = [...new Set(symbols.flatMap(({ symbol }) => index.rules(symbol)))].sort((a, b) => a - b);
    const words = covered.length > 0 ? plainWords(text) : "";
    return covered.flatMap((at) => {
      const problem = problems[at];
      return problem && technologies.has(problem.assignment.technology) && problem.holds(words) ? [problem.assignment] : [];
    });
  };
}
