import type { Answers } from "../../src/ask/ask.ts";
import { LevermapError } from "../../src/base/errors.ts";

/** The page asks nothing of lists by itself: a workspace without any. */
export function fixtureControls(): Answers<
  "screen" | "item" | "controlsList" | "control" | "timeline" | "controlsDiff" | "watch" | "exposureToControls"
> {
  const none = (): never => {
    throw new LevermapError("LM_NO_LISTS", "No list of parties is loaded.");
  };
  return {
    screen: none,
    item: none,
    exposureToControls: none,
    controlsList: none,
    control: none,
    timeline: none,
    controlsDiff: none,
    watch: none,
  };
}
