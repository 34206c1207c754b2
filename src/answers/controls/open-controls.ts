import type { OpenDay } from "../day/open-day.ts";
import { watchedSearches } from "../patents/search/saved-searches.ts";
import { answerOwners, type Screen } from "../screen/owners.ts";
import { answerScreen } from "../screen/screen.ts";
import { withOwners } from "../screen/screen-owners.ts";
import type { owners, screen } from "../screen/screen-questions.ts";
import type { AnswersTo } from "../shared/asking.ts";
import type { controlQuestions } from "./control-questions.ts";
import { answerDiff } from "./controls-diff.ts";
import { answerControlsList } from "./controls-list.ts";
import { answerControl } from "./controls-show.ts";
import { answerTimeline } from "./controls-timeline.ts";
import { answerExposure } from "./exposure.ts";
import { answerItem } from "./item.ts";
import { answerWatch } from "./watch.ts";

type ControlQuestions = typeof controlQuestions & { readonly screen: typeof screen; readonly owners: typeof owners };

/** Answers on lists, items and rules; `asOf` is the day on which they are read where a question names no other. */
export function openControls({ workspace, data, asOf, read }: OpenDay): AnswersTo<ControlQuestions> {
  const names: Screen = (question) => answerScreen(data, question, question.asOf ?? asOf);
  return {
    screen: async (question) => withOwners(data, names, await names(question)),
    owners: (question) => answerOwners(data, names, question, question.asOf ?? asOf),
    item: (question) => answerItem(data, question, question.asOf ?? asOf),
    controlsList: (question) => answerControlsList(data, question, asOf),
    control: ({ id }) => answerControl(read, data, id, asOf),
    timeline: (question) => answerTimeline(data, question, asOf),
    controlsDiff: (question) => answerDiff(data, question),
    watch: (question) => answerWatch(workspace, question, () => watchedSearches(workspace, read)),
    exposureToControls: async (question) => answerExposure(await read(), data, question),
  };
}
