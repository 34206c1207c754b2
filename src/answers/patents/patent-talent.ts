import { addYears, dateOf } from "../../base/days.ts";
import { type InventorEntry, type TalentSpan, talent } from "../../measure/patents/talent.ts";
import type { Portfolio } from "./patent-portfolio.ts";
import type { TechnologyPatents } from "./technology-patents-report.ts";

const spanYears = 5;

/** Inventors of a technology in the last five years that are loaded; `null` where no inventor is. */
export function talentOf({ data, day }: Portfolio): TechnologyPatents["talent"] {
  const span = talentSpan(data.inventors, day);
  return span && { from: dateOf(span.after + 1), until: dateOf(span.until), ...talent(data.inventors, span) };
}

/** The last five years that inventors are loaded of, up to a day; `null` where none is. */
export function talentSpan(inventors: readonly InventorEntry[], day: number): TalentSpan | null {
  const days = inventors.map((entry) => entry.day).filter((each) => each <= day);
  if (days.length === 0) return null;
  const until = days.reduce((latest, each) => Math.max(latest, each));
  return { after: addYears(until, -spanYears), until, dataFrom: days.reduce((first, each) => Math.min(first, each)) };
}
