import type { Link } from "./link.ts";
import type { NameWord } from "./name-word.ts";
import { soundDifferencePenalty } from "./sound-evidence.ts";
import { soundDistance, soundOf } from "./spelling.ts";

/** Words this similar in sound are not misspelt where one alphabet omits vowels. */
const mostVowels = 0.35;

/** What is written without vowels shows as much as it has consonants, less what these differ in. */
export function byConsonants(link: Link): Link {
  if (link.rule !== "misspelt" && link.rule !== "sound") return link;
  const whole = Math.max(soundIn(link.a), soundIn(link.b));
  const sound = Math.min(link.sound, soundDistance(joined(link.a, "folded"), joined(link.b, "folded")));
  if (sound > mostVowels * whole) return link;
  const [one, other] = [consonants(joined(link.a, "text")), consonants(joined(link.b, "text"))];
  const heard = Math.min(soundOf(one), soundOf(other)) - soundDifferencePenalty.manySpellings * soundDistance(one, other);
  return { ...link, rule: "sound", edits: 0, sound: 0, heard };
}

const soundIn = (words: readonly NameWord[]): number => words.reduce((sum, { sound }) => sum + sound, 0);
const joined = (words: readonly NameWord[], of: "text" | "folded"): string => words.map((word) => word[of]).join("");
const consonants = (word: string): string => word.replace(/[aeiouyw]/g, "");
