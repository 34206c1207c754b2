import type { ListedName } from "../../src/screen/search/name-index.ts";
import { numbers } from "./listed.ts";

const starts = ["Zor", "Quil", "Mar", "Ban", "Vek", "Tol", "Hask", "Ner", "Dov", "Plim", "Sarn", "Jost", "Ulv", "Grend", "Wex", "Cald"];
const ends = ["btek", "lon", "vek", "trok", "mire", "dane", "quist", "fold", "rovo", "nika", "stal", "berg", "wick", "zan"];
const trades = ["Electronics", "Machinery", "Semiconductor", "Optics", "Trading", "Institute", "Shipping", "Aviation"];
const forms = ["Co., Ltd.", "LLC", "GmbH", "JSC", "Ltd.", "Corporation", "S.A.", ""];
const han = [..."佐博盛恒泰锐凌科宏远维创达诚峰"];
const hanTrades = ["电子", "机械", "半导体", "光学", "贸易"];

/** An invented screening list: firms in Latin letters and in characters, persons and ships, the same on every run. */
export function inventedList(parties = 700): readonly ListedName[] {
  const random = numbers(20_261_128);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const word = (): string => one(starts) + one(ends);
  const firm = (): string => `${word()} ${one([word(), one(trades)])} ${one(trades)} ${one(forms)}`.trim();
  const characters = (): string => `${one(han)}${one(han)}${one(han)}${one(hanTrades)}有限公司`;
  return Array.from({ length: parties }, (_, at): ListedName => {
    const party = String(at);
    if (at % 10 === 0) return { party, name: `${word()} ${word()}ov`, kind: "person" };
    if (at % 10 === 1) return { party, name: `${word()} ${1000 + at}`, kind: "vessel" };
    return { party, name: at % 10 === 2 ? characters() : firm(), kind: "organisation" };
  });
}
