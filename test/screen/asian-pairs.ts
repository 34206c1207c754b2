import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { ConverterFactory } from "opencc-js/core";
import { from, to } from "opencc-js/preset/cn2t";
import { pinyin } from "pinyin-pro";
import { bundledFile } from "../../src/base/built-file.ts";
import { nameKey } from "../../src/link/name-key.ts";
import { parseName } from "../../src/link/name-parse.ts";
import { edinet, type Filer } from "../link/edinet.ts";
import { realData } from "../sources/support.ts";

/** Folder of real records; tests that need it are skipped without it. */
export const hasTestData = !realData("controls/aliases").absent;

export interface AsianPair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  /** The file, and what tells the two names apart. */
  readonly group: string;
}

interface Firm {
  readonly written: string;
  readonly others: readonly string[];
}

const csv = (name: string): readonly (readonly string[])[] =>
  parse(readFileSync(realData(name).path, "utf8"), { relax_column_count: true, bom: true, skip_empty_lines: true }).slice(1);

const json = (name: string): readonly { entity_name: string | null; aliases: readonly string[] }[] =>
  JSON.parse(readFileSync(realData(name).path, "utf8"));

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
const hasHangul = (text: string): boolean => /\p{Script=Hangul}/u.test(text);
const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]+$/u.test(text) && /\p{L}{2}/u.test(text);

/** Every `step`th of the rows, so that the set is the same on every run and drawn from the whole file. */
const every = <T>(rows: readonly T[], count: number): readonly T[] => {
  const step = Math.max(1, Math.floor(rows.length / count));
  return rows.filter((_, at) => at % step === 0).slice(0, count);
};

const japanese = (): readonly Filer[] => edinet().filter(({ written }) => /株式会社/.test(written));

/** Names of firms that file in Japan, this many of them from the first to the last of the register. */
export function filers(count: number): readonly string[] {
  const all = japanese();
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]?.written ?? "");
}

const chinese = () => csv("controls/aliases/patentfirmsmandenglish.csv");
const mofcom = (): readonly Firm[] =>
  json("controls/cn/data_entities_cn.json").flatMap(({ entity_name, aliases }) => {
    const written = aliases.find((alias) => hasHan(alias));
    return written && entity_name ? [{ written, others: [entity_name] }] : [];
  });
const meti = (): readonly Firm[] =>
  json("controls/jp/data_entities_jp.json").flatMap(({ entity_name }) => {
    const [, latin, han] = /^([^（(]+?)\s*[（(]([\p{Script=Han}\s]+)[）)]/u.exec(entity_name ?? "") ?? [];
    return latin && han ? [{ written: han, others: [latin] }] : [];
  });
const ksia = (): readonly Firm[] =>
  csv("patents/kipo-semiconductor/ksia_members.csv").flatMap(([, , ko = "", en = ""]) =>
    hasHangul(ko) && isLatin(en) ? [{ written: ko, others: [en] }] : [],
  );

const firstOf = (cell: string): string => (cell.split(/[；;，]/)[0] ?? "").replace(/\s*\((?:SZ|SH|HK|NASDAQ|NYSE|NEEQ)[^)]*\)/i, "").trim();

const traditional = ConverterFactory(from.cn ?? [], to.t ?? []);
const wide = (text: string): string => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const halfKana = (text: string): string => text.normalize("NFKC");

/** The same firm written in another way, by turns: the form moved, shortened or left out, the width or the characters changed. */
function japaneseVariant(name: string, turn: number): string {
  const bare = name.replace(/[\s　]*株式会社[\s　]*/, "");
  const forms = [`${bare}株式会社`, `株式会社${bare}`, `（株）${bare}`, `${bare}㈱`, bare, wide(halfKana(`${bare} Co., Ltd.`))];
  const chosen = forms[turn % forms.length] as string;
  return chosen === name ? bare : turn % 2 === 0 ? chosen : traditional(chosen);
}

function chineseVariant(name: string, turn: number): string {
  const bare = name.replace(/(?:股份有限公司|有限责任公司|有限公司|公司)$/, "");
  const variants = [traditional(name), bare, `${traditional(bare)}股份有限公司`, `${bare}有限责任公司`, wide(bare)];
  return variants[turn % variants.length] as string;
}

function koreanVariant(name: string, turn: number): string {
  const bare = name.replace(/\s*(?:㈜|\(주\)|주식회사)\s*/, "");
  const variants = [`주식회사 ${bare}`, `${bare}(주)`, bare, `㈜${bare}`];
  const chosen = variants[turn % variants.length] as string;
  return chosen === name ? `${bare} 주식회사` : chosen;
}

/** Set (a): one name across script, legal form, width or short form, both in Asian letters. */
export function writtenPairs(): readonly AsianPair[] {
  const filed = every(japanese(), 150).map(({ written }, turn): Firm => ({ written, others: [japaneseVariant(written, turn)] }));
  const zh = chinese().filter((row) => hasHan(row[2] ?? "") && /公司/.test(row[2] ?? ""));
  const full = every(zh, 150).map(
    (row, turn): Firm => ({ written: firstOf(row[2] ?? ""), others: [chineseVariant(firstOf(row[2] ?? ""), turn)] }),
  );
  const short = every(
    zh.filter((row) => hasHan(row[1] ?? "") && (row[1] ?? "").length > 2 && isContained(row[1] ?? "", firstOf(row[2] ?? ""))),
    100,
  ).map((row): Firm => ({ written: firstOf(row[2] ?? ""), others: [row[1] ?? ""] }));
  const lists = [...mofcom(), ...meti()].map(({ written }, turn): Firm => ({ written, others: [chineseVariant(written, turn)] }));
  const korean = every(ksia(), 100).map(({ written }, turn): Firm => ({ written, others: [koreanVariant(written, turn)] }));
  return [
    ...withNegatives(filed, "EDINET, form, width or characters"),
    ...withNegatives(full, "Chinese firms, form, width or characters"),
    ...withNegatives(short, "Chinese firms, short form"),
    ...withNegatives(every(lists, 60), "MOFCOM and METI, form, width or characters"),
    ...withNegatives(korean, "KSIA, form"),
  ];
}

/** A short form whose characters stand in the full name in their order; others are other names of the firm. */
const isContained = (short: string, long: string): boolean => {
  let at = -1;
  return [...short].every((letter) => {
    at = long.indexOf(letter, at + 1);
    return at >= 0;
  });
};

/** Set (b): a name in Asian letters against its romanisation or its kana. */
export function soundPairs(): { readonly sound: readonly AsianPair[]; readonly translated: readonly AsianPair[] } {
  const kana = every(
    japanese().filter((filer) => hasHan(withoutForm(filer.written)) && filer.kana),
    150,
  ).map((filer): Firm => ({ written: filer.written, others: [filer.kana] }));
  const named = japanese().filter((filer) => isLatin(filer.english) && filer.kana);
  const isHeard = (filer: Filer): boolean => isRomanised(filer.kana, filer.english);
  const inEnglish = ({ written, english }: Filer): Firm => ({ written, others: [english] });
  const heard = every(named.filter(isHeard), 150).map(inEnglish);
  const spelled = every(named.filter(isHeard), 80).map((filer): Firm => ({ written: filer.kana, others: [filer.english] }));
  const translated = every(
    named.filter((filer) => !isHeard(filer)),
    100,
  ).map(inEnglish);
  const zh = chinese().filter((row) => hasHan(row[2] ?? "") && isLatin(row[8] ?? "") && /公司/.test(row[2] ?? ""));
  const toFirm = (row: readonly string[]): Firm => ({ written: firstOf(row[2] ?? ""), others: [firstOf(row[8] ?? "")] });
  const pinyin = every(zh.filter(isPinyin), 150).map(toFirm);
  const other = every(
    zh.filter((row) => !isPinyin(row)),
    100,
  ).map(toFirm);
  return {
    sound: [
      ...withNegatives(kana, "EDINET, characters against kana"),
      ...withNegatives(heard, "EDINET, characters against romanisation"),
      ...withNegatives(spelled, "EDINET, kana against romanisation"),
      ...withNegatives(pinyin, "Chinese firms, characters against romanisation"),
      ...withNegatives(every(ksia(), 150), "KSIA, Hangul against Latin letters"),
    ],
    translated: [
      ...withNegatives(translated, "EDINET, translated or renamed"),
      ...withNegatives(other, "Chinese firms, translated or renamed"),
      ...withNegatives(every(mofcom(), 100), "MOFCOM, translated into Chinese"),
      ...withNegatives(meti(), "METI, translated"),
    ],
  };
}

const withoutForm = (name: string): string => name.replace(/株式会社/, "");

const rows =
  "アa イi ウu エe オo カka キki クku ケke コko サsa シshi スsu セse ソso タta チchi ツtsu テte トto ナna ニni ヌnu ネne ノno ハha ヒhi フfu ヘhe ホho マma ミmi ムmu メme モmo ヤya ユyu ヨyo ラra リri ルru レre ロro ワwa ヲo ンn ガga ギgi グgu ゲge ゴgo ザza ジji ズzu ゼze ゾzo ダda ヂji ヅzu デde ドdo バba ビbi ブbu ベbe ボbo パpa ピpi プpu ペpe ポpo";
const hepburn = new Map(rows.split(" ").map((pair) => [pair[0] as string, pair.slice(1)]));

/** Plain Hepburn of the first morae of a name, long vowels short: this set's own yardstick of what counts as romanised. */
const romaji = (kana: string): string =>
  kana
    .normalize("NFKC")
    .replace(/カブシキ[ガカ]イシャ|[\sー・]/g, "")
    .replace(/(.)([ャュョ])/g, (_, mora: string, small: string) =>
      `${(hepburn.get(mora) ?? "").replace(/i$/, "")}${{ ャ: "ya", ュ: "yu", ョ: "yo" }[small]}`.replace(/(sh|ch|j)y/, "$1"),
    )
    .replace(/[ァ-ヶ]/g, (mora) => hepburn.get(mora) ?? "")
    .replace(/ou|oo/g, "o")
    .replace(/uu/g, "u");

/** An English name that starts with the first five letters of the reading is a romanisation, in whole or in its first word. */
function isRomanised(kana: string, english: string): boolean {
  const letters = english
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/ou|oo|oh(?=[^aeiou])/g, "o")
    .replace(/uu/g, "u");
  const heard = romaji(kana);
  return heard.length >= 5 && letters.startsWith(heard.slice(0, 5));
}

/** The English name has two to four characters of the Chinese one in pinyin as a word, other than the place where the firm sits. */
function isPinyin(row: readonly string[]): boolean {
  const places = `${row[10] ?? ""}>China`.toLowerCase().split(/[^a-z]+/);
  const words = new Set(
    (row[8] ?? "")
      .toLowerCase()
      .replace(/['’]/g, "")
      .split(/[^a-z]+/)
      .filter((word) => word.length > 3 && !places.includes(word)),
  );
  const read = pinyin(firstOf(row[2] ?? "").replace(/[^\p{Script=Han}]/gu, ""), { toneType: "none", type: "array" });
  return [2, 3, 4].some((length) => read.some((_, at) => at + length <= read.length && words.has(read.slice(at, at + length).join(""))));
}

const bigrams = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** Names of the shipped tables of organisations: what is known by name proves nothing of the matcher. */
const known = new Set(
  ["organisations", "organisation-names", "aliases"].flatMap((name) =>
    (parse(readFileSync(bundledFile(`atlas/${name}.csv`), "utf8"), { relax_column_count: true }) as string[][]).flatMap((row) =>
      row.map(nameKey),
    ),
  ),
);
const isKnown = (name: string): boolean => {
  const { core, key } = parseName(name);
  return [core, key, nameKey(name)].some((each) => each !== "" && known.has(each));
};

/** To each firm the names of the most alike other firm of the same set, by pairs of characters. */
function withNegatives(firms: readonly Firm[], group: string): readonly AsianPair[] {
  const distinct = firms.filter(
    (firm, at) =>
      firms.findIndex((each) => each.written === firm.written || each.others[0] === firm.others[0]) === at &&
      ![firm.written, ...firm.others].some(isKnown),
  );
  const grams = distinct.map(({ written }) => bigrams(written));
  return distinct.flatMap((firm, at) => {
    let nearest = -1;
    let most = -1;
    distinct.forEach((_, other) => {
      if (other === at) return;
      const [one, two] = [grams[at] as ReadonlySet<string>, grams[other] as ReadonlySet<string>];
      const shared = [...one].filter((gram) => two.has(gram)).length / Math.max(one.size, two.size);
      if (shared > most) [most, nearest] = [shared, other];
    });
    const positive = firm.others.map((b): AsianPair => ({ a: firm.written, b, same: true, group }));
    const b = distinct[nearest]?.others[0];
    return b === undefined ? positive : [...positive, { a: firm.written, b, same: false, group }];
  });
}
