import { type AtlasRow, type AtlasRows, type Problem, problemOf } from "./parameter-domains.ts";
import { symbolPattern } from "./technology-rule-symbols.ts";

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
