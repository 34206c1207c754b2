import { type NameWord, type Rarity, rarer } from "../names/name-word.ts";
import type { NameReading, ScreenedName } from "../names/screened-name.ts";
import type { SoundUnit } from "../names/sound-lattice.ts";

/** Updates word weights after rarity is known; equal words become one object. */
export function reweigher(rarity: Rarity): (name: ScreenedName) => ScreenedName {
  const held = new Map<string, NameWord>();
  const word = (each: NameWord): NameWord => {
    const key = `${each.kind} ${each.weight} ${each.text}`;
    const known = held.get(key);
    if (known) return known;
    const made = rarer(each, rarity);
    held.set(key, made);
    return made;
  };
  const reading = (each: NameReading): NameReading => {
    if (each.script === "latin") return { script: "latin", name: { ...each.name, words: each.name.words.map(word) } };
    const { words, spoken, hearings } = each.name;
    const unit = (one: SoundUnit): SoundUnit => ({ ...one, word: word(one.word) });
    const name = {
      ...each.name,
      words: words.map(word),
      spoken: spoken.map((own) => own.map(word)),
      hearings: hearings.map((own) => ({ ...own, units: own.units.map(unit) })),
    };
    return { script: "asian", name };
  };
  return (name) => ({ ...name, readings: name.readings.map(reading) });
}
