import type { Row } from "../base/tables.ts";
import { type AtlasRow, type AtlasRows, type Problem, problemOf } from "./parameter-domains.ts";
import { SymbolIndex, symbolPattern } from "./technology-rule-symbols.ts";
import { type Assignment, type ClassifiedText, plainWords, wordTest } from "./technology-rules.ts";

/** The items of a list joined by `;`, as they stand; an item of blanks is empty. */
export const listItems = (text: string): readonly string[] => text.split(";").map((item) => item.trim());

/** Errors of research problems (classes, words, dates) and of what takes the place of what. */
export const checkResearch = (tables: AtlasRows): readonly Problem[] => [
  ...tables("problem").flatMap((record) => [...checkLists(record), ...checkClock(record)]),
  ...tables("successor").flatMap(checkSuccessor),
];

function checkLists(record: AtlasRow): readonly Problem[] {
  const classes = listItems(String(record.row.classes));
  const words = listItems(String(record.row.words));
  return [
    ...classes.filter((each) => symbolPattern(each) === null).map((each) => problemOf(record, `"${each}" is not a class`)),
    ...(words.includes("") ? [problemOf(record, "a word is empty")] : []),
    ...(new Set(words).size < words.length ? [problemOf(record, "a word stands twice")] : []),
    ...(new Set(classes).size < classes.length ? [problemOf(record, "a class stands twice")] : []),
  ];
}

/** What is to come cannot be decided before the year in which its state is told. */
function checkClock(record: AtlasRow): readonly Problem[] {
  const { clock_high: latest, year } = record.row;
  const over = latest != null && year != null && latest < year;
  return over ? [problemOf(record, `the clock ends in ${latest}, before ${year}, the year of its state`)] : [];
}

function checkSuccessor(record: AtlasRow): readonly Problem[] {
  const { technology, replaces, part_low: low, part_high: high } = record.row;
  return [
    ...(technology === replaces ? [problemOf(record, `${technology} takes the place of itself`)] : []),
    ...(low != null && high != null && low > high ? [problemOf(record, `part_low ${low} is above part_high ${high}`)] : []),
  ];
}

/** Begins the rule of an assignment that is for a problem of the technology. */
export const problemRule = "problem:";

type ProblemMatch = (document: ClassifiedText, technologies: ReadonlySet<string>) => readonly Assignment[];

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
