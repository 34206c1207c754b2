import { letterNames } from "../../link/name-script.ts";

const kana: Readonly<Record<string, string>> = {
  エイ: "a",
  エー: "a",
  ビー: "b",
  シー: "c",
  ディー: "d",
  イー: "e",
  エフ: "f",
  ジー: "g",
  エイチ: "h",
  エッチ: "h",
  アイ: "i",
  ジェイ: "j",
  ジェー: "j",
  ケイ: "k",
  ケー: "k",
  エル: "l",
  エム: "m",
  エヌ: "n",
  オー: "o",
  ピー: "p",
  キュー: "q",
  アール: "r",
  エス: "s",
  ティー: "t",
  ティ: "t",
  ユー: "u",
  ブイ: "v",
  ダブリュー: "w",
  エックス: "x",
  ワイ: "y",
  ゼット: "z",
  アンド: "and",
};

const names = new Map<string, string>([
  ...Object.entries(kana),
  ...Object.entries(letterNames).map(([letter, name]) => [name, letter] as const),
  ["앤", "n"],
  ["아르", "r"],
  ["더블류", "w"],
]);
const longest = Math.max(...[...names.keys()].map((name) => name.length));

/** Latin letters spelled by letter names at the start of a kana or Hangul word, and the rest; `null` for fewer than two. */
export function latinOfSpelled(text: string): { readonly letters: string; readonly rest: string } | null {
  let at = 0;
  let letters = "";
  while (at < text.length) {
    const length = lengthOfName(text, at);
    if (length === 0) break;
    letters += names.get(text.slice(at, at + length));
    at += length;
  }
  return letters.length > 1 ? { letters, rest: text.slice(at) } : null;
}

function lengthOfName(text: string, at: number): number {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) if (names.has(text.slice(at, at + length))) return length;
  return 0;
}
