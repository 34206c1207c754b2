import type { OpenDay } from "../day/open-day.ts";
import type { halfLifeQuestions } from "../half-life/half-life-questions.ts";
import { keptOrSolved, questionKey } from "../plan/open-plans.ts";
import type { planQuestions } from "../plan/plan-questions.ts";
import { answerOrganisation } from "../profile/organisation-profile.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { answerChokepoints } from "../supply/chokepoints.ts";
import type { Rankings } from "../supply/open-supply.ts";
import { answerDossier } from "./dossier.ts";
import { type dossier, dossierReads } from "./dossier-questions.ts";
import type { DossierReport } from "./dossier-report.ts";

/** The answers that a dossier is made of. */
type DossierOf = Pick<AnswersTo<typeof halfLifeQuestions>, "halfLife"> & Pick<AnswersTo<typeof planQuestions>, "plan">;

/** Dossiers on one day; they are kept. */
export const openDossier = (
  { data, asOf, read, ranking, kept }: OpenDay & Rankings,
  { halfLife, plan }: DossierOf,
): AnswersTo<{ dossier: typeof dossier }> => ({
  dossier: async (question, call) =>
    keptOrSolved<DossierReport>(
      {
        kept: await kept("dossiers", dossierReads),
        key: ["dossier", asOf, questionKey(question)],
        isCut: ({ near }) => near.timeUp !== null,
      },
      async () => {
        const map = await read();
        return answerDossier(map, question, {
          chokepoints: async ({ home, top }) => answerChokepoints(map, { home, top }, await ranking(home)),
          halfLife: (asked) => halfLife(asked, call),
          organisation: ({ organisation }) => answerOrganisation(map, organisation, data),
          plan: (asked) => plan(asked, call),
        });
      },
    ),
});
