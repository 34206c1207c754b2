const units =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ordinals = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");

const values = new Map<string, number>([
  ...units.map((word, value) => [word, value] as const),
  ...ordinals.map((word, value) => [word, value] as const),
  ...tens.map((word, at) => [word, (at + 2) * 10] as const),
  ["fourty", 40],
]);
export const isNumberWord = (word: string): boolean => values.has(word);
const isTens = (word: string): boolean => (values.get(word) ?? 0) >= 20;

/** Roman numerals up to 39; larger ones are rare, and look like words and initials. */
const roman = /^(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})$/;

const letterValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

function romanValue(word: string): number {
  let sum = 0;
  for (let i = 0; i < word.length; i++) {
    const value = letterValues[word[i] ?? ""] ?? 0;
    sum += value < (letterValues[word[i + 1] ?? ""] ?? 0) ? -value : value;
  }
  return sum;
}

/** The number of a word in figures, without its ending and leading zeros; `null` of other words. */
export const numberOf = (word: string): string | null => /^(\d+)(?:st|nd|rd|th)?$/.exec(word)?.[1]?.replace(/^0+(?=\d)/, "") ?? null;

/**
 * Extracts numbers from a name: digits, ordinals, number words and Roman numerals (except first, where they are mostly initials). A purely
 * numeric name keeps them as words.
 */
export function withoutNumerals(words: readonly string[]): { readonly words: readonly string[]; readonly numerals: readonly string[] } {
  const rest: string[] = [];
  const numerals: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const found = numberOf(word) ?? (at > 0 && roman.test(word) ? String(romanValue(word)) : null);
    const spoken = values.get(word);
    if (found !== null) numerals.push(found);
    else if (spoken !== undefined) {
      const unit = isTens(word) ? values.get(words[at + 1] ?? "") : undefined;
      const joined = unit !== undefined && unit > 0 && unit < 10;
      numerals.push(String(spoken + (joined ? unit : 0)));
      if (joined) at++;
    } else rest.push(word);
  }
  return rest.length > 0 ? { words: rest, numerals } : { words, numerals: [] };
}

/** Whether two names have different numbers, or only one has any. A number said twice, `38th Institute (CETC 38)`, is one label. */
export function numeralsDiffer(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 && b.length === 0) return false;
  const [one, other] = [new Set(a), new Set(b)];
  return one.size !== other.size || [...one].some((numeral) => !other.has(numeral));
}
