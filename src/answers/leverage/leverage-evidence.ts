import { counted } from "../../base/format.ts";
import { present } from "../../base/present.ts";
import type { Evidence } from "../shared/evidence.ts";
import { evidenceOf } from "../shared/evidence-of.ts";
import { assumedWords } from "../shared/outsider-words.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { supplyEvidence } from "../shared/supply-evidence.ts";
import { technologyName } from "../shared/technology-names.ts";
import { tradeEvidence } from "../supply/imports.ts";
import { leftOutLimits } from "./leverage-left-out.ts";
import type { LeverageReport } from "./leverage-report.ts";

/** What an answer on leverage read: technologies by index, parties by code. */
interface LeverageRead {
  readonly technologies: readonly number[];
  /** The withheld technologies and all that rests on them. */
  readonly touched: Iterable<number>;
  readonly parties: readonly string[];
  readonly limits: readonly string[];
}

/** What an answer on leverage rests on; what is drawn is assumed at best. */
export function leverageEvidence(read: ReadModel, { technologies, touched, parties, limits }: LeverageRead): Evidence {
  const places = parties.filter((code) => !read.map.economyOf.has(code));
  const trade = tradeEvidence(read, places, technologies);
  return evidenceOf(read, {
    grade: "assumed",
    sources: [...supplyEvidence(read, [...touched, ...read.map.products], parties).sources, ...trade.sources],
    rules: ["method:leverage-matrix", "method:coalition", "method:shapley", "method:best-reply", "method:course", "method:reach"],
    limits: [...limits, ...trade.limits],
  });
}

/** What an answer on leverage cannot know, in words. */
export function leverageLimits(
  read: ReadModel,
  { months, draws, on, from, leftOut, unvalued, outsiders, cells }: Omit<LeverageReport, "finding" | "evidence">,
): readonly string[] {
  const unpriced = [...new Set(cells.flatMap((cell) => cell.unpriced))];
  return present(
    `A loss is the model's mean over the first ${months} months of a ban on everything within reach. It is not a forecast and assumes no intent.`,
    draws > 0 ? `Intervals: the middle 80% of ${draws} draws of every input within its interval.` : "No draws: every interval is a point.",
    `Unknown products of a target are drawn from nothing to what the known figures leave. The part of them that is lost is given ${on === null ? "only where one target is asked for" : "for an unknown mix"}; its value is unknown, never 0. Unknown use is drawn likewise.`,
    ...leftOutLimits(read, leftOut, from),
    ...assumedWords(outsiders, months),
    "Service and parts of tools in use are not withheld here; a scenario can do that.",
    unpriced.length > 0 &&
      `${counted(unpriced.length, "withheld technology has", "withheld technologies have")} no published market. So costs are at least, and net leverage is at most, what is shown.`,
    unvalued.length > 0 &&
      `Final products without a published value are left out of USD: ${unvalued.map((id) => technologyName(read, id)).join(", ")}.`,
    outsiders === "following" &&
      "Outsiders, unnamed holders too, join in everything that a sender stops a part of: the most that could happen.",
    cells.some(({ gap }) => gap === "firm") &&
      "The loss of a firm is a part of the final products affected. How much of each it makes is drawn from none to all. What it buys, and so the sales lost to it, is unknown.",
    on !== null &&
      "Sets of senders and replies are compared by the medians shown. The loss by a reply leaves out senders whose products are unknown: it is at least, and what remains is at most, what is shown.",
    "Losses by patents are market access, not output: they stand beside supply and are never added to it.",
  );
}
