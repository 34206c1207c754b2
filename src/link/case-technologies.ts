import { plainWords, wordTest } from "./technology-rule-words.ts";
import type { Assignment } from "./technology-rules.ts";

/** Finds technologies that a title of a case names, each with the rule that found it. */
export type TitleMatch = (title: string) => readonly Assignment[];

/**
 * A test of titles by the names, ids and aliases of technologies, which must stand in the title as whole words (a plural `s` aside). Aliases of
 * one word do not count: a title about any goods says "scanner", "track" or "strip" of something else. A title that names none has
 * none. The rule is `title:` and the spelling that was found; of several of one technology the first.
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

/** Shorter spellings stand in too many words and abbreviations. */
const shortest = 3;
