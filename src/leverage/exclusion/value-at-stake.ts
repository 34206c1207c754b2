import type { Bounds } from "../../measure/bootstrap.ts";
import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { createParameterLookup } from "../parameters.ts";
import { productPlaces } from "../product-places.ts";

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
    const sized = size !== null && "source" in size.row ? size.row : null;
    const known = sized !== null && place.known;
    return {
      product: technology.id,
      usd: known ? { low: size!.ends[0] * usdOfBillions * place.low, high: size!.ends[2] * usdOfBillions * place.high } : null,
      lacks: sized === null ? "market-size" : place.known ? null : "share",
      sources: [sized?.source, ...rows.map(({ source }) => source)].filter((each) => typeof each === "string"),
      grades: [sized?.grade, ...rows.map(({ grade }) => grade)].filter((each) => typeof each === "string"),
    };
  });
}
