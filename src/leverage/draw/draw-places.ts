import type { SupplyModel } from "../model.ts";
import { blankMakers, type Place } from "../product-places.ts";
import type { DrawnInput, Inputs } from "./inputs.ts";
import { even, keyOf, oneSided, type Shape, uniform } from "./random.ts";

/** Production, use and known sales of final products by one party. */
export type PartyPlaces = Readonly<Record<"make" | "use" | "sell", readonly Place[]>>;

const flat = (parties: readonly PartyPlaces[], of: (place: Place) => number) => ({
  make: Float64Array.from(parties.flatMap(({ make }) => make.map(of))),
  use: Float64Array.from(parties.flatMap(({ use }) => use.map(of))),
  sell: Float64Array.from(parties.flatMap(({ sell }) => sell.map(of))),
});

/** Middle production, use and sales, by party and product. */
export const middlePlaces = (parties: readonly PartyPlaces[]): Pick<Inputs, "make" | "use" | "sell"> => flat(parties, ({ mid }) => mid);

const unknownPart: Shape = (u, low, high) => even(1 - (1 - u) ** (1 / blankMakers), low, high);

/** Draws production, use and sales by party and product: within the figure, else a Beta(1, 5) part of the rest (flat Dirichlet over six). */
export function drawPlaces(
  parties: readonly PartyPlaces[],
  codes: readonly string[],
  model: SupplyModel,
  drawn: DrawnInput[],
): (into: Inputs, seed: number, draw: number) => void {
  const open: { into: keyof PartyPlaces; at: number; low: number; high: number; shape: Shape; key: number }[] = [];
  parties.forEach((party, p) => {
    for (const into of ["make", "use", "sell"] as const) {
      party[into].forEach(({ low, high, known, isLeast, source }, j) => {
        if (high <= low) return;
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
