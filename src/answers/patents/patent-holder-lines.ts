import type { DerivedRow } from "../../base/derived-tables.ts";
import { pick } from "../../base/pick.ts";
import type { PrintedName } from "../../corpus/technology-holders.ts";
import type { PatentShares } from "../../measure/patents/patent-share.ts";
import { type FollowUpOf, spreadOf, sum } from "./patent-disruption.ts";
import { holdersOf } from "./patent-holder-shares.ts";
import type { Portfolio } from "./patent-portfolio.ts";
import type { PatentThickets } from "./patent-thickets.ts";
import type { TechnologyPatents } from "./technology-patents-report.ts";

export type HolderLine = TechnologyPatents["holders"][number];

/** What is known of the holders that are shown. */
export interface HolderFacts {
  readonly shares: PatentShares;
  readonly followUps: FollowUpOf;
  readonly thickets: PatentThickets;
  readonly holders: ReadonlyMap<string, DerivedRow<"holder">>;
  readonly names: readonly PrintedName[];
}

/** The holders that have shares, greatest count first. */
export function holderLines({ units }: Portfolio, { shares, followUps, thickets, holders, names }: HolderFacts): readonly HolderLine[] {
  const held = new Map<string, number[]>(shares.holders.map(({ holder }) => [holder, []]));
  units.forEach((unit, at) => {
    for (const holder of holdersOf(unit)) held.get(holder)?.push(at);
  });
  return shares.holders.map((share): HolderLine => {
    const { holder, units: count, citations } = share;
    const row = holders.get(holder);
    const members = held.get(holder) ?? [];
    const documents = members.flatMap((at) => units[at]!.filter((document) => document.holders.includes(holder)));
    return {
      holder,
      name: row?.name ?? holder,
      organisation: row?.organisation ?? null,
      economy: row?.economy ?? null,
      documents: documents.length,
      units: count,
      shares: pick(share, "count", "countUnexpired", "weight", "weightUnexpired"),
      citations,
      citedByOthers: sum(documents, ({ byOthersEver }) => byOthersEver ?? 0),
      originality: spreadOf(documents.map(({ row: { originality } }) => originality)),
      originalityReferences: sum(documents, ({ row: { originality, originality_documents } }) =>
        originality === null ? 0 : originality_documents,
      ),
      followUp: followUps(members),
      triples: thickets.triplesOf(holder),
      names: names.filter((name) => name.holder === holder).map((name) => pick(name, "name", "rule")),
    };
  });
}
