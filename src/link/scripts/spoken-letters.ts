import { once } from "../link-table.ts";
import { letterNames } from "../name-script.ts";

const kanaLetters: Readonly<Record<string, readonly string[]>> = {
  a: ["エー", "エイ"], b: ["ビー"], c: ["シー"], d: ["デイー"], e: ["イー"], f: ["エフ"], g: ["ジー"], h: ["エイチ", "エツチ"], i: ["アイ"], j: ["ジエイ", "ジエー"],
  k: ["ケイ", "ケー"], l: ["エル"], m: ["エム"], n: ["エヌ"], o: ["オー"], p: ["ピー"], q: ["キユー"], r: ["アール"], s: ["エス"], t: ["テイー"], u: ["ユー"],
  v: ["ブイ", "ヴイ"], w: ["ダブリユー"], x: ["エツクス"], y: ["ワイ"], z: ["ゼツト"],
}; // biome-ignore format: a table

const spoken = once(() => {
  const all = [
    ...Object.entries(kanaLetters).flatMap(([letter, names]) => names.map((name) => [name, letter] as const)),
    ...Object.entries(letterNames).map(([letter, name]) => [name, letter] as const),
  ].sort(([a], [b]) => b.length - a.length);
  return {
    letters: new Map(all),
    whole: new RegExp(`^(?:${all.map(([name]) => name).join("|")}){3,6}$`),
    each: new RegExp(all.map(([name]) => name).join("|"), "g"),
  };
});

/** Latin letters of a name that is three to six names of letters: ケーエルエー, 케이엘에이 -> kla. */
export function spokenLetters(core: string): string | null {
  const { letters, whole, each } = spoken();
  return whole.test(core) ? (core.match(each) ?? []).map((name) => letters.get(name) ?? "").join("") : null;
}

/** Names that begin with two to six letters, as these and the rest of the name: エルジーデイスプレイ -> lg, デイスプレイ. */
export function leadingLetters(core: string): readonly { readonly letters: string; readonly rest: string }[] {
  const { letters, each } = spoken();
  const found: { readonly letters: string; readonly rest: string }[] = [];
  let [read, rest] = ["", core];
  while (read.length < 6) {
    const [name] = rest.match(new RegExp(`^(?:${each.source})`)) ?? [];
    if (name === undefined) return found;
    read += letters.get(name) ?? "";
    rest = rest.slice(name.length);
    if (read.length > 1) found.push({ letters: read, rest });
  }
  return found;
}
