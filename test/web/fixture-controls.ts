import type { AskControls } from "../../src/answers/controls/ask-controls.ts";
import { LevermapError } from "../../src/base/errors.ts";

/** The page asks nothing of lists by itself: a workspace without any. */
export function fixtureControls(): AskControls {
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
