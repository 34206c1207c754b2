import { requireDay } from "../../library/day.ts";
import { controlsDiffView } from "../../report/controls/controls-diff.ts";
import { ask } from "../ask.ts";
import type { Extras } from "../asked.ts";
import { printView } from "../print-view.ts";

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Two days in the place of two loads: what `controls diff` answers. */
export const watchExtras: Extras = {
  own: [],
  add: () => undefined,
  instead: ([from = "", to = ""], options, signal) =>
    day.test(from) || day.test(to)
      ? ask(
          options,
          signal,
          (map) => map.controlsDiff({ from: requireDay(from), to: requireDay(to) }),
          (diff, page) => printView(controlsDiffView(diff), page, { details: options.details === true }),
        )
      : null,
};
