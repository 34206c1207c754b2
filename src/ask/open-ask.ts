import { readCustomerDecisions } from "../answers/cases/customer-decisions.ts";
import { controlData } from "../answers/screen/control-data.ts";
import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { answersOn } from "./answers-on.ts";
import type { Answers, Ask } from "./ask.ts";
import { checked } from "./checked.ts";

export interface AskOptions {
  /** The day the map is read as of, `YYYY-MM-DD`; without one it is the day of each question (UTC). */
  readonly asOf?: string | undefined;
  readonly effects?: Effects | undefined;
  /** What tells the running code from other builds; with `null` no ranking is kept. Default: that of the product, from sources `null`. */
  readonly build?: string | null | undefined;
}

/**
 * Answers from one open workspace, read once; open a new one after loading. A question is answered on the day on which it is put, from its first
 * row to its last: what was made of the data on the day before is let go, but for lists and rules, which are read as of a day each time.
 */
export function openAsk(workspace: Workspace, { asOf, effects = quietEffects, build }: AskOptions = {}): Ask {
  if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    throw new LevermapError("LM_USAGE", `A date is YYYY-MM-DD, not "${asOf}".`, { asOf });
  const data = controlData(workspace, readCustomerDecisions);
  let known: { readonly today: string; readonly answers: Answers } | null = null;
  return checked(
    () => {
      const today = effects.clock.now().toISOString().slice(0, 10);
      if (known?.today !== today) known = { today, answers: answersOn(workspace, { askedDay: asOf ?? null, today, data, effects, build }) };
      return known.answers;
    },
    () => workspace.status(),
  );
}
