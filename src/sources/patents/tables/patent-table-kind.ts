import type { DocumentName } from "../../../link/document-number.ts";

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
