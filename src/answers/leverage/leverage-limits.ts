import { assumedWords } from "../shared/outsider-words.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { technologyName } from "../shared/technology-names.ts";
import { leftOutLimits } from "./leverage-left-out.ts";
import type { LeverageReport } from "./leverage-report.ts";

/** What an answer on leverage cannot know, in words. */
export function leverageLimits(
  read: ReadModel,
  { months, draws, on, from, leftOut, unvalued, outsiders, cells }: Omit<LeverageReport, "finding" | "evidence">,
): readonly string[] {
  const unpriced = [...new Set(cells.flatMap((cell) => cell.unpriced))];
  return [
    `A loss in the model, the mean of the first ${months} months of a ban on everything within reach; not a forecast, and nobody is taken to intend it.`,
    ...(draws > 0
      ? [`Intervals: the middle 80% of ${draws} draws of every input within its interval.`]
      : ["No draws: every interval is a point."]),
    `What a target makes, if no source says so, is drawn from nothing to what the known figures leave: the part of it that is lost is told ${on === null ? "where one target is asked for" : "as of a mix that nobody knows"}, and what that is worth is unknown, never 0. What others use is drawn likewise.`,
    ...leftOutLimits(read, leftOut, from),
    ...assumedWords(outsiders, months),
    "Service and parts of tools in use are not withheld here; a scenario can do that.",
    ...(unpriced.length > 0
      ? [
          `Markets of ${unpriced.length} of the technologies withheld are not published: costs leave them out, so that costs are at least, and net leverage at most, what is told.`,
        ]
      : []),
    ...(unvalued.length > 0
      ? [`Final products without a published value are left out of USD: ${unvalued.map((id) => technologyName(read, id)).join(", ")}.`]
      : []),
    ...(outsiders === "following"
      ? ["Outsiders join in everything that a sender stops a part of, those nobody has named among them: the most that could happen."]
      : []),
    ...(cells.some(({ gap }) => gap === "firm")
      ? [
          "The loss of a firm is told over the final products that are touched, each none to all of what it has made, since nobody says which; what it buys, and so the sales lost to it, is not known.",
        ]
      : []),
    ...(on === null
      ? []
      : [
          "Sets of senders and replies are compared by the medians that are shown; of senders whose making is unknown the loss by a reply is left out: it is at least what is told, and what would remain at most.",
        ]),
    "Losses by patents are market access, not output: they stand beside supply and are never added to it.",
  ];
}
