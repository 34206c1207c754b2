import type { Bounds } from "../../measure/bootstrap.ts";
import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { createParameterLookup } from "../parameters.ts";
import { productPlaces } from "../product-places.ts";

/** Whether the value of a product counts where it is used or where it is made. */
export type StakeBasis = "use" | "make";

/** `V_J` of one final product, and what it rests on. */
export interface ValueAtStake {
  readonly product: string;
  /** USD a year; `null` where the world's value or the share is unknown. */
  readonly usd: Bounds | null;
  /** Why it is unknown. */
  readonly lacks: "market-size" | "share" | null;
  readonly sources: readonly string[];
  readonly grades: readonly string[];
}

const usdOfBillions = 1e9;

/**
 * `V_J`: world value of each final product times the jurisdiction's share of its use or making, ends with ends, since neither tells of the
 * other. A share nobody has published is unknown here, though the supply model bounds it: value at stake that is only what others leave would
 * let an exposure look measured.
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
