import type { KeptAnswers } from "../../workspace/kept-answers.ts";
import { answerDossier } from "../dossier/dossier.ts";
import type { DossierAsk } from "../dossier/dossier-parts.ts";
import type { DossierReport } from "../dossier/dossier-report.ts";
import { keptOrSolved, questionKey } from "../plan/kept-plans.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { Answers, Call } from "./ask.ts";

/** What dossiers read from an open workspace. */
export interface OpenDossierData {
  readonly read: () => Promise<ReadModel>;
  /** The day of answers, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Where answers of the data at hand are kept; `null`: nowhere. */
  readonly kept: () => Promise<KeptAnswers | null>;
  /** The answers that a dossier is made of, from a map. */
  readonly ask: (read: ReadModel, call: Call) => DossierAsk;
}

/** Dossiers from one open workspace; they are kept. */
export const openDossier = ({ read, asOf, kept, ask }: OpenDossierData): Answers<"dossier"> => ({
  dossier: async (question, call) =>
    keptOrSolved<DossierReport>(
      {
        kept: await kept(),
        key: ["dossier", asOf, questionKey(question)],
        isCut: ({ near }) => near.timeUp !== null,
      },
      async () => {
        const map = await read();
        return answerDossier(map, question, ask(map, call));
      },
    ),
});
