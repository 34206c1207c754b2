import { z } from "zod";
import { picked } from "../../base/collections.ts";
import { unless } from "../../base/errors.ts";
import { say } from "../../base/message.ts";
import { loadPatents } from "../patents/published-finding.ts";
import { patentHolderSchema, type TechnologyPatents, technologyPatentsSchema } from "../patents/technology-patents-report.ts";
import { list } from "../shared/schema.ts";

const facts = {
  asOf: true,
  finding: true,
  holdersTotal: true,
  shareBasis: true,
  inForce: true,
  expiry: true,
  originality: true,
  generality: true,
  followUp: true,
  evidence: true,
} as const;

const holderFacts = { holder: true, name: true, organisation: true, economy: true, units: true, shares: true, citations: true } as const;

/** The patents of a technology in short: leading holders, originality, expiry. */
export const cardPatentsSchema = technologyPatentsSchema
  .unwrap()
  .pick(facts)
  .extend({
    documents: z.number(),
    units: z.number().describe("families"),
    holders: list(patentHolderSchema.unwrap().pick(holderFacts).readonly()).describe("the first five"),
  })
  .readonly();
export type CardPatents = z.infer<typeof cardPatentsSchema>;

/** The patents part of a card, or why there is none. */
export type KnownPatents =
  | { readonly patents: CardPatents; readonly patentsReason: null }
  | { readonly patents: null; readonly patentsReason: string };

const leading = 5;

/** What the card of a technology tells of a report on its patents. */
export function cardPatents(report: TechnologyPatents): KnownPatents {
  const { documents, units } = report.coverage;
  if (documents === 0)
    return {
      patents: null,
      patentsReason: `${say("technology-card-patents.no-patent-of-is", { name: report.technology.name })} ${loadPatents}`,
    };
  const holders = report.holders.slice(0, leading).map((line) => picked(line, holderFacts));
  return { patents: { ...picked(report, facts), documents, units, holders }, patentsReason: null };
}

/** The patents part of a card that must be given all the same where patents were never measured. Other errors pass. */
export const knownPatents = (ask: () => Promise<TechnologyPatents>): Promise<KnownPatents> =>
  unless(
    ["LM_NOT_MEASURED"],
    async () => cardPatents(await ask()),
    ({ message, next }): KnownPatents => ({ patents: null, patentsReason: `${message} ${next}` }),
  );
