import { keptWith } from "../../base/collections.ts";
import type { HeldCluster } from "../../corpus/claim-clusters.ts";
import { type JurisdictionOffices, officesOf } from "../../link/regional-offices.ts";
import type { Bounds } from "../../measure/bootstrap.ts";
import type { InForce } from "../../measure/patents/in-force.ts";
import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { createParameterLookup } from "../parameters.ts";
import { productPlaces } from "../product-places.ts";
import type { ExclusionTerms, HolderKind } from "./exclusion-terms.ts";

/** Inputs of exclusion exposure common to all claimants and markets. */
export interface ExclusionWorld {
  readonly model: SupplyModel;
  readonly clusters: readonly HeldCluster[];
  readonly status: DocumentStatus;
  /** Technologies of each loaded document. */
  readonly technologies: ReadonlyMap<string, readonly string[]>;
  readonly loaded: ReadonlySet<string>;
  readonly terms: ExclusionTerms;
  readonly holderKind: (holder: string) => HolderKind;
  /** `true` licensed or exhausted, `null` unknown. */
  readonly licensed: (holder: string) => boolean | null;
  readonly basis: StakeBasis;
}

/** A jurisdiction as a market: what may be in force there, and the value at stake. */
export interface ExclusionMarket {
  readonly jurisdiction: string;
  readonly offices: readonly string[];
  readonly clusters: readonly MarketCluster[];
  readonly values: readonly ValueAtStake[];
  /** Technologies with a loaded document there. */
  readonly covered: ReadonlySet<string>;
}

/** A jurisdiction: an economy, or a group with its members' regional office. */
export function exclusionMarket(world: ExclusionWorld, jurisdiction: string): ExclusionMarket {
  const { own, other } = officesOf(membersOf(world.model, jurisdiction));
  const there = new Set([...own, ...other]);
  const covered = new Set<string>();
  for (const [document, technologies] of world.technologies) {
    if (there.has(world.status.office.get(document) ?? "")) for (const technology of technologies) covered.add(technology);
  }
  return {
    jurisdiction,
    offices: [...there],
    clusters: marketClusters(world.clusters, world.status, { own, other }),
    values: valuesAtStake(world.model, jurisdiction, world.basis),
    covered,
  };
}

/** Technologies that each final product needs, itself first. Built once per model. */
export const productTechnologies = keptWith(
  ({ map, productSet, productSets }: SupplyModel): ReadonlyMap<string, readonly string[]> =>
    new Map(
      map.products.map((node, j) => {
        const needed = map.technologies.filter(({ index }) => index !== node && productSets[productSet[index]!]!.includes(j));
        return [map.technologies[node]!.id, [map.technologies[node]!, ...needed].map(({ id }) => id)];
      }),
    ),
);

/** The documents of a claim cluster that may be in force in one jurisdiction. */
export interface MarketCluster extends Omit<HeldCluster, "documents"> {
  readonly inForce: readonly Bounds[];
  readonly alive: readonly string[];
}

export interface DocumentStatus {
  readonly office: ReadonlyMap<string, string>;
  readonly inForce: ReadonlyMap<string, InForce>;
}

/**
 * Clusters with a granted document at an office of the jurisdiction (applications claim nothing yet). Unknown status is [0, 1]; documents of
 * offices whose patents may have no effect there count from 0.
 */
export function marketClusters(
  clusters: readonly HeldCluster[],
  { office, inForce }: DocumentStatus,
  { own, other }: JurisdictionOffices,
): readonly MarketCluster[] {
  const here = (document: string): Bounds | null => {
    const at = office.get(document) ?? "";
    if (!own.includes(at) && !other.includes(at)) return null;
    const status = inForce.get(document);
    if (status?.basis === "not-granted") return null;
    const q = status?.q ?? { low: 0, high: 1 };
    return own.includes(at) ? q : { low: 0, high: q.high };
  };
  return clusters.flatMap(({ documents, ...cluster }) => {
    const found = documents.flatMap((document) => {
      const q = here(document);
      return q === null ? [] : [{ document, q }];
    });
    if (found.length === 0) return [];
    const alive = found.filter(({ q }) => q.high > 0).map(({ document }) => document);
    return [{ ...cluster, inForce: found.map(({ q }) => q), alive }];
  });
}

/** Whether a product's value counts where it is used or made. */
export type StakeBasis = "use" | "make";

/** `V_J` of one final product, with its basis. */
export interface ValueAtStake {
  readonly product: string;
  /** USD a year; `null` if the world value or the share is unknown. */
  readonly usd: Bounds | null;
  readonly lacks: "market-size" | "share" | null;
  readonly sources: readonly string[];
  readonly grades: readonly string[];
}

const usdOfBillions = 1e9;

/**
 * `V_J`: world value times the jurisdiction's share of use or production, end by end. Shares without a figure are unknown here, although the
 * supply model bounds them: an exposure should not look measured by what others leave.
 */
export function valuesAtStake(model: SupplyModel, jurisdiction: string, basis: StakeBasis): readonly ValueAtStake[] {
  const lookup = createParameterLookup(model.map);
  const members = membersOf(model, jurisdiction);
  const places = productPlaces(model, jurisdiction, members, basis);
  return model.map.products.map((node, j): ValueAtStake => {
    const technology = model.map.technologies[node]!;
    const size = lookup(technology, "market-size");
    const place = places[j]!;
    const rows = model.map.rows.product_place.filter(
      (row) => row.product === technology.id && row.role === basis && [jurisdiction, ...members].includes(row.economy),
    );
    const sized = size !== null && "source" in size.row ? { row: size.row, ends: size.ends } : null;
    return {
      product: technology.id,
      usd:
        sized && place.known ? { low: sized.ends[0] * usdOfBillions * place.low, high: sized.ends[2] * usdOfBillions * place.high } : null,
      lacks: sized === null ? "market-size" : place.known ? null : "share",
      sources: [sized?.row.source, ...rows.map(({ source }) => source)].filter((each) => typeof each === "string"),
      grades: [sized?.row.grade, ...rows.map(({ grade }) => grade)].filter((each) => typeof each === "string"),
    };
  });
}
