import type { OpenDay } from "../day/open-day.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { answerOwners, type Screen } from "./owners.ts";
import { answerScreen } from "./screen.ts";
import { withOwners } from "./screen-owners.ts";
import type { owners, screen } from "./screen-questions.ts";

/** Names and owners against lists; `asOf` is the day on which these are read where a question names no other. */
export function openScreening({ data, asOf }: OpenDay): AnswersTo<{ screen: typeof screen; owners: typeof owners }> {
  const names: Screen = (question) => answerScreen(data, question, question.asOf ?? asOf);
  return {
    screen: async (question) => withOwners(data, names, await names(question)),
    owners: (question) => answerOwners(data, names, question, question.asOf ?? asOf),
  };
}
