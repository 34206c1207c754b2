/** A market size as it is written in prose: USD bn a year, the year if it is said, and what it is the size of if it is not the whole. */
export interface MarketSize {
  readonly usdBn: number;
  readonly year: number | null;
  readonly of: string | null;
}

const written = /^\$\s?(\d[\d,]*(?:\.\d+)?) (billion|million|trillion)((?: \([^()]*\))*)$/;
const scale: Readonly<Record<string, number>> = { million: 1e-3, billion: 1, trillion: 1e3 };

/** Reads `$13 billion (2025)`, `$503.4 million` or `$1 billion (sputtering targets) (2019)`; `null` for anything else. */
export function parseMarketSize(text: string): MarketSize | null {
  const match = written.exec(text.trim());
  if (!match) return null;
  const [, digits = "", unit = "", brackets = ""] = match;
  const notes = [...brackets.matchAll(/\(([^()]*)\)/g)].map((each) => (each[1] ?? "").trim());
  const year = notes.find((note) => /^(?:19|20)\d\d$/.test(note));
  const usdBn = Number((Number(digits.replaceAll(",", "")) * (scale[unit] ?? Number.NaN)).toPrecision(12));
  return Number.isFinite(usdBn) ? { usdBn, year: year ? Number(year) : null, of: notes.find((note) => note !== year) ?? null } : null;
}
