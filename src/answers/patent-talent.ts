import { addYears, dateOf } from "../base/days.ts";
import { talent } from "../measure/talent.ts";
import type { Portfolio } from "./patent-portfolio.ts";
import type { TechnologyPatents } from "./technology-patents-report.ts";

const spanYears = 5;

/** Inventors of a technology in the last five years that are loaded; `null` where no inventor is. */
export function talentOf({ data, day }: Portfolio): TechnologyPatents["talent"] {
  const entries = data.inventors.filter((entry) => entry.day <= day);
  const [first] = entries;
  if (first === undefined) return null;
  const until = entries.reduce((latest, entry) => Math.max(latest, entry.day), first.day);
  const after = addYears(until, -spanYears);
  const found = talent(entries, { after, until, dataFrom: first.day });
  return { from: dateOf(after + 1), until: dateOf(until), ...found };
}
