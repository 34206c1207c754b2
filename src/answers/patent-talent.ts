import { dateOf } from "../corpus/legal-records.ts";
import { talent } from "../measure/talent.ts";
import type { Portfolio } from "./patent-portfolio.ts";
import type { TechnologyPatents } from "./technology-patents-report.ts";

const spanYears = 5;
const millisecondsPerDay = 86_400_000;

/** Inventors of a technology in the last five years that are loaded; `null` where no inventor is. */
export function talentOf({ data, day }: Portfolio): TechnologyPatents["talent"] {
  const entries = data.inventors.filter((entry) => entry.day <= day);
  const [first] = entries;
  if (first === undefined) return null;
  const until = entries.reduce((latest, entry) => Math.max(latest, entry.day), first.day);
  const date = new Date(until * millisecondsPerDay);
  const after = Date.UTC(date.getUTCFullYear() - spanYears, date.getUTCMonth(), date.getUTCDate()) / millisecondsPerDay;
  const found = talent(entries, { after, until, dataFrom: first.day });
  return { from: dateOf(after + 1), until: dateOf(until), ...found };
}
