import { eachInTurns, type Turns } from "../../base/turns.ts";
import { isBareAsianForm, isBareForm } from "../../link/legal-forms.ts";
import { nameKey } from "../../link/name-key.ts";
import { plainLetters } from "../../link/name-script.ts";
import { wordsOf } from "../../link/name-words.ts";
import type { NameReading, ScreenedName } from "../names/screened-name.ts";

/** Listed names equal to a name whatever its case, signs and blanks, or its legal form. */
export interface EqualNames {
  of(name: ScreenedName): readonly number[];
}

/** Indexes names by their letters and by their words without legal forms, in turns. Bare legal forms equal nothing. */
export function* indexEqualNames(names: readonly ScreenedName[]): Turns<EqualNames> {
  const byKey = new Map<string, number[]>();
  yield* eachInTurns(names, (name, at) => {
    for (const key of new Set([...keysOf(name, name.kind === "vessel"), ...withoutBrackets(name)])) {
      const held = byKey.get(key);
      if (held) held.push(at);
      else byKey.set(key, [at]);
    }
  });
  return {
    of: (name) => [...new Set(keysOf(name, false).flatMap((key) => byKey.get(key) ?? []))],
  };
}

/** `inFull`: by all its letters only, as a ship: a firm without its legal form is none. */
function keysOf(name: ScreenedName, inFull: boolean): readonly string[] {
  const full = nameKey(name.text);
  if (full === "" || isBareAsianForm(name.text) || isBareForm(wordsOf(plainLetters(name.text)))) return [];
  const [reading] = name.readings;
  const core = reading === undefined || inFull || !isNamed(reading) ? null : coreOf(reading);
  return core === null ? [full] : [full, core];
}

/** A listed name is also found where what stands in its brackets is left out. */
function withoutBrackets({ text, kind }: ScreenedName): readonly string[] {
  if (kind === "person" || !/[(（]/.test(text)) return [];
  const bare = text.replace(/\s*[(（][^()（）]*[)）]/g, "");
  const words = wordsOf(plainLetters(bare));
  return isBareForm(words) || isBareAsianForm(bare) || nameKey(bare) === "" ? [] : [nameKey(bare)];
}

const coreOf = ({ name: { words, numerals } }: NameReading): string => `${words.map(({ text }) => text).join("")} ${numerals.join(" ")}`;

/** One common word without a number is no name. */
const isNamed = ({ name: { words, numerals } }: NameReading): boolean =>
  words.length > 1 || numerals.length > 0 || words.some(({ kind }) => kind === "word");
