/**
 * The key of an application: office (WIPO ST.3) and number, without kind and check digit. `null` where the number is none.
 *
 * - CN, DE, EP, GB: the check digit goes (`202111286633.X` is `CN202111286633`).
 * - KR: the right's digits before the year go (`10-2022-7033671` is `KR20227033671`).
 * - JP: year and six digits (`特願2006-147056` is `JP2006147056`); before 2000 serial and two digits of the year, as DOCDB writes it.
 * - US: the office's own series and serial (`14/643719` is `US14643719`); DOCDB's form with a year is not used, because only part of the records tell the series from it.
 * - International applications, of whatever receiving office: `PCT/US98/16128` is `WO1998US16128`, the form of EPODOC, because DOCDB's
 *   `US 9816128 W` is a national number without its kind.
 * - Others: letters and digits.
 * @example applicationKey("KR", "10-2022-7033671") // "KR20227033671"
 */
export function applicationKey(office: string, printed: string): string | null {
  const text = printed.normalize("NFKC").trim().toUpperCase();
  const international = pct(office, text);
  if (international !== null) return international;
  const number = (rules[office] ?? plain)(text.startsWith(office) ? text.slice(office.length).trim() : text);
  return /^[A-Z]{2}$/.test(office) && number !== null && /\d/.test(number) && number.length <= 20 ? office + number : null;
}

/**
 * The key of an application that DOCDB names by country, number and kind: kind `W` is international, and US numbers with a year
 * become series and serial where the year tells the series (1970 to 2009, and all of twelve digits), else they stay as they are.
 * @example docdbApplicationKey("US", "8359798", "A") // "US09083597"
 */
export function docdbApplicationKey(country: string, number: string, kind: string | null): string | null {
  const digits = number.trim();
  if (kind === "W") return pct("WO", `PCT/${country}${digits.replace(/^((?:19|20)\d{2}|\d{2}(?=\d{5}$))/, "$1/")}`);
  if (country !== "US" || !/^\d{3,12}$/.test(digits)) return applicationKey(country, digits);
  if (/^(19|20)\d{10}$/.test(digits)) return `US${digits.slice(4)}`;
  const series = seriesOf(digits.slice(0, -2), digits.slice(-2), kind === "P");
  return series === null ? `US${digits}` : `US${series}${digits.slice(0, -2).padStart(6, "0")}`;
}

type Rule = (text: string) => string | null;

const compact = (text: string): string => text.replace(/[\s,./\-_:]/g, "");

const plain: Rule = (text) => {
  const joined = compact(text);
  return /^[A-Z]{0,4}\d[\dA-Z]*$/.test(joined) ? joined : null;
};

const withoutCheck: Rule = (text) => plain(text.replace(/\.\s*[\dX]$/, ""));

/** Eight digits until 2003, twelve since, optionally with check digit. */
const cn: Rule = (text) => {
  const digits = compact(text.replace(/^ZL/, "").replace(/\.\s*[\dX]$/, ""));
  const [, number] = /^((?:19|20)\d{10}|\d{8})[\dX]?$/.exec(digits) ?? [];
  return number ?? plain(digits);
};

const us: Rule = (text) => {
  const [, series, serial] = /^(\d{1,2})\s*\/\s*([\d,]{3,7})$/.exec(text) ?? [];
  return series !== undefined && serial !== undefined ? series.padStart(2, "0") + compact(serial).padStart(6, "0") : plain(text);
};

const kr: Rule = (text) => {
  const digits = compact(text);
  return /^[1-4]0(19|20)\d{9}$/.test(digits) ? digits.slice(2) : plain(digits);
};

const eras: Readonly<Record<string, number>> = { S: 1925, 昭: 1925, 昭和: 1925, H: 1988, 平: 1988, 平成: 1988 };

const jp: Rule = (text) => {
  const bare = text.replace(/^(特願|実願|意願)/, "").replace(/号$/, "");
  const glued = bare.replace(/^([SH]|昭和?|平成?)(\d{2})(\d{4,6})$/, "$1$2-$3");
  const [, era, year, serial] = /^(S|H|昭和?|平成?)0?(\d{1,2})[-\s]?0*(\d{1,6})$/.exec(glued) ?? [];
  if (era !== undefined && year !== undefined && serial !== undefined) {
    const full = (eras[era] ?? 0) + Number(year);
    return full >= 2000 ? full + serial.padStart(6, "0") : serial + String(full).slice(2);
  }
  const [, full, count] = /^((?:19|20)\d{2})[-/]0*(\d{1,6})$/.exec(bare) ?? [];
  return full !== undefined && count !== undefined ? full + count.padStart(6, "0") : plain(bare);
};

const rules: Readonly<Record<string, Rule>> = { CN: cn, DE: withoutCheck, EP: withoutCheck, GB: withoutCheck, JP: jp, KR: kr, US: us };

/** `PCT/US98/16128`, `PCTUS1998016128`, `WO1998US16128`, and without `PCT` for the office WO. */
function pct(office: string, text: string): string | null {
  if (!text.startsWith("PCT") && office !== "WO") return null;
  const joined = text.replace(/^PCT[\s/]*/, "").replace(/\s/g, "");
  const [, fullYear, receiver, count] = /^(?:WO)?((?:19|20)\d{2})([A-Z]{2})(\d{1,6})$/.exec(joined) ?? [];
  if (fullYear !== undefined && receiver !== undefined && count !== undefined) return internationalKey(fullYear, receiver, count);
  const [, from, year, serial] =
    /^([A-Z]{2})[/-]?((?:19|20)\d{2}(?=[/-]?\d{5,6}$)|\d{2}(?=[/-]?\d{5,6}$))[/-]?(\d{5,6})$/.exec(joined) ?? [];
  if (from === undefined || year === undefined || serial === undefined) return null;
  return internationalKey(year.length === 4 ? year : (Number(year) > 50 ? "19" : "20") + year, from, serial);
}

const internationalKey = (year: string, receiver: string, serial: string): string =>
  `WO${year}${receiver}${serial.replace(/^0+/, "").padStart(5, "0")}`;

/** First year of each USPTO series (MPEP 503); from 09 on series began late in the year. */
const seriesStarts: readonly (readonly [number, string])[] = [
  [1970, "05"],
  [1979, "06"],
  [1987, "07"],
  [1993, "08"],
  [1997, "09"],
  [2001, "10"],
  [2004, "11"],
  [2007, "12"],
];
const lastYearOfForm = 2009;
const lowSerial = 100_000;

function seriesOf(serial: string, twoDigits: string, provisional: boolean): string | null {
  const year = Number(twoDigits) + (Number(twoDigits) < 20 ? 2000 : 1900);
  if (year > lastYearOfForm) return null;
  if (provisional) return year < 1995 ? null : year < 2008 ? "60" : "61";
  const begun = seriesStarts.filter(([start]) => start < year || (start === year && (year < 1997 || Number(serial) < lowSerial)));
  return begun.at(-1)?.[1] ?? null;
}
