import { dayOf } from "../../../base/days.ts";
import type { DocumentName } from "../../../link/numbers/document-number.ts";
import { fail } from "../../format/records.ts";

const shapes: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [/^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:T.*)?$/, [1, 2, 3]],
  [/^(\d{4})(\d{2})(\d{2})$/, [1, 2, 3]],
  [/^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/, [3, 1, 2]],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, [3, 2, 1]],
  [/^(\d{4})[-./](\d{2})$/, [1, 2, 0]],
  [/^(\d{4})$/, [1, 0, 0]],
];

/** A date as YYYY-MM-DD, YYYY-MM or YYYY: year first, as in the US month first, or with dots day first. Empty and zero are `null`; else throws BadRow. */
export function parseDate(text: string, name: string): string | null {
  if (text === "" || /^0+$/.test(text)) return null;
  for (const [shape, [year, month, day]] of shapes) {
    const match = shape.exec(text);
    if (match) return checked(match[year] ?? "", match[month] ?? "", match[day] ?? "", month, day) ?? fail(`${name} is not a date`);
  }
  return fail(`${name} is not a date`);
}

function checked(year: string, month: string, day: string, hasMonth: number, hasDay: number): string | null {
  if (Number(year) < 1700 || Number(year) > 2100) return null;
  if (!hasMonth || (hasDay > 0 && Number(day) === 0 && Number(month) === 0)) return year;
  const shown = `${year}-${month.padStart(2, "0")}`;
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (!hasDay || Number(day) === 0) return shown;
  const full = `${shown}-${day.padStart(2, "0")}`;
  return dayOf(full) === null ? null : full;
}

/** A CPC or IPC symbol in compact form (`H01L 0021/762` is `H01L21/762`), or a subclass alone; `null` for anything else. */
export function classSymbol(text: string): string | null {
  const compact = text.toUpperCase().replace(/\s+/g, "");
  const [, subclass, group, subgroup] = /^([A-HY]\d{2}[A-Z])0*(\d{1,4})\/(\d{2,6})(?:\(.*\))?$/.exec(compact) ?? [];
  if (subclass !== undefined) return `${subclass}${group}/${subgroup}`;
  return /^[A-HY]\d{2}[A-Z]$/.test(compact) ? compact : null;
}

/** Offices whose `A` publications are never grants. */
const earlyPublishers = new Set(["CN", "DE", "EA", "EP", "JP", "KR", "RU", "TW"]);

/**
 * Whether a publication is a grant, by WIPO ST.16 kind codes; 1, 0, or `null` where the code does not tell. A US number without
 * a year and with kind `A` is a patent of before 2001; `U` is a registration in CN and DE, elsewhere it may be an application.
 */
export function grantedByKind({ office, number, kind }: DocumentName): 1 | 0 | null {
  if (office === "WO") return 0;
  if (kind === null) return null;
  const [letter = ""] = kind;
  if (office === "US") return usGranted(kind, number);
  if (letter === "B" || letter === "C" || letter === "Y") return 1;
  if (letter === "A") return earlyPublishers.has(office) ? 0 : null;
  return letter === "U" && (office === "CN" || office === "DE") ? 1 : null;
}

function usGranted(kind: string, number: string): 1 | 0 | null {
  if (kind === "A") return /^20\d{8}$/.test(number) ? 0 : 1;
  if (/^(B\d?|E\d?|S\d?|P[23]?|C\d)$/.test(kind)) return 1;
  return /^(A\d|P1|P4|P9|H\d?)$/.test(kind) ? 0 : null;
}

const usTypes: readonly (readonly [RegExp, string])[] = [
  [/^D/, "design"],
  [/^RE/, "reissue"],
  [/^PP/, "plant"],
  [/^H/, "statutory"],
];

/** The kind of right, by the letters of a US number, else by the kind code; `null` where neither tells. */
export function typeByKind({ office, number, kind }: DocumentName): string | null {
  const lettered = office === "US" ? usTypes.find(([letters]) => letters.test(number)) : undefined;
  if (lettered) return lettered[1];
  if (kind === null) return null;
  if (/^S/.test(kind)) return "design";
  if (office === "US" && /^P/.test(kind)) return "plant";
  if (office === "US" && /^E/.test(kind)) return "reissue";
  if (/^[UY]/.test(kind)) return "utility-model";
  return /^[ABC]/.test(kind) ? "utility" : null;
}

/** Phases of exchange files (capitals) and of OPS. */
export const docdbPhases: Readonly<Record<string, string>> = {
  SEA: "search",
  ISR: "search",
  SUP: "search",
  PRS: "search",
  CH2: "examiner",
  EXA: "examiner",
  APP: "applicant",
  OPP: "opposition",
  FOP: "opposition",
  TPO: "third-party",
  "115": "third-party",
  APL: "other",
  "national-search-report": "search",
  "international-search-report": "search",
  "supplementary-international-search-report": "search",
  "pre-search": "search",
  examination: "examiner",
  applicant: "applicant",
  opposition: "opposition",
  "filed-opposition": "opposition",
  "third-party-observations": "third-party",
  appeal: "other",
};

export type Role = "inventive" | "additional" | null;

/** The role that a value code stands for: `I` inventive, `A` (CPC) and `N` (IPC) additional. */
export const roleOf = (value: string | null): Role => (value === "I" ? "inventive" : value === "A" || value === "N" ? "additional" : null);
