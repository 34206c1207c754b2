import { say } from "../../base/message.ts";
import type { HalfLifeReport } from "../half-life/half-life-report.ts";

/** `13 months (5 to 75)`, `34 months (15 to over 240)`, `over 240 months (38 at the least)`; `null`: not known. */
export function lifeWords(life: Pick<HalfLifeReport, "decays" | "horizon"> | null): string | null {
  const months = life?.decays.find(({ by }) => by === "together")?.halfLife;
  if (life === null || months === undefined || months === null) return null;
  const told = (month: number | null): string =>
    month === null ? say("life-words.over", { horizon: String(life.horizon) }) : String(month);
  const { low, median, high } = months;
  if (median === null)
    return say("life-words.months", {
      median: told(median),
      low: low === null ? "" : say("life-words.at-the-least", { low: String(low) }),
    });
  return say("life-words.month", {
    median: String(median),
    medianOther: median === 1 ? "" : "s",
    low: low === high ? "" : say("life-words.to", { low: told(low), high: told(high) }),
  });
}
