import type { NameParts } from "../name-parse.ts";
import { leadingLetters } from "./name-translated.ts";

/**
 * Where an office abroad prints a firm under its name in the letters of the office, with legal forms of that country: 三星電子股份有限公司 is
 * Samsung Electronics in Taiwan, 파나소닉 주식회사 is Panasonic in Korea.
 */
const hanForms: ReadonlySet<string> = new Set(["CN", "TW", "HK"]);

const han = /^[\p{Script=Han}a-z\d]+$/u;
const hangul = /\p{Script=Hangul}/u;

/** A Han name of so many characters is one firm's in China, Japan and Korea alike. */
const fewestCharacters = 3;

/** A Latin name of so many letters and digits is not of a firm in China. */
const latin = /^[a-z\d]{3,}$/;

/**
 * Whether a legal form of another country is only how that country's office prints the name. `abroad`: the known name is what documents in
 * other letters call the firm; otherwise the name of a firm at home in Japan or Korea in three Han characters or more.
 */
export function isFormOfOffice({ core, economies }: Pick<NameParts, "core" | "economies">, home: string | null, abroad: boolean): boolean {
  if (!economies || home === null) return false;
  const isNeighbour = home === "JP" || home === "KR";
  if (hangul.test(core)) return abroad && home === "JP" && economies.includes("KR");
  if (!han.test(core) || !economies.every((economy) => hanForms.has(economy))) return false;
  return (
    abroad ||
    (latin.test(core) && !hanForms.has(home)) ||
    (isNeighbour && /^\p{Script=Han}+$/u.test(core) && core.length >= fewestCharacters)
  );
}

/** Countries as Taiwan prints them before a foreign firm's name, in simplified characters: 美商, 荷兰商. */
const merchants: Readonly<Record<string, string>> = {
  美: "US", 日: "JP", 韩: "KR", 南韩: "KR", 德: "DE", 荷: "NL", 荷兰: "NL", 法: "FR", 英: "GB", 瑞士: "CH", 瑞典: "SE", 比利时: "BE",
  新加坡: "SG", 以色列: "IL", 奥地利: "AT", 加拿大: "CA", 芬兰: "FI", 义大利: "IT", 意大利: "IT", 爱尔兰: "IE", 大陆: "CN", 中国: "CN",
}; // biome-ignore format: a table

const merchant = new RegExp(`^(${Object.keys(merchants).join("|")})商(?=.{2})`, "u");

/** A name without what tells that its firm is foreign, or a firm at all; `home`: the economy that it told. */
export interface PlainAbroad {
  readonly core: string;
  readonly home: string | null;
}

/** The rest of a Han name without `X商` before and 公司 behind it (英特尔公司, 美商應用材料股份有限公司); `null` where it has neither. */
export function plainAbroad({ core }: Pick<NameParts, "core">): PlainAbroad | null {
  const [before = "", told = ""] = merchant.exec(core) ?? [];
  const rest = core.slice(before.length).replace(/(?<=.{2})公司$/u, "");
  return rest === core ? null : { core: rest, home: merchants[told] ?? null };
}

/** A name in katakana that begins with spelled letters, with the letters: エスケーハイニックス -> skハイニックス. */
export const spelledCores = ({ core }: Pick<NameParts, "core">): readonly string[] =>
  /^\p{Script=Katakana}/u.test(core) ? leadingLetters(core).flatMap(({ letters, rest }) => (rest === "" ? [] : [letters + rest])) : [];
