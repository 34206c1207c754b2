/** Longer words are compared by their first letters, to bound the cost. */
export const longestWord = 48;

const width = longestWord * 4 + 2;
const rows = [new Float64Array(width), new Float64Array(width), new Float64Array(width)] as const;

/** Optimal string alignment distance: insertions, deletions, substitutions, transpositions of neighbours. */
export function editsBetween(left: string, right: string): number {
  const [a, b] = [left.slice(0, longestWord), right.slice(0, longestWord)];
  if (a === b) return 0;
  let [before, last, next] = rows as readonly Float64Array[] as [Float64Array, Float64Array, Float64Array];
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    next[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let least = Math.min(last[j]! + 1, next[j - 1]! + 1, last[j - 1]! + (letter === other ? 0 : 1));
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) least = Math.min(least, before[j - 2]! + 1);
      next[j] = least;
    }
    [before, last, next] = [last, next, before];
  }
  return last[b.length]!;
}

const vowels = "aeiou";
const soft = "aeiouyhw";
/** Consonant substitutions between romanisations and their costs. */
const near: readonly (readonly [string, number])[] = [
  ["lr", 0.15],
  ["vw", 0.1],
  ["bv", 0.2],
  ["fv", 0.3],
  ["pf", 0.3],
  ["bp", 0.3],
  ["fh", 0.3],
  ["ph", 0.4],
  ["bh", 0.4],
  ["dt", 0.3],
  ["ck", 0.1],
  ["kq", 0.1],
  ["cq", 0.2],
  ["gk", 0.3],
  ["cg", 0.4],
  ["gj", 0.2],
  ["jz", 0.3],
  ["cj", 0.3],
  ["qj", 0.4],
  ["sz", 0.2],
  ["sc", 0.3],
  ["sx", 0.3],
  ["jy", 0.3],
  ["ts", 0.5],
  ["tc", 0.5],
  ["tz", 0.5],
  ["dz", 0.4],
  ["cz", 0.4],
  ["dj", 0.4],
  ["sj", 0.4],
  ["mn", 0.3],
  ["kx", 0.4],
  ["hk", 0.4],
  ["gh", 0.4],
];

const a = 97;
const exchange = new Float64Array(26 * 26).fill(1);
const leave = new Float64Array(26).fill(1);
for (const letter of soft) {
  leave[letter.charCodeAt(0) - a] = vowels.includes(letter) ? 0.35 : 0.3;
  for (const other of soft)
    exchange[(letter.charCodeAt(0) - a) * 26 + other.charCodeAt(0) - a] = vowels.includes(letter) && vowels.includes(other) ? 0.2 : 0.3;
}
for (const [pair, cost] of near) {
  const [one, other] = [pair.charCodeAt(0) - a, pair.charCodeAt(1) - a];
  exchange[one * 26 + other] = cost;
  exchange[other * 26 + one] = cost;
}
for (let letter = 0; letter < 26; letter++) exchange[letter * 27] = 0;

const isLetter = (code: number): boolean => code >= a && code < a + 26;

/** Substitution cost of two letters by sound, 0 to 1; 1 outside a to z. */
export const soundExchange = (one: number, other: number): number =>
  one === other ? 0 : isLetter(one) && isLetter(other) ? exchange[(one - a) * 26 + other - a]! : 1;

/** Letters from 0, digits behind them, all else as one. */
const lettersAndDigits = "abcdefghijklmnopqrstuvwxyz0123456789";
const otherLetter = lettersAndDigits.length;
export const letterOf = (code: number): number =>
  isLetter(code) ? code - a : code >= zero && code <= zero + 9 ? code - zero + 26 : otherLetter;
const zero = 48;

/** Costs of exchanging a letter or digit for each, by `letterOf`. What is neither is like nothing. */
const exchanges: readonly Float64Array[] = Array.from({ length: otherLetter + 1 }, (_, one) =>
  Float64Array.from({ length: otherLetter + 1 }, (_, other) =>
    one === otherLetter || other === otherLetter ? 1 : soundExchange(lettersAndDigits.charCodeAt(one), lettersAndDigits.charCodeAt(other)),
  ),
);
export const exchangesOf = (code: number): Float64Array => exchanges[letterOf(code)]!;

/** Deletion cost of a letter; doubled letters cost little. */
export const soundLoss = (code: number, previous: number): number => {
  const cost = isLetter(code) ? leave[code - a]! : 1;
  return code === previous ? Math.min(cost, 0.1) : cost;
};

/** Sound content of a word: cost of deleting all letters. */
export function soundOf(word: string): number {
  let sum = 0;
  for (let i = 0; i < word.length; i++) sum += soundLoss(word.charCodeAt(i), i > 0 ? word.charCodeAt(i - 1) : 0);
  return sum;
}

/** Phonetic edit distance with vowels and similar consonants discounted. */
export function soundDistance(left: string, right: string): number {
  const [one, other] = [left.slice(0, longestWord), right.slice(0, longestWord)];
  if (one === other) return 0;
  let [last, next] = [rows[0], rows[1]] as [Float64Array, Float64Array];
  last[0] = 0;
  for (let j = 1; j <= other.length; j++) last[j] = last[j - 1]! + soundLoss(other.charCodeAt(j - 1), j > 1 ? other.charCodeAt(j - 2) : 0);
  for (let i = 1; i <= one.length; i++) {
    const code = one.charCodeAt(i - 1);
    const loss = soundLoss(code, i > 1 ? one.charCodeAt(i - 2) : 0);
    next[0] = last[0]! + loss;
    for (let j = 1; j <= other.length; j++) {
      const facing = other.charCodeAt(j - 1);
      const gain = soundLoss(facing, j > 1 ? other.charCodeAt(j - 2) : 0);
      next[j] = Math.min(last[j - 1]! + soundExchange(code, facing), last[j]! + loss, next[j - 1]! + gain);
    }
    [last, next] = [next, last];
  }
  return last[other.length]!;
}
