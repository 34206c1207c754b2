/** A publication number in a text: `document` is office and DOCDB number, `kind` the kind code if present. */
export interface DocumentName {
  readonly document: string;
  readonly office: string;
  readonly number: string;
  readonly kind: string | null;
}

const named = /^([A-Z]{2})[\s.\-_]*(.*?)(?:[\s.\-_]*([A-Z]\d?))?$/;
/** Longer texts are no numbers. */
const longest = 100;
const letters = /^(D|RE|PP|AI|RX|H|T|S|X)0*(\d{1,7})$/;

/** Parses a printed number (`US-6103599-A`, `US 2011/0185700 A1`, `EP1000000.A1`, `WO 99/12345`); `null` if invalid. */
export function documentName(text: string): DocumentName | null {
  if (text.length > longest) return null;
  const [, office, printed, kind] = named.exec(text.normalize("NFKC").trim().toUpperCase()) ?? [];
  if (office === undefined || printed === undefined) return null;
  const number = publicationNumber(office, printed);
  return number === null ? null : { document: office + number, office, number, kind: kind ?? null };
}

/** Document key: office (WIPO ST.3) and DOCDB number without kind; `null` if invalid. */
export function documentKey(office: string, printed: string): string | null {
  const number = /^[A-Z]{2}$/.test(office) ? publicationNumber(office, printed) : null;
  return number === null ? null : office + number;
}

/** Number in DOCDB form (EPO, "DOCDB number formats"); for other offices letters and digits. */
export function publicationNumber(office: string, printed: string): string | null {
  if (printed.length > longest) return null;
  const text = printed.normalize("NFKC").trim().toUpperCase();
  const number = (rules[office] ?? plain)(text);
  return number !== null && /\d/.test(number) && number.length <= 20 ? number : null;
}

type Rule = (text: string) => string | null;

const digitsOf = (text: string): string => text.replace(/[\s,./\-_]/g, "");

const plain: Rule = (text) => {
  const compact = digitsOf(text);
  return /^[A-Z]{0,4}\d+[A-Z]?$/.test(compact) ? compact : null;
};

/** Pre-grant publications are year and six digits; others lose leading zeros; designs, reissues and plants keep their letters. */
const us: Rule = (text) => {
  const compact = digitsOf(text);
  const [, letter, rest] = letters.exec(compact) ?? [];
  if (letter !== undefined && rest !== undefined) return letter + Number(rest);
  if (!/^\d+$/.test(compact)) return null;
  if (/^20\d{9}$/.test(compact)) return compact.slice(0, 4) + compact.slice(5);
  return compact.replace(/^0+/, "") || null;
};

/** Seven digits. */
const ep: Rule = (text) => {
  const compact = digitsOf(text);
  return /^\d{1,7}$/.test(compact) ? compact.padStart(7, "0") : null;
};

/** The first international publication of 2002 whose serial was printed with six digits. */
const firstSixDigits = 51_231;

/** Year of four digits and six since 2004; before, two and five, or six from July 2002. */
const wo: Rule = (text) => {
  const compact = digitsOf(text);
  const [, full, short, serial] = /^(?:((?:19|20)\d{2})(?=\d{6}$)|(\d{2})(?=\d{5,6}$))(\d+)$/.exec(compact) ?? [];
  if (serial === undefined) return null;
  const year = full === undefined ? (Number(short) > 70 ? 1900 : 2000) + Number(short) : Number(full);
  const number = Number(serial);
  if (year >= 2004) return year + String(number).padStart(6, "0");
  const six = year === 2003 || (year === 2002 && number >= firstSixDigits);
  return String(year).slice(2) + String(number).padStart(six ? 6 : 5, "0");
};

/**
 * The right's digits (10 patent, 20 utility model) precede registrations only, whose four last digits tell partial ones (`10-2100001-0000`) and are
 * no part of the number.
 */
const kr: Rule = (text) => {
  const compact = digitsOf(text);
  if (!/^\d+$/.test(compact)) return null;
  if (/^[12]0-\d{7}-\d{4}$/.test(text) || /^[12]0(?!19|20)\d{11}$/.test(compact)) return compact.slice(0, 9);
  return /^[12]0(19|20)\d{9}$/.test(compact) ? compact.slice(2) : compact;
};

const eras: Readonly<Record<string, string>> = { 昭: "S", 昭和: "S", 平: "H", 平成: "H" };

/** Years of an emperor are `S` or `H` and two digits, then six digits. */
const jp: Rule = (text) => {
  const printed = text.replace(/^(特許第?|特開|特表|特公|実開|実公|再表|再公表)/, "").replace(/[号公報]+$/, "");
  const [, letter, short, glued] = /^(S|H)(\d{2})(\d{1,6})$/.exec(printed) ?? [];
  if (letter !== undefined && short !== undefined && glued !== undefined) return letter + short + glued.padStart(6, "0");
  const [, era, year, serial] = /^(S|H|昭和?|平成?)0?(\d{1,2})[-\s]?0*(\d{1,6})$/.exec(printed) ?? [];
  if (era !== undefined && year !== undefined && serial !== undefined) {
    return (eras[era] ?? era) + year.padStart(2, "0") + serial.padStart(6, "0");
  }
  const [, full, count] = /^((?:19|20)\d{2})[-/]0*(\d{1,6})$/.exec(printed) ?? [];
  if (full !== undefined && count !== undefined) return full + count.padStart(6, "0");
  return plain(printed);
};

const rules: Readonly<Record<string, Rule>> = { US: us, EP: ep, WO: wo, KR: kr, JP: jp };
