/** A number by which a register or issuer knows a party: scheme in small letters (`lei`, `imo`, `registration`), value as written. */
export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}

/** An identifier as a list prints it; `economy`: of who issued it, where that is told. */
export interface IssuedIdentifier extends Identifier {
  readonly economy: string | null;
}

/** Words of lists and tables for the schemes that are compared; the first that fits counts. */
const schemes: readonly (readonly [scheme: string, words: RegExp])[] = [
  ["lei", /\blei\b|legal entity identifier|leicode/],
  ["imo", /\bimo\b|vessel registration identification|imonumber/],
  ["mmsi", /\bmmsi\b/],
  ["swift", /\bswift\b|\bbic\b|swiftbic/],
  ["isin", /\bisin\b/],
  ["duns", /\bd-?u-?n-?s\b/],
  ["uscc", /unified social credit|\buscc\b/],
  ["passport", /passport/],
  ["national-id", /national id|identi(?:ty|fication) (?:card|number|no)|\bcedula\b|\bssn\b|\bc\.?u\.?r\.?p\.?|idnumber|personal number/],
  ["tax", /\btax\b|\bv\.?a\.?t\b|\binn\b|inncode|\br\.?f\.?c\.?\b|\bnit\b|\br\.?u\.?c\b|\bc\.?u\.?i\.?t\b|taxnumber|\bein\b/],
  ["registration", /regist|company (?:number|no|id)|\bogrn\b|matricula|chamber of commerce|trade license|legal entity number|ogrncode/],
  ["tail-number", /tail number|serial number/],
];

/** What lists print beside identifiers that identifies nobody. */
const notIdentifiers =
  /sanction|gender|e-?mail|website|phone|fax|executive order|directive|transactions? prohibited|nationality|citizen|date|model|type\b|risk|program|address\b(?! - )|flag|ticker|owner|operator|deceased|alternate title|target/;

/** The scheme that words stand for; words that are not known become one of their own (`driver-s-licence`). `null`: no identifier. */
export function identifierScheme(words: string): string | null {
  const text = words.toLowerCase();
  const known = schemes.find(([, fits]) => fits.test(text));
  if (known !== undefined) return known[0];
  if (notIdentifiers.test(text)) return null;
  const plain = text.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return plain === "" ? null : plain;
}

/** How a scheme is compared: one number in the world, or one of a register or document of an economy. */
type Family = "lei" | "imo" | "mmsi" | "swift" | "isin" | "duns" | "register" | "document" | "other";
const families: ReadonlyMap<string, Family> = new Map<string, Family>([
  ...(["lei", "imo", "mmsi", "swift", "isin", "duns"] as const).map((scheme) => [scheme, scheme] as const),
  ...["uscc", "tax", "registration"].map((scheme) => [scheme, "register"] as const),
  ...["passport", "national-id"].map((scheme) => [scheme, "document"] as const),
]);
/** Clients write schemes in capitals too. */
const familyOf = (scheme: string): Family => families.get(scheme.toLowerCase()) ?? "other";

/** Schemes of which a party has one number in the world: another number is another party. */
const single: ReadonlySet<Family> = new Set(["lei", "imo"]);

/** Letters and figures of an identifier, without the name of its scheme before it. */
export const identifierKey = ({ value }: Identifier): string =>
  value
    .normalize("NFKC")
    .toUpperCase()
    .replace(/^\s*(?:IMO|LEI|MMSI|VAT|NO|NR)\b/, "")
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Shorter numbers stand in other registers and texts by chance. */
const shortest = 5;
/** Numbers of registers and documents under this length, and of unknown schemes, need more than their letters. */
const telling = 8;

/**
 * Whether two identifiers with equal letters are of one party. Numbers of registers and documents need economies that do not differ, short ones
 * known economies; a number whose scheme is not known needs eight letters or figures. `economy`: of the party that is asked for.
 */
export function isSameIdentifier(asked: Identifier, listed: IssuedIdentifier, economy: string | null): boolean {
  const key = identifierKey(asked);
  if (key.length < shortest || !/\d/.test(key) || key !== identifierKey(listed)) return false;
  const [a, b] = [familyOf(asked.scheme), familyOf(listed.scheme)];
  if (a !== b && a !== "other" && b !== "other") return false;
  if (a === b && a !== "register" && a !== "document" && a !== "other") return true;
  const placed = economy !== null && listed.economy !== null;
  if (placed && economy !== listed.economy) return false;
  return key.length >= telling || (placed && a === b && a !== "other");
}

/** Whether two identifiers show two parties: both of one scheme of which a party has a single number. */
export const areOtherIdentifiers = (asked: Identifier, listed: Identifier): boolean =>
  familyOf(asked.scheme) === familyOf(listed.scheme) &&
  single.has(familyOf(asked.scheme)) &&
  identifierKey(asked) !== identifierKey(listed);

/** `lei: 529900T8BM49AURSDO55`; a number alone has the scheme `other`. */
export function writtenIdentifier(text: string): Identifier {
  const [, scheme = "", value] = /^([A-Za-z][A-Za-z0-9 ._-]{0,60}?)\s*[:=]\s*(.+)$/.exec(text.trim()) ?? [];
  return value === undefined
    ? { scheme: "other", value: text.trim() }
    : { scheme: identifierScheme(scheme) ?? scheme.toLowerCase(), value };
}

export const identifierText = ({ scheme, value }: Identifier): string => `${scheme} ${value}`;
