import type { SupplyModel } from "../model.ts";
import { blankMakers, type Place, type PlaceRole, placeRoles } from "../product-places.ts";
import type { DrawnInput, Inputs } from "./inputs.ts";
import { even, keyOf, oneSided, type Shape, uniform } from "./random.ts";

/** Figures of final products by one party; sales and what is made elsewhere where known. */
export type PartyPlaces = Readonly<Record<PlaceRole, readonly Place[]>>;

/** Middle figures of each role, by party and product. */
export const middlePlaces = (parties: readonly PartyPlaces[]): Pick<Inputs, PlaceRole> =>
  Object.fromEntries(
    placeRoles.map((role) => [role, Float64Array.from(parties.flatMap((party) => party[role].map(({ mid }) => mid)))]),
  ) as unknown as Pick<Inputs, PlaceRole>;

const unknownPart: Shape = (u, low, high) => even(1 - (1 - u) ** (1 / blankMakers), low, high);

/** Draws the figures of each role by party and product: within the figure, else a Beta(1, 5) part of the rest (flat Dirichlet over six). */
export function drawPlaces(
  parties: readonly PartyPlaces[],
  codes: readonly string[],
  model: SupplyModel,
  drawn: DrawnInput[],
): (into: Inputs, seed: number, draw: number) => void {
  const open: { into: PlaceRole; at: number; low: number; high: number; shape: Shape; key: number }[] = [];
  parties.forEach((party, p) => {
    for (const into of placeRoles) {
      party[into].forEach(({ low, high, known, isLeast, source }, j) => {
        if (!(high > low)) return;
        const product = model.map.technologies[model.map.products[j]!]!.id;
        const key = keyOf(`${product}|${into}|${codes[p]}`);
        open.push({ into, at: p * party[into].length + j, low, high, shape: known ? (isLeast ? oneSided : even) : unknownPart, key });
        drawn.push({
          key,
          technology: product,
          name: `what ${codes[p]} ${into}s`,
          low,
          high,
          basis: known ? "published" : "unknown",
          source,
        });
      });
    }
  });
  return (inputs, seed, draw) => {
    for (const { into, at, low, high, shape, key } of open) inputs[into][at] = shape(uniform(seed, draw, key), low, high);
  };
}
