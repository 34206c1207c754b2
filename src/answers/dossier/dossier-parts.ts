import type { HalfLifeReport } from "../half-life/half-life-report.ts";
import type { PlanReport } from "../plan/plan-report.ts";
import type { OrganisationProfile } from "../profile/profile-report.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { ChokepointReport } from "../supply/chokepoint-report.ts";
import type { DossierQuestion } from "./dossier-questions.ts";

/** Answers that a dossier is made of. */
export interface DossierAsk {
  readonly chokepoints: (question: { readonly home?: string; readonly top: number }) => Promise<ChokepointReport>;
  readonly halfLife: (question: {
    readonly technology: string;
    readonly home?: string;
    readonly holder: string;
    readonly draws: number;
  }) => Promise<HalfLifeReport>;
  readonly organisation: (question: { readonly organisation: string }) => Promise<OrganisationProfile>;
  readonly plan: (question: { readonly place: string; readonly text: string; readonly seconds?: number }) => Promise<PlanReport>;
}

/** Whose dossier it is, and on whom. */
export interface DossierSides {
  readonly read: ReadModel;
  readonly ask: DossierAsk;
  readonly question: DossierQuestion;
  readonly home: string;
  readonly homeName: string;
  /** The economy or group that the home is, or has its seat in. */
  readonly place: string;
  readonly placeName: string;
  readonly against: string | null;
  readonly againstName: string | null;
}

/** Technologies that are told of each kind. */
export const mostTold = 3;

/** Of what the home holds. */
export const mostHeld = 2;

/** What is held, or could be led in, is told where its middle is at least this part of that of the first. */
export const leastOfFirst = 0.1;

/** Draws of a half-life, of which several are told. */
export const halfLifeDraws = 100;
