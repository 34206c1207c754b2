import type { OpenDay } from "../day/open-day.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { answerEconomy } from "./economy-profile.ts";
import { answerOrganisation } from "./organisation-profile.ts";
import type { profileQuestions } from "./profile-questions.ts";

/** Economies and organisations on one day. */
export const openProfiles = ({ read, data }: OpenDay): AnswersTo<typeof profileQuestions> => ({
  economy: async ({ economy }) => answerEconomy(await read(), economy),
  organisation: async ({ organisation }) => answerOrganisation(await read(), organisation, data),
});
