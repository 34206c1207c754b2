import type { EventContext } from "./course-output.ts";
import { measuredOf, outputs } from "./measured.ts";
import { predict } from "./predict.ts";
import type { LossAt } from "./prediction.ts";
import { type RowScore, scoreRow } from "./score.ts";
import { type Party, type Shock, type ShockRow, sameParty } from "./shock.ts";

export type RowOutcome =
  | {
      readonly status: "scored";
      readonly score: RowScore;
      readonly how: string;
      readonly notes: readonly string[];
      readonly over: readonly LossAt[];
    }
  | { readonly status: "input" | "outside" | "not scored"; readonly reason: string };

/** Predicts and scores one row of an event. Throws LM_ATLAS_INVALID if a default is missing. */
export function backtestRow(context: EventContext, row: ShockRow): RowOutcome {
  if (row.role === "input") return { status: "input", reason: "given to the model, not predicted" };
  if (row.role === "outside") return { status: "outside", reason: "the model has no such output, or no base value is given" };
  const { asked, last } = row;
  if (asked === null || last === null) return notScored("it does not say what to predict, or has no measurement");
  if (!outputs.some((name) => name === asked.output)) return notScored(`the model has no output "${asked.output}"`);
  const wrong = unreadable(context.shock);
  if (wrong !== null) return notScored(wrong);
  const measured = measuredOf(context.shock, row, asked);
  if ("reason" in measured) return notScored(measured.reason);
  const prediction = predict(context, row, asked, last);
  if ("reason" in prediction) return notScored(prediction.reason);
  return {
    status: "scored",
    score: scoreRow(prediction, measured),
    how: prediction.how,
    notes: prediction.notes,
    over: prediction.over ?? [],
  };
}

const notScored = (reason: string): RowOutcome => ({ status: "not scored", reason });

/** Why no row of an act can be scored: an unknown sender, or one that is also a target. Outages can always be scored. */
function unreadable({ kind, senders, targets }: Shock): string | null {
  if (kind === "outage") return null;
  const unknownSender = senders.find((party) => party.kind === "unknown");
  if (unknownSender) return `the sender ${unknownSender.name} is unknown`;
  const both = senders.find((sender) => targets.some((target) => overlap(sender, target)));
  return both ? `${both.name} is both a sender and a target` : null;
}

const overlap = (a: Party, b: Party): boolean => sameParty(a, b) || a.economies.some((economy) => b.economies.includes(economy));
