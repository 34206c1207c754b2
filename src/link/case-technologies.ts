import { type Assignment, plainWords, wordTest } from "./technology-rules.ts";

export type TitleMatch = (title: string) => readonly Assignment[];

/**
 * Finds technologies in case titles by names, ids and aliases of two or more words, as whole words (plural `s` allowed); single words such
 * as "scanner" are too ambiguous. The rule is `title:` and the spelling, one per technology.
 */
export function titleTechnologies(
  technologies: readonly { readonly id: string; readonly name: string }[],
  aliases: readonly { readonly alias: string; readonly technology: string }[],
): TitleMatch {
  const spellings = [
    ...technologies.map(({ id, name }) => ({ technology: id, spelling: name })),
    ...technologies.map(({ id }) => ({ technology: id, spelling: id })),
    ...aliases
      .filter(({ alias }) => plainWords(alias).trim().includes(" "))
      .map(({ alias, technology }) => ({ technology, spelling: alias })),
  ];
  const tests = spellings.flatMap(({ technology, spelling }) => {
    const plain = plainWords(spelling).trim();
    return plain.length < shortest ? [] : [{ technology, rule: `title:${plain}`, holds: wordTest([plain]) }];
  });
  return (title) => {
    const words = plainWords(title);
    const found = new Map<string, Assignment>();
    for (const { technology, rule, holds } of tests) {
      if (!found.has(technology) && holds(words)) found.set(technology, { technology, rule });
    }
    return [...found.values()];
  };
}

/** Shortest spelling; shorter ones are ambiguous. */
const shortest = 3;
