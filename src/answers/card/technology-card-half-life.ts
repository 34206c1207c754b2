import type { z } from "zod";
import { picked } from "../../base/collections.ts";
import { unless } from "../../base/errors.ts";
import { type HalfLifeReport, halfLifeReportSchema } from "../half-life/half-life-report.ts";

const facts = {
  finding: true,
  home: true,
  holder: true,
  draws: true,
  horizon: true,
  force: true,
  withoutForce: true,
  months: true,
  decays: true,
  loses: true,
  withholding: true,
  choice: true,
  evidence: true,
} as const;

/** How long a hold on a technology lasts, and what withholding it does, in short. */
export const cardHalfLifeSchema = halfLifeReportSchema.unwrap().pick(facts).readonly();
export type CardHalfLife = z.infer<typeof cardHalfLifeSchema>;

/** The half-life part of a card, or why there is none. */
export type KnownHalfLife =
  | { readonly halfLife: CardHalfLife; readonly halfLifeReason: null }
  | { readonly halfLife: null; readonly halfLifeReason: string };

/** What the card of a technology tells of a report on its half-life. */
export const cardHalfLife = (report: HalfLifeReport): CardHalfLife => picked(report, facts);

/** The half-life part of a card that must be given all the same where no holder of the technology is known. Other errors pass. */
export const knownHalfLife = (ask: () => Promise<HalfLifeReport>): Promise<KnownHalfLife> =>
  unless(
    ["LM_USAGE"],
    async (): Promise<KnownHalfLife> => ({ halfLife: cardHalfLife(await ask()), halfLifeReason: null }),
    ({ message }): KnownHalfLife => ({ halfLife: null, halfLifeReason: message }),
  );
