import type { Inputs } from "./draw/inputs.ts";
import type { SupplyModel } from "./model.ts";
import { type Place, productPlaces, soldPlaces } from "./product-places.ts";

/** No figure of what is made elsewhere: what designers sell tells it, less what is made in place. */
const untold: Place = { low: Number.NaN, mid: Number.NaN, high: Number.NaN, known: false, source: null };

/** By final product: share of world sales that firms seated there have made elsewhere, where a source gives it; NaN else. */
export const toldOutsourced = (model: SupplyModel, code: string, codes: readonly string[]): readonly Place[] =>
  productPlaces(model, code, codes, "outsource").map((place) => (place.known ? place : untold));

/**
 * By final product: what firms seated there have made elsewhere, by a source, else their sales less what is made there. Plants of others that stand
 * there make that least: EU designers have little made by the plant of a US firm in Ireland.
 * @param makes of the same code
 */
export const outsourcedBy = (model: SupplyModel, code: string, codes: readonly string[], makes: readonly Place[]): readonly Place[] => {
  const told = toldOutsourced(model, code, codes);
  return outsourcedPlaces(makes, soldPlaces(model, code, codes)).map((place, j) => (told[j]!.known ? told[j]! : place));
};

/** Sales less what is made in place. */
export const outsourcedPlaces = (makes: readonly Place[], sells: readonly Place[]): readonly Place[] =>
  sells.map((sold, j) => ({
    ...sold,
    low: Math.max(0, sold.low - makes[j]!.high),
    mid: Math.max(0, sold.mid - makes[j]!.mid),
    high: Math.max(0, sold.high - makes[j]!.low),
  }));

/** One setting of it at `party * products + product`. */
export const outsourcedIn = ({ outsource, sell, make }: Inputs, at: number): number => {
  const told = outsource[at]!;
  return Number.isNaN(told) ? Math.max(0, sell[at]! - make[at]!) : told;
};
