import type { ClassSymbol } from "../epo/docdb-classes.ts";

/** A symbol of FI, which divides IPC groups by a comma and three digits and by a letter (`B09B3/00,304H`); `null` where it is none. */
export function fiSymbol(printed: string): ClassSymbol | null {
  const symbol = printed
    .normalize("NFKC")
    .trim()
    .replace(/\s+(?=\d{3})/, ",")
    .replace(/\s/g, "");
  return /^[A-H]\d{2}[A-Z]\d/.test(symbol) ? { scheme: "fi", symbol, role: null } : null;
}

/** An F-term, which stands without blanks (`4D004AA37`); `null` where it is none. */
export function fTerm(printed: string): ClassSymbol | null {
  const symbol = printed.replace(/\s/g, "");
  return /^\d[A-Z]\d{3}/.test(symbol) ? { scheme: "fterm", symbol, role: null } : null;
}
